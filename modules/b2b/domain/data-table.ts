import type { Bilingual, Confidence, Day } from '#kernel';

/** Data customs is to have before a B2B export is declared. */
export type B2bDatum =
  | 'order'
  | 'consignee'
  | 'goods'
  | 'packages'
  | 'grossWeight'
  | 'booking'
  | 'warehouseRegistration'
  | 'waybill'
  | 'receipt';

export interface DataRow {
  readonly code: string;
  readonly modes: readonly ('9710' | '9810')[];
  /** Any one of these will do. */
  readonly anyOf: readonly B2bDatum[];
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly from: Day;
  /** Last day it holds, inclusive. */
  readonly to?: Day;
  /** A dated flag that must say `true` for the row to hold. */
  readonly parameter?: string;
  readonly sentence: Bilingual;
  readonly remedy: Bilingual;
}

const SOURCE = '海关总署公告2020年第75号';
const notice = { rule: 'R-1.30', source: SOURCE, confidence: 'V', from: '2020-07-01' } as const;
const both = ['9710', '9810'] as const;

/** What is needed, from which day to which; what was given up stays readable for older days. */
export const B2B_DATA: readonly DataRow[] = [
  {
    ...notice,
    code: 'B2B-DATA-ORDER',
    modes: ['9710'],
    anyOf: ['order'],
    sentence: {
      zh: '9710须传输在线订单数据，或提供订单截图。',
      en: '9710 needs the data of the online order, or a picture of it.',
    },
    remedy: {
      zh: '报送订单（CEB303，orderType为B），或上传截图',
      en: 'Send the order (CEB303, orderType B) or its picture',
    },
  },
  {
    ...notice,
    code: 'B2B-DATA-CONSIGNEE',
    modes: both,
    anyOf: ['consignee'],
    sentence: { zh: '订单或订仓单须有境外收货人。', en: 'The order or booking names the consignee abroad.' },
    remedy: { zh: '补充境外收货人名称和国别', en: 'Add name and country of the consignee' },
  },
  {
    ...notice,
    code: 'B2B-DATA-GOODS',
    modes: both,
    anyOf: ['goods'],
    sentence: { zh: '须有商品名称、数量等明细。', en: 'It lists the goods with names and quantities.' },
    remedy: { zh: '补充商品明细', en: 'Add the lines of goods' },
  },
  {
    ...notice,
    code: 'B2B-DATA-PACKAGES',
    modes: both,
    anyOf: ['packages'],
    sentence: { zh: '须有件数。', en: 'It tells the number of packages.' },
    remedy: { zh: '补充件数', en: 'Add the number of packages' },
  },
  {
    ...notice,
    code: 'B2B-DATA-WEIGHT',
    modes: both,
    anyOf: ['grossWeight'],
    sentence: { zh: '须有毛重。', en: 'It tells the gross weight.' },
    remedy: { zh: '补充毛重（千克）', en: 'Add the gross weight in kilograms' },
  },
  {
    ...notice,
    code: 'B2B-DATA-BOOKING',
    modes: ['9810'],
    anyOf: ['booking'],
    sentence: {
      zh: '9810须传输海外仓订仓单数据。',
      en: '9810 needs the data of the booking with the overseas warehouse.',
    },
    remedy: {
      zh: '在本平台登记订仓单，或报送订单（orderType为W）',
      en: 'Book here, or send the order with orderType W',
    },
  },
  {
    code: 'B2B-DATA-WAREHOUSE',
    modes: ['9810'],
    anyOf: ['warehouseRegistration'],
    rule: 'R-1.33',
    source: SOURCE,
    confidence: 'V',
    from: '2020-07-01',
    parameter: 'export.overseas_wh_registration_required',
    sentence: {
      zh: '出口企业须就海外仓在海关办理备案（租赁合同或所有权证明）。',
      en: 'The overseas warehouse must be registered with customs, with its lease or title.',
    },
    remedy: { zh: '办理海外仓业务模式备案', en: 'Have the warehouse registered' },
  },
  {
    code: 'B2B-DATA-WAYBILL',
    modes: both,
    anyOf: ['waybill'],
    rule: 'R-1.21',
    source: '海关总署公告2024年第167号',
    confidence: 'V',
    from: '2020-07-01',
    sentence: { zh: '须传输物流单证。', en: 'The waybill must have been sent.' },
    remedy: { zh: '由物流企业报送运单（CEB505）', en: 'Have the carrier send the waybill (CEB505)' },
  },
  {
    code: 'B2B-DATA-RECEIPT',
    modes: both,
    anyOf: ['receipt'],
    rule: 'R-1.21',
    source: '海关总署公告2018年第194号',
    confidence: 'H',
    from: '2020-07-01',
    parameter: 'export.receipt_message_required',
    sentence: { zh: '申报前须传输收款单。', en: 'The receipt of payment must have been sent.' },
    remedy: { zh: '报送收款单（CEB403）', en: 'Send the receipt (CEB403)' },
  },
];
