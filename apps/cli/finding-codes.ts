import { ACCESS_CODES } from '#access';
import { BULK_CODES } from '#bulk';
import {
  CONDITION_CODES,
  ENVELOPE_CODES,
  PAYMENT_DATA_CODES,
  SIGNATURE_CODES,
  SPLIT_CODES,
  STRUCTURE_CODES,
} from '#ceb';
import { EXCHANGE_CODES } from '#exchange';
import type { Bilingual, FindingCode } from '#kernel';
import { LINK_CODES } from '#links';
import { PAYMENT_RECORD_CODES } from '#payment-data';
import { FILING_CODES, REGISTER_CODES } from '#registry';
import { SHEET_CODES } from '#sheets';
import { VERIFICATION_CODES } from '#signatures';
import { TAX_CODES } from '#tax';

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
  { zh: '批量导入', en: 'Bulk files', codes: BULK_CODES },
  { zh: '对接', en: 'Links', codes: LINK_CODES },
  { zh: '备案', en: 'Register', codes: [...REGISTER_CODES, ...FILING_CODES] },
  { zh: '税', en: 'Tax', codes: TAX_CODES },
  { zh: '账号', en: 'Accounts', codes: ACCESS_CODES },
];
