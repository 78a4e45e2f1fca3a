import type { DocumentOf } from '../types.ts';
import { GOODS, listNo, masterBillNo, ROUTE, SUMS, WHEN, waybillNo } from './export-sale.ts';
import { BOOK, isB2b, ORDER_TYPES } from './modes.ts';
import { CNY, sellers, submission } from './paper.ts';
import { OFFICE, type Story } from './story.ts';

export function exportOrder(story: Story): DocumentOf<'CEB303Message'> {
  return {
    head: {
      ...submission(story, 'order', WHEN.order),
      orderType: ORDER_TYPES[story.mode],
      orderNo: story.orderNo,
      ...sellers(story),
      goodsValue: SUMS.goodsValue,
      freight: SUMS.freight,
      currency: CNY,
    },
    items: GOODS.map(({ itemNo, itemName, barCode, unit, qty, price, totalPrice }, at) => ({
      gnum: at + 1,
      itemNo,
      itemName,
      barCode,
      unit,
      currency: CNY,
      qty,
      price,
      totalPrice,
    })),
  };
}

export function exportPaymentReceived(story: Story): DocumentOf<'CEB403Message'> {
  const { paymentFirm } = story.firms;
  return {
    head: {
      ...submission(story, 'payment', WHEN.received),
      ...sellers(story),
      orderNo: story.orderNo,
      payCode: paymentFirm.code,
      payName: paymentFirm.name,
      payNo: story.number('P', 60),
      charge: SUMS.received,
      currency: CNY,
      accountingDate: story.at(WHEN.received),
    },
    items: [],
  };
}

export function exportWaybill(story: Story): DocumentOf<'CEB505Message'> {
  const { carrier, seller } = story.firms;
  return {
    head: {
      ...submission(story, 'waybill', WHEN.waybill),
      logisticsCode: carrier.code,
      logisticsName: carrier.name,
      logisticsNo: waybillNo(story),
      freight: SUMS.freight,
      insuredFee: SUMS.insuredFee,
      currency: CNY,
      grossWeight: SUMS.grossWeight,
      packNo: 1,
      goodsInfo: GOODS.map(({ itemName, qty }) => `${itemName}×${qty}`).join('；'),
      ebcCode: seller.code,
      ebcName: seller.name,
      ebcTelephone: '13900000960',
    },
    items: [],
  };
}

export function exportList(story: Story): DocumentOf<'CEB603Message'> {
  const { seller, carrier, declarant, siteOperator } = story.firms;
  const { mode } = story;
  const inZone = mode === '1210';
  return {
    head: {
      ...submission(story, 'list', WHEN.list),
      customsCode: OFFICE,
      ...sellers(story),
      orderNo: story.orderNo,
      logisticsCode: carrier.code,
      logisticsName: carrier.name,
      logisticsNo: waybillNo(story),
      copNo: listNo(story),
      ieFlag: 'E',
      portCode: ROUTE.portCode,
      ieDate: story.at(WHEN.departed).slice(0, 8),
      statisticsFlag: isB2b(mode) ? 'A' : 'B',
      agentCode: declarant.code,
      agentName: declarant.name,
      ownerCode: seller.code,
      ownerName: seller.name,
      ...(inZone && { iacCode: siteOperator.code, iacName: siteOperator.name, emsNo: BOOK.emsNo }),
      tradeMode: mode,
      trafMode: ROUTE.trafMode,
      trafName: ROUTE.trafName,
      voyageNo: ROUTE.voyageNo,
      billNo: masterBillNo(story),
      country: ROUTE.destination,
      POD: 'THA',
      freight: SUMS.freight,
      fCurrency: CNY,
      fFlag: '3',
      insuredFee: SUMS.insuredFee,
      iCurrency: CNY,
      iFlag: '3',
      wrapType: '2',
      packNo: 1,
      grossWeight: SUMS.grossWeight,
      netWeight: SUMS.netWeight,
    },
    items: GOODS.map(
      ({ itemNo, itemName, gcode, gmodel, barCode, unit, qty, price, totalPrice, lawful }, at) => ({
        gnum: at + 1,
        itemNo,
        ...(inZone && { itemRecordNo: BOOK.itemRecordNo(at) }),
        itemName,
        gcode,
        gname: itemName,
        gmodel,
        barCode,
        country: ROUTE.destination,
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
