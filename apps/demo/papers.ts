import type { DocumentOf, ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill, Root } from '#ceb';
import { chinaStamp, type Instant } from '#kernel';
import { fenText, milliText } from './amounts.ts';
import { type CartLine, goodsValueFen, type Purchase } from './purchase.ts';
import type { Random } from './random.ts';

/** Which message carries which paper. */
export const ROOT_OF = {
  order: 'CEB311Message',
  payment: 'CEB411Message',
  waybill: 'CEB511Message',
  declaration: 'CEB621Message',
} as const satisfies Record<string, Root>;

export type PaperKind = keyof typeof ROOT_OF;

/** The four papers of one purchase. */
export type Papers = { readonly [K in PaperKind]: DocumentOf<(typeof ROOT_OF)[K]> };

/** Minutes after the order at which the other papers are written in life. */
const PAYMENT_MINUTES = 2;
const WAYBILL_MINUTES = 20;
const DECLARATION_MINUTES = 45;
const CNY = '142';

const minutesAfter = (instant: Instant, minutes: number): Instant => instant + minutes * 60_000;

interface Route {
  readonly trafMode: string;
  readonly portCode: string;
  readonly customsCode: string;
  readonly vehicle: string;
}

/** Direct mail from the neighbours comes by road and rail, from farther away by air. */
const ROUTES: Readonly<Record<string, Route>> = {
  '106': { trafMode: '4', portCode: '8603', customsCode: '8601', vehicle: '云A示例' },
  '119': { trafMode: '3', portCode: '8612', customsCode: '8601', vehicle: 'D88' },
  '136': { trafMode: '3', portCode: '8612', customsCode: '8601', vehicle: 'D86' },
  '141': { trafMode: '4', portCode: '8613', customsCode: '8601', vehicle: '云A示例' },
};
const BY_AIR: Route = { trafMode: '5', portCode: '8620', customsCode: '8620', vehicle: 'MU' };

function writeOrder(purchase: Purchase, taxFen: number, random: Random): ImportOrder {
  const { number, buyer, parties, lines } = purchase;
  const valueFen = goodsValueFen(lines);
  return {
    head: {
      guid: random.guid(),
      appType: '1',
      appTime: chinaStamp(purchase.orderedAt),
      appStatus: '2',
      orderType: 'I',
      orderNo: `D${number}`,
      ebpCode: parties.platform.customsCode,
      ebpName: parties.platform.name,
      ebcCode: parties.seller.customsCode,
      ebcName: parties.seller.name,
      goodsValue: fenText(valueFen),
      freight: fenText(purchase.freightFen),
      discount: fenText(purchase.discountFen),
      taxTotal: fenText(taxFen),
      acturalPaid: fenText(valueFen + purchase.freightFen + taxFen - purchase.discountFen),
      currency: CNY,
      buyerRegNo: buyer.regNo,
      buyerName: buyer.name,
      buyerTelephone: buyer.telephone,
      buyerIdType: '1',
      buyerIdNumber: buyer.idNumber,
      payCode: parties.paymentFirm.customsCode,
      payName: parties.paymentFirm.name,
      payTransactionId: `P${number}`,
      consignee: buyer.name,
      consigneeTelephone: buyer.telephone,
      consigneeAddress: buyer.address,
      consigneeDistrict: buyer.district,
    },
    items: lines.map(({ goods, quantity, priceFen }, at) => ({
      gnum: at + 1,
      itemNo: goods.itemNo,
      itemName: goods.gname,
      gmodel: goods.gmodel,
      barCode: goods.barCode,
      unit: goods.unit,
      qty: String(quantity),
      price: fenText(priceFen),
      totalPrice: fenText(quantity * priceFen),
      currency: CNY,
      country: goods.country,
    })),
  };
}

function writePayment(purchase: Purchase, order: ImportOrder, random: Random): ImportPayment {
  const { buyer, parties, number } = purchase;
  const paidAt = chinaStamp(minutesAfter(purchase.orderedAt, PAYMENT_MINUTES));
  return {
    head: {
      guid: random.guid(),
      appType: '1',
      appTime: paidAt,
      appStatus: '2',
      payCode: parties.paymentFirm.customsCode,
      payName: parties.paymentFirm.name,
      payTransactionId: `P${number}`,
      orderNo: order.head.orderNo,
      ebpCode: parties.platform.customsCode,
      ebpName: parties.platform.name,
      payerIdType: '1',
      payerIdNumber: buyer.idNumber,
      payerName: buyer.name,
      telephone: buyer.telephone,
      amountPaid: order.head.acturalPaid,
      currency: CNY,
      payTime: paidAt,
    },
    items: [],
  };
}

const gramsOf = (lines: readonly CartLine[], weight: 'netGrams' | 'grossGrams'): number =>
  lines.reduce((total, { goods, quantity }) => total + goods[weight] * quantity, 0);

const masterBillOf = (purchase: Purchase): { billNo?: string } =>
  purchase.mode === '9610' ? { billNo: `M${purchase.number}` } : {};

function writeWaybill(purchase: Purchase, order: ImportOrder, random: Random): ImportWaybill {
  const { buyer, parties, number, lines } = purchase;
  return {
    head: {
      guid: random.guid(),
      appType: '1',
      appTime: chinaStamp(minutesAfter(purchase.orderedAt, WAYBILL_MINUTES)),
      appStatus: '2',
      logisticsCode: parties.carrier.customsCode,
      logisticsName: parties.carrier.name,
      logisticsNo: `W${number}`,
      ...masterBillOf(purchase),
      orderNo: order.head.orderNo,
      freight: fenText(purchase.freightFen),
      insuredFee: '0',
      currency: CNY,
      weight: milliText(gramsOf(lines, 'grossGrams')),
      packNo: 1,
      goodsInfo: lines.map(({ goods, quantity }) => `${goods.gname}×${quantity}`).join('；'),
      consignee: buyer.name,
      consigneeAddress: buyer.address,
      consigneeTelephone: buyer.telephone,
    },
    items: [],
  };
}

/** The fields that differ between direct purchase and bonded stock. */
function modeFields(purchase: Purchase) {
  const { mode, parties, number, lines } = purchase;
  if (mode === '1210') {
    const { warehouse } = parties;
    return {
      emsNo: warehouse.emsNo,
      customsCode: warehouse.customsOffice,
      portCode: warehouse.customsOffice,
      areaCode: warehouse.customsCode,
      areaName: warehouse.name,
      tradeMode: mode,
      trafMode: 'Y',
      country: CNY,
    };
  }
  const departure = lines[0]?.goods.departure ?? CNY;
  const route = ROUTES[departure] ?? BY_AIR;
  return {
    customsCode: route.customsCode,
    portCode: route.portCode,
    tradeMode: mode,
    trafMode: route.trafMode,
    trafNo: route.vehicle,
    voyageNo: `${route.vehicle}${number.slice(-4)}`,
    ...masterBillOf(purchase),
    country: departure,
  };
}

function writeDeclaration(purchase: Purchase, order: ImportOrder, random: Random): ImportDeclaration {
  const { buyer, parties, number, lines } = purchase;
  const declaredAt = chinaStamp(minutesAfter(purchase.orderedAt, DECLARATION_MINUTES));
  const day = declaredAt.slice(0, 8);
  return {
    head: {
      guid: random.guid(),
      appType: '1',
      appTime: declaredAt,
      appStatus: '2',
      orderNo: order.head.orderNo,
      ebpCode: parties.platform.customsCode,
      ebpName: parties.platform.name,
      ebcCode: parties.seller.customsCode,
      ebcName: parties.seller.name,
      logisticsNo: `W${number}`,
      logisticsCode: parties.carrier.customsCode,
      logisticsName: parties.carrier.name,
      copNo: `C${number}`,
      assureCode: parties.seller.customsCode,
      ieFlag: 'I',
      declTime: day,
      ieDate: day,
      buyerIdType: '1',
      buyerIdNumber: buyer.idNumber,
      buyerName: buyer.name,
      buyerTelephone: buyer.telephone,
      consigneeAddress: buyer.address,
      agentCode: parties.broker.customsCode,
      agentName: parties.broker.name,
      ...modeFields(purchase),
      freight: fenText(purchase.freightFen),
      insuredFee: '0',
      currency: CNY,
      wrapType: '2',
      packNo: 1,
      grossWeight: milliText(gramsOf(lines, 'grossGrams')),
      netWeight: milliText(gramsOf(lines, 'netGrams')),
    },
    items: lines.map((line, at) => writeDeclarationItem(line, at + 1, purchase.mode === '1210')),
  };
}

/** One goods line of a list. @param bonded whether it names the item of the account book. */
export function writeDeclarationItem(
  { goods, quantity, priceFen }: CartLine,
  gnum: number,
  bonded: boolean,
): ImportDeclaration['items'][number] {
  return {
    gnum,
    ...(bonded ? { itemRecordNo: goods.itemRecordNo } : {}),
    itemNo: goods.itemNo,
    itemName: goods.gname,
    gcode: goods.gcode,
    gname: goods.gname,
    gmodel: goods.gmodel,
    barCode: goods.barCode,
    country: goods.country,
    currency: CNY,
    qty: String(quantity),
    unit: goods.unit,
    qty1: milliText(goods.qty1Milli * quantity),
    unit1: goods.unit1,
    ...(goods.unit2 === undefined
      ? {}
      : { qty2: milliText((goods.qty2Milli ?? 0) * quantity), unit2: goods.unit2 }),
    price: fenText(priceFen),
    totalPrice: fenText(quantity * priceFen),
  };
}

/**
 * Writes the four papers of a purchase so that they agree in everything.
 * @param taxFen what the platform withholds for the tax, in fen.
 */
export function writePapers(purchase: Purchase, taxFen: number, random: Random): Papers {
  const order = writeOrder(purchase, taxFen, random);
  return {
    order,
    payment: writePayment(purchase, order, random),
    waybill: writeWaybill(purchase, order, random),
    declaration: writeDeclaration(purchase, order, random),
  };
}
