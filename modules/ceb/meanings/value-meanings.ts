import type { Bilingual } from '#kernel';
import { meaningsOf } from '../errors/catalogue.ts';

type Meanings = Readonly<Record<string, Bilingual>>;

const ID_TYPE: Meanings = {
  1: { zh: '身份证', en: 'Resident identity card' },
  2: { zh: '其他', en: 'Other' },
};

const FEE: Meanings = {
  1: { zh: '费率', en: 'Rate' },
  2: { zh: '单价', en: 'Unit price' },
  3: { zh: '总价', en: 'Total price' },
};

/** What the values of fields mean that the standard itself lists; the parameter tables of customs are elsewhere. */
const MEANINGS: Readonly<Record<string, Meanings>> = {
  appType: {
    1: { zh: '新增', en: 'New' },
    2: { zh: '变更', en: 'Change' },
    3: { zh: '删除', en: 'Delete' },
  },
  appStatus: {
    1: { zh: '暂存', en: 'Saved only' },
    2: { zh: '申报', en: 'Declared' },
  },
  orderType: {
    I: { zh: '进口订单', en: 'Import order' },
    E: { zh: '零售出口订单', en: 'Retail export order (B2C)' },
    B: { zh: '企业对企业出口订单', en: 'Export order between firms (B2B)' },
    W: { zh: '海外仓订仓单', en: 'Booking of an overseas warehouse' },
  },
  ieFlag: {
    I: { zh: '进口', en: 'Import' },
    E: { zh: '出口', en: 'Export' },
  },
  buyerIdType: ID_TYPE,
  payerIdType: ID_TYPE,
  statisticsFlag: {
    A: { zh: '简化申报', en: 'Simplified declaration' },
    B: { zh: '汇总申报', en: 'Summary declaration' },
  },
  fFlag: FEE,
  iFlag: FEE,
  logisticsStatus: { S: { zh: '签收', en: 'Signed for' } },
  summaryFlag: {
    1: { zh: '按收发货人汇总', en: 'Summed up by consignee or consignor' },
    2: { zh: '按收发货人和生产销售单位汇总', en: 'Summed up by consignor and producer or seller' },
  },
  itemNameFlag: { 1: { zh: '按清单原始商品名汇总', en: 'Summed up by the goods names of the lists' } },
  dxpMode: { DXP: { zh: '电子口岸数据交换平台', en: 'Data exchange platform of E-Port' } },
  status: {
    1: { zh: '已生成', en: 'Made out' },
    2: { zh: '已汇总', en: 'Summed up' },
    3: { zh: '作废', en: 'Void' },
    ALL: { zh: '数据和回执', en: 'Data and receipts' },
    DATA: { zh: '只订阅数据', en: 'Data only' },
    RET: { zh: '只订阅回执', en: 'Receipts only' },
  },
};

/**
 * What a value of a field means, in the words of the standard; undefined where the field has no list of values or
 * the value is not on it. Statuses and result codes of receipts come from the catalogue.
 */
export function meaningOfValue(field: string, value: string): Bilingual | undefined {
  if (field === 'returnStatus') return meaningsOf(value)[0]?.text;
  const meanings = MEANINGS[field];
  return meanings !== undefined && Object.hasOwn(meanings, value) ? meanings[value] : undefined;
}
