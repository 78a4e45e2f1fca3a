import { ACCESS_CODES } from '#access';
import { CONSENT_CODES } from '#agencies';
import { ABROAD_CODES } from '#b2b';
import { BONDED_CODES } from '#bonded';
import { BULK_CODES } from '#bulk';
import {
  CONDITION_CODES,
  ENVELOPE_CODES,
  PAYMENT_DATA_CODES,
  SIGNATURE_CODES,
  SPLIT_CODES,
  STRUCTURE_CODES,
} from '#ceb';
import { DISPLAY_CODES } from '#display';
import { ENTRY_CODES } from '#entry';
import { EXCHANGE_CODES } from '#exchange';
import { GATE_CODES } from '#gate';
import { GOODS_CERT_CODES } from '#goods-certificates';
import { GUARANTEE_CODES } from '#guarantees';
import { INSPECTION_CODES } from '#inspections';
import type { Bilingual, FindingCode } from '#kernel';
import { LINK_CODES } from '#links';
import { ADVICE_CODES } from '#modes';
import { PAYMENT_RECORD_CODES } from '#payment-data';
import { REFUND_CODES } from '#refunds';
import { FILING_CODES, REGISTER_CODES } from '#registry';
import { CENTRE_CODES } from '#return-centre';
import { RETURNS_CODES } from '#returns';
import { SHEET_CODES } from '#sheets';
import { VERIFICATION_CODES } from '#signatures';
import { TAX_CODES } from '#tax';
import { DUTY_CODES } from '#taxbills';
import { TRANSIT_CODES } from '#transit';

/** The codes of our own findings, by what they are found in. Those of rules stand with the rules. */
export const FINDING_FAMILIES: readonly (Bilingual & { readonly codes: readonly FindingCode[] })[] = [
  { zh: '结构', en: 'Structure', codes: STRUCTURE_CODES },
  { zh: '规范文字的要求', en: 'What the text of the standard asks', codes: CONDITION_CODES },
  { zh: '拆分报文', en: 'Split messages', codes: SPLIT_CODES },
  { zh: '传输报文', en: 'Envelopes', codes: ENVELOPE_CODES },
  { zh: '签名', en: 'Signatures', codes: [...SIGNATURE_CODES, ...VERIFICATION_CODES] },
  { zh: '支付原始数据', en: 'Raw payment data', codes: [...PAYMENT_DATA_CODES, ...PAYMENT_RECORD_CODES] },
  { zh: '数据交换', en: 'Exchange', codes: EXCHANGE_CODES },
  { zh: '表格文件', en: 'Spreadsheets', codes: SHEET_CODES },
  { zh: '录入', en: 'Entry by hand', codes: ENTRY_CODES },
  { zh: '批量导入', en: 'Bulk files', codes: BULK_CODES },
  { zh: '对接', en: 'Links', codes: LINK_CODES },
  { zh: '备案', en: 'Register', codes: [...REGISTER_CODES, ...FILING_CODES] },
  { zh: '税', en: 'Tax', codes: TAX_CODES },
  { zh: '部门协同', en: 'Other agencies', codes: CONSENT_CODES },
  { zh: '商品证书', en: 'Certificates of goods', codes: GOODS_CERT_CODES },
  { zh: '保税账册', en: 'Account books', codes: BONDED_CODES },
  { zh: '核注、核放与卡口', en: 'Checklists, passes and the gate', codes: GATE_CODES },
  { zh: '保税展示', en: 'Goods on display', codes: DISPLAY_CODES },
  { zh: '转关', en: 'Transit', codes: TRANSIT_CODES },
  { zh: '退货与撤销', en: 'Cancellations and returns', codes: RETURNS_CODES },
  { zh: '出口税', en: 'Export tax', codes: REFUND_CODES },
  { zh: '退货中心仓', en: 'Return centres', codes: CENTRE_CODES },
  { zh: '海外库存', en: 'Stock abroad', codes: ABROAD_CODES },
  { zh: '税款担保', en: 'Guarantees', codes: GUARANTEE_CODES },
  { zh: '税单', en: 'Tax bills', codes: DUTY_CODES },
  { zh: '监管方式建议', en: 'Advice on modes', codes: ADVICE_CODES },
  { zh: '查验', en: 'Inspections', codes: INSPECTION_CODES },
  { zh: '账号', en: 'Accounts', codes: ACCESS_CODES },
];
