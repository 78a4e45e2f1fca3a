import type { DocumentOf } from '../types.ts';
import {
  BUYER,
  CONSIGNEE,
  GOODS,
  listNo,
  masterBillNo,
  ROUTE,
  SUMS,
  transactionNo,
  WHEN,
  waybillNo,
} from './import-purchase.ts';
import { BOOK } from './modes.ts';
import { CNY, sellers, submission } from './paper.ts';
import type { Story } from './story.ts';

export function importOrder(story: Story): DocumentOf<'CEB311Message'> {
  const { paymentFirm } = story.firms;
  return {
    head: {
      ...submission(story, 'order', WHEN.order),
      orderType: 'I',
      orderNo: story.orderNo,
      ...sellers(story),
      goodsValue: SUMS.goodsValue,
      freight: SUMS.freight,
      discount: SUMS.discount,
      taxTotal: SUMS.tax,
      acturalPaid: SUMS.paid,
      currency: CNY,
      buyerRegNo: 'u26000701',
      ...BUYER,
      payCode: paymentFirm.code,
      payName: paymentFirm.name,
      payTransactionId: transactionNo(story),
      ...CONSIGNEE,
      consigneeDistrict: '530102',
    },
    items: GOODS.map(({ itemNo, itemName, gmodel, barCode, unit, qty, price, totalPrice, country }, at) => ({
      gnum: at + 1,
      itemNo,
      itemName,
      gmodel,
      barCode,
      unit,
      qty,
      price,
      totalPrice,
      currency: CNY,
      country,
    })),
  };
}

export function importPayment(story: Story): DocumentOf<'CEB411Message'> {
  const { paymentFirm, platform } = story.firms;
  return {
    head: {
      ...submission(story, 'payment', WHEN.payment),
      payCode: paymentFirm.code,
      payName: paymentFirm.name,
      payTransactionId: transactionNo(story),
      orderNo: story.orderNo,
      ebpCode: platform.code,
      ebpName: platform.name,
      payerIdType: BUYER.buyerIdType,
      payerIdNumber: BUYER.buyerIdNumber,
      payerName: BUYER.buyerName,
      telephone: BUYER.buyerTelephone,
      amountPaid: SUMS.paid,
      currency: CNY,
      payTime: story.at(WHEN.payment),
    },
    items: [],
  };
}

export function importWaybill(story: Story): DocumentOf<'CEB511Message'> {
  const { carrier } = story.firms;
  return {
    head: {
      ...submission(story, 'waybill', WHEN.waybill),
      logisticsCode: carrier.code,
      logisticsName: carrier.name,
      logisticsNo: waybillNo(story),
      ...(story.mode === '9610' && { billNo: masterBillNo(story) }),
      orderNo: story.orderNo,
      freight: SUMS.freight,
      insuredFee: SUMS.insuredFee,
      currency: CNY,
      weight: SUMS.grossWeight,
      packNo: 1,
      goodsInfo: GOODS.map(({ itemName, qty }) => `${itemName}×${qty}`).join('；'),
      ...CONSIGNEE,
    },
    items: [],
  };
}

export function importWaybillStatus(story: Story): DocumentOf<'CEB513Message'> {
  const { carrier } = story.firms;
  return {
    head: {
      ...submission(story, 'waybill-status', WHEN.signedFor),
      logisticsCode: carrier.code,
      logisticsName: carrier.name,
      logisticsNo: waybillNo(story),
      logisticsStatus: 'S',
      logisticsTime: story.at(WHEN.signedFor - 10),
    },
    items: [],
  };
}

/** How the goods come: over the border after the order, or out of the zone, where they lay on the account book. */
function wayIn(story: Story) {
  const { siteOperator } = story.firms;
  if (story.mode === '9610') return { ...ROUTE, billNo: masterBillNo(story) } as const;
  return {
    ...{ customsCode: ROUTE.customsCode, portCode: ROUTE.customsCode, tradeMode: story.mode },
    ...{ emsNo: BOOK.emsNo, areaCode: siteOperator.code, areaName: siteOperator.name },
    // Out of the comprehensive bonded zone; bonded goods come from China.
    ...{ trafMode: 'Y', country: '142' },
  } as const;
}

export function importList(story: Story): DocumentOf<'CEB621Message'> {
  const { seller, carrier, declarant } = story.firms;
  const day = story.at(WHEN.list).slice(0, 8);
  return {
    head: {
      ...submission(story, 'list', WHEN.list),
      orderNo: story.orderNo,
      ...sellers(story),
      logisticsNo: waybillNo(story),
      logisticsCode: carrier.code,
      logisticsName: carrier.name,
      copNo: listNo(story),
      assureCode: seller.code,
      ieFlag: 'I',
      declTime: day,
      ieDate: day,
      ...BUYER,
      consigneeAddress: CONSIGNEE.consigneeAddress,
      agentCode: declarant.code,
      agentName: declarant.name,
      ...wayIn(story),
      freight: SUMS.freight,
      insuredFee: SUMS.insuredFee,
      currency: CNY,
      wrapType: '2',
      packNo: 1,
      grossWeight: SUMS.grossWeight,
      netWeight: SUMS.netWeight,
    },
    items: GOODS.map(
      ({ itemNo, itemName, gcode, gmodel, barCode, country, qty, unit, price, totalPrice, lawful }, at) => ({
        gnum: at + 1,
        ...(story.mode === '1210' && { itemRecordNo: BOOK.itemRecordNo(at) }),
        itemNo,
        itemName,
        gcode,
        gname: itemName,
        gmodel,
        barCode,
        country,
        currency: CNY,
        qty,
        unit,
        ...lawful,
        price,
        totalPrice,
      }),
    ),
  };
}
