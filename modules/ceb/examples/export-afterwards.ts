import type { DocumentOf } from '../types.ts';
import { GOODS, listNo, masterBillNo, ROUTE, WHEN, waybillNo } from './export-sale.ts';
import { sellers, submission } from './paper.ts';
import { OFFICE, type Story } from './story.ts';

export function exportCancellation(story: Story): DocumentOf<'CEB605Message'> {
  const { declarant, seller } = story.firms;
  return {
    head: {
      ...submission(story, 'cancellation', WHEN.cancelled),
      customsCode: OFFICE,
      copNo: listNo(story),
      preNo: story.preNo('B', WHEN.list),
      invtNo: story.invtNo,
      reason: '买家在发货前取消订单',
      agentCode: declarant.code,
      agentName: declarant.name,
      ebcCode: seller.code,
      ebcName: seller.name,
    },
    items: [],
  };
}

/** How the goods come back: by the carrier, as an import. */
function wayBack(story: Story) {
  const { carrier } = story.firms;
  return {
    logisticsCode: carrier.code,
    logisticsName: carrier.name,
    logisticsNo: waybillNo(story),
    billNo: masterBillNo(story),
    ieFlag: 'I',
    trafMode: ROUTE.trafMode,
    trafName: ROUTE.trafName,
    voyageNo: 'MU9602',
    invtNo: story.invtNo,
    coElNo: story.number('R', 20),
  } as const;
}

/** One cake of tea of the two comes back. */
export function exportReturn(story: Story): DocumentOf<'CEB213Message'> {
  const { declarant } = story.firms;
  const [tea] = GOODS;
  return {
    head: {
      ...submission(story, 'return', WHEN.returned),
      customsCode: OFFICE,
      ...sellers(story),
      ...wayBack(story),
      tradeMode: story.mode === '1210' ? '1261' : '9661',
      agentCode: declarant.code,
      agentName: declarant.name,
      portCode: ROUTE.portCode,
      reason: '买家收货后退回一件',
      country: ROUTE.destination,
    },
    items: [
      {
        gnum: 1,
        gcode: tea.gcode,
        gname: tea.itemName,
        gmodel: tea.gmodel,
        qty: '1',
        qty1: '0.357',
        unit: tea.unit,
        unit1: tea.lawful.unit1,
      },
    ],
  };
}

export function exportReturnTally(story: Story): DocumentOf<'CEB215Message'> {
  const { siteOperator } = story.firms;
  return {
    head: {
      ...submission(story, 'return-tally', WHEN.tallied),
      customsCode: OFFICE,
      operatorCode: siteOperator.code,
      operatorName: siteOperator.name,
      ...wayBack(story),
      location: '2号库退货区03位',
    },
    items: [],
  };
}
