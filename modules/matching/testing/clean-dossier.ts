import type { ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill } from '#ceb';
import { add, formatDecimal, multiply, parseDecimal, subtract, sum } from '#kernel';
import type { Enterprise, EnterpriseRole } from '#registry';
import type { MatchingContext } from '../domain/dossier.ts';

/** A purchase all papers tell alike. */
export interface Purchase {
  readonly tradeMode: '9610' | '1210';
  /** Prices at 2 decimals, quantities whole. */
  readonly lines: readonly { readonly price: string; readonly qty: string; readonly name: string }[];
  readonly freight: string;
  readonly insuredFee: string;
  readonly taxTotal: string;
  readonly discount: string;
}

/** A dossier with all its papers, each field free to be changed by a test. */
export interface FullDossier {
  declaration: Changeable<ImportDeclaration>;
  order: Changeable<ImportOrder>;
  payment: Changeable<ImportPayment>;
  waybill: Changeable<ImportWaybill>;
}
type Open<Fields> = { -readonly [Field in keyof Fields]: Fields[Field] };
interface Changeable<Document extends { readonly head: object; readonly items: readonly unknown[] }> {
  head: Open<Document['head']>;
  items: Open<Document['items'][number]>[];
}

/** A copy of a document whose fields a test may change. */
function open<Document extends { readonly head: object; readonly items: readonly unknown[] }>(
  document: Document,
): Changeable<Document> {
  return structuredClone(document) as unknown as Changeable<Document>;
}

const firm = (customsCode: string, name: string, roles: readonly EnterpriseRole[]): Enterprise => ({
  customsCode,
  uscc: '91530100MA6K0TEAT6',
  name,
  roles,
  customsOffice: '8601',
  validFrom: '2024-01-01',
  state: 'active',
});

export const platform = firm('5301960001', '昆明茶马跨境电商平台有限公司', ['EBP']);
export const seller = firm('5301960002', '昆明澜湄进出口有限公司', ['EBC']);
export const paymentFirm = firm('5301960003', '滇付支付有限公司', ['PAY']);
const carrier = firm('5301960004', '滇运速递有限公司', ['LGS']);
export const declarant = firm('5301980005', '昆明通达报关有限公司', ['DCL']);
const warehouse = firm('5301560006', '昆明综保区仓储有限公司', ['IAC']);

/** A context that knows these enterprises, with others put over them. */
export function contextWith(
  changed: readonly Enterprise[] = [],
  more: Partial<MatchingContext> = {},
): MatchingContext {
  const all = [platform, seller, paymentFirm, carrier, declarant, warehouse, ...changed];
  const known = new Map(all.map((one) => [one.customsCode, one]));
  return { day: '2026-11-23', enterprise: (code) => known.get(code), ...more };
}

export const plainPurchase: Purchase = {
  tradeMode: '9610',
  lines: [
    { price: '128.5', qty: '2', name: '老挝波罗芬咖啡豆250克' },
    { price: '0', qty: '1', name: '赠品滤纸' },
  ],
  freight: '20',
  insuredFee: '0',
  taxTotal: '25.21',
  discount: '10',
};

const product = (price: string, qty: string) => multiply(parseDecimal(price), parseDecimal(qty), 2);
const parties = {
  ebpCode: platform.customsCode,
  ebpName: platform.name,
  ebcCode: seller.customsCode,
  ebcName: seller.name,
};
const sent = { guid: '4CDE1CFD-EDED-46B1-946C-B8022E42FC94', appType: '1', appStatus: '2', currency: '142' };
const buyer = { buyerName: '王茶花', buyerIdType: '1', buyerIdNumber: '530102199003071238' };
const recipient = {
  consignee: '李普洱',
  consigneeTelephone: '13800000002',
  consigneeAddress: '云南省昆明市盘龙区茶马路1号',
};
const ORDER_NO = 'CM202611230001';
const WAYBILL_NO = 'DY1234567890';
const GOODS = { unit: '136', country: '119', currency: '142', gmodel: '250克/袋' };

function orderOf(purchase: Purchase, goodsValue: string, acturalPaid: string): ImportOrder {
  return {
    head: {
      ...sent,
      ...parties,
      ...buyer,
      ...recipient,
      appTime: '20261123100000',
      orderType: 'I',
      orderNo: ORDER_NO,
      goodsValue,
      freight: purchase.freight,
      discount: purchase.discount,
      taxTotal: purchase.taxTotal,
      acturalPaid,
      buyerRegNo: 'user-1',
      buyerTelephone: '13800000001',
      payCode: paymentFirm.customsCode,
      payName: paymentFirm.name,
      payTransactionId: 'P20261123001',
    },
    items: purchase.lines.map(({ price, qty, name }, at) => ({
      ...GOODS,
      gnum: at + 1,
      itemNo: `SKU-${at + 1}`,
      itemName: name,
      qty,
      price,
      totalPrice: formatDecimal(product(price, qty)),
    })),
  };
}

function declarationOf(purchase: Purchase): ImportDeclaration {
  const bonded = purchase.tradeMode === '1210';
  return {
    head: {
      ...sent,
      ...parties,
      ...buyer,
      appTime: '20261123120000',
      orderNo: ORDER_NO,
      logisticsNo: WAYBILL_NO,
      logisticsCode: carrier.customsCode,
      logisticsName: carrier.name,
      assureCode: seller.customsCode,
      ieFlag: 'I',
      declTime: '20261123',
      customsCode: '8601',
      portCode: '8620',
      buyerTelephone: '13800000001',
      consigneeAddress: recipient.consigneeAddress,
      agentCode: declarant.customsCode,
      agentName: declarant.name,
      ...(bonded
        ? { emsNo: 'T8601W000001', areaCode: warehouse.customsCode, areaName: warehouse.name }
        : { trafNo: '云A00001', voyageNo: '20261123', billNo: 'B20261123001' }),
      tradeMode: purchase.tradeMode,
      trafMode: bonded ? 'Y' : '4',
      country: bonded ? '142' : '119',
      freight: purchase.freight,
      insuredFee: purchase.insuredFee,
      packNo: 1,
      grossWeight: '0.62',
      netWeight: '0.5',
    },
    items: purchase.lines.map(({ price, qty, name }, at) => ({
      ...GOODS,
      gnum: at + 1,
      ...(bonded ? { itemRecordNo: String(at + 1) } : {}),
      itemNo: `SKU-${at + 1}`,
      itemName: name,
      gcode: '0901210000',
      gname: name,
      qty,
      qty1: '0.25',
      unit1: '035',
      price,
      totalPrice: formatDecimal(product(price, qty)),
    })),
  };
}

/** The papers of a purchase, all telling the same. */
export function cleanDossier(purchase: Purchase = plainPurchase): FullDossier {
  const goodsValue = sum(purchase.lines.map(({ price, qty }) => product(price, qty)));
  const charges = add(parseDecimal(purchase.freight), parseDecimal(purchase.taxTotal));
  const paid = formatDecimal(subtract(add(goodsValue, charges), parseDecimal(purchase.discount)));
  const payment: ImportPayment = {
    head: {
      ...sent,
      appTime: '20261123100100',
      payCode: paymentFirm.customsCode,
      payName: paymentFirm.name,
      payTransactionId: 'P20261123001',
      orderNo: ORDER_NO,
      ebpCode: platform.customsCode,
      ebpName: platform.name,
      payerIdType: '1',
      payerIdNumber: buyer.buyerIdNumber,
      payerName: buyer.buyerName,
      amountPaid: paid,
      payTime: '20261123100059',
    },
    items: [],
  };
  const waybill: ImportWaybill = {
    head: {
      ...sent,
      ...recipient,
      appTime: '20261123110000',
      logisticsCode: carrier.customsCode,
      logisticsName: carrier.name,
      logisticsNo: WAYBILL_NO,
      orderNo: ORDER_NO,
      freight: purchase.freight,
      insuredFee: purchase.insuredFee,
      weight: '0.62',
      packNo: 1,
    },
    items: [],
  };
  const order = orderOf(purchase, formatDecimal(goodsValue), paid);
  return {
    declaration: open(declarationOf(purchase)),
    order: open(order),
    payment: open(payment),
    waybill: open(waybill),
  };
}
