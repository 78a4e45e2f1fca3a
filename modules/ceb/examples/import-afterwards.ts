import type { DocumentOf } from '../types.ts';
import { digitsOf } from './identity.ts';
import { BUYER, GOODS, listNo, masterBillNo, ROUTE, SUMS, WHEN, waybillNo } from './import-purchase.ts';
import { sellers, submission } from './paper.ts';
import { OFFICE, type Story } from './story.ts';

/** The list meant, as cancellation and return name it. */
function listMeant(story: Story) {
  const { carrier, declarant } = story.firms;
  return {
    customsCode: OFFICE,
    orderNo: story.orderNo,
    ...sellers(story),
    logisticsNo: waybillNo(story),
    logisticsCode: carrier.code,
    logisticsName: carrier.name,
    invtNo: story.invtNo,
    ...BUYER,
    agentCode: declarant.code,
    agentName: declarant.name,
  } as const;
}

export function importCancellation(story: Story): DocumentOf<'CEB623Message'> {
  return {
    head: {
      ...submission(story, 'cancellation', WHEN.cancelled),
      ...listMeant(story),
      copNo: listNo(story),
      preNo: story.preNo('B', WHEN.list),
      reason: '订购人在发货前取消订单',
    },
    items: [],
  };
}

/** Of the goods only the pillow goes back: by the number and code it has in the list. */
export function importReturn(story: Story): DocumentOf<'CEB625Message'> {
  const back = GOODS[1];
  return {
    head: {
      ...submission(story, 'return', WHEN.returned),
      ...listMeant(story),
      copNo: story.number('R', 20),
      reason: '订购人七日内无理由退货',
    },
    items: [{ gnum: 2, gcode: back.gcode, gname: back.itemName, qty: back.qty, unit: back.unit }],
  };
}

export function importTally(story: Story): DocumentOf<'CEB711Message'> {
  const { siteOperator, carrier } = story.firms;
  return {
    head: {
      ...submission(story, 'tally', WHEN.tally),
      customsCode: OFFICE,
      copNo: story.number('T', 20),
      operatorCode: siteOperator.code,
      operatorName: siteOperator.name,
      ieFlag: 'I',
      trafMode: ROUTE.trafMode,
      trafNo: ROUTE.trafNo,
      voyageNo: ROUTE.voyageNo,
      billNo: masterBillNo(story),
      logisticsCode: carrier.code,
      logisticsName: carrier.name,
      unloadLocation: '1号库A区12位',
    },
    items: [{ gnum: 1, logisticsNo: waybillNo(story) }],
  };
}

const taxNo = (story: Story): string =>
  `TX${story.at(WHEN.taxBill).slice(0, 8)}${digitsOf(story.orderNo, 8)}`;

export function importTaxBill(story: Story): DocumentOf<'CEB816Message'> {
  const { seller, carrier, declarant } = story.firms;
  return {
    head: {
      guid: story.guid('tax-bill'),
      returnTime: story.exactlyAt(WHEN.taxBill),
      invtNo: story.invtNo,
      taxNo: taxNo(story),
      customsTax: '0',
      valueAddedTax: SUMS.tax,
      consumptionTax: '0',
      status: '1',
      assureCode: seller.code,
      ebcCode: seller.code,
      logisticsCode: carrier.code,
      agentCode: declarant.code,
      customsCode: OFFICE,
    },
    items: GOODS.map(({ gcode }, at) => ({
      gnum: at + 1,
      gcode,
      taxPrice: SUMS.taxed[at]?.taxPrice ?? '0',
      customsTax: '0',
      valueAddedTax: SUMS.taxed[at]?.valueAddedTax ?? '0',
      consumptionTax: '0',
    })),
  };
}

export function importTaxStatus(story: Story): DocumentOf<'CEB818Message'> {
  return {
    head: {
      guid: story.guid('tax-status'),
      returnTime: story.exactlyAt(WHEN.taxSummarised),
      invtNo: story.invtNo,
      taxNo: taxNo(story),
      status: '2',
      entDutyNo: `${story.at(WHEN.taxSummarised).slice(0, 6)}${OFFICE}${digitsOf(story.orderNo, 8)}`,
      assureCode: story.firms.seller.code,
    },
    items: [],
  };
}
