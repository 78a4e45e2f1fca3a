import { OFFICE, type Story } from './story.ts';

/** Minutes after the order at which each paper of the purchase is written. */
export const WHEN = {
  order: 0,
  payment: 2,
  waybill: 20,
  tally: 45,
  list: 60,
  released: 75,
  taxBill: 76,
  cancelled: 240,
  signedFor: 2 * 1440,
  returned: 5 * 1440,
  taxSummarised: 16 * 1440,
} as const;

/** Nobody: the region 530101 of the identity number is on no card, the telephone is of the examples' own range. */
export const BUYER = {
  buyerIdType: '1',
  buyerIdNumber: '530101199001010072',
  buyerName: '何云安',
  buyerTelephone: '13900000701',
} as const;

export const CONSIGNEE = {
  consignee: BUYER.buyerName,
  consigneeTelephone: BUYER.buyerTelephone,
  consigneeAddress: '云南省昆明市五华区示例路26号7幢1单元101室',
} as const;

/** Two bags of coffee from Laos and a latex pillow from Thailand, by the China–Laos railway. */
export const GOODS = [
  {
    itemNo: 'COF-RST-29',
    itemName: '烘焙咖啡豆',
    gcode: '0901210000',
    gmodel: '示例牌|500克/袋|已焙炒咖啡',
    barCode: '9520000000295',
    country: '119',
    unit: '136',
    qty: '2',
    price: '85',
    totalPrice: '170',
    lawful: { qty1: '1', unit1: '035' },
  },
  {
    itemNo: 'HOM-PLW-46',
    itemName: '天然乳胶枕',
    gcode: '9404909000',
    gmodel: '示例牌|60×40厘米|乳胶枕',
    barCode: '9520000000462',
    country: '136',
    unit: '007',
    qty: '1',
    price: '168',
    totalPrice: '168',
    lawful: { qty1: '1.3', unit1: '035', qty2: '1', unit2: '007' },
  },
] as const;

/**
 * What the purchase costs. Tax by the rules of retail import at the example's day: 70 % of 13 % VAT on goods and
 * freight; a test holds it to the tax module.
 */
export const SUMS = {
  goodsValue: '338',
  freight: '12',
  insuredFee: '0',
  discount: '0',
  tax: '31.85',
  paid: '381.85',
  /** Value and tax of each item, its share of the freight within. */
  taxed: [
    { taxPrice: '176.04', valueAddedTax: '16.02' },
    { taxPrice: '173.96', valueAddedTax: '15.83' },
  ],
  grossWeight: '2.68',
  netWeight: '2.3',
} as const;

export const ROUTE = {
  customsCode: OFFICE,
  portCode: '8612',
  tradeMode: '9610',
  trafMode: '3',
  trafNo: 'D88',
  voyageNo: 'D88-0701',
  country: '119',
} as const;

export const transactionNo = (story: Story): string => story.number('P', 60);
export const waybillNo = (story: Story): string => story.number('W', 60);
export const masterBillNo = (story: Story): string => story.number('M', 37);
export const listNo = (story: Story): string => story.number('C', 20);
