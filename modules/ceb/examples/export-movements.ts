import type { DocumentOf } from '../types.ts';
import {
  bagNo,
  GOODS,
  masterBillNo,
  ROUTE,
  SUMS,
  summaryDeclarationNo,
  summaryNo,
  WHEN,
  waybillNo,
} from './export-sale.ts';
import { submission } from './paper.ts';
import { OFFICE, type Story } from './story.ts';

/** A message that is not split says that it is the first of one. */
const WHOLE = { msgCount: 1, msgSeqNo: 1 } as const;

const parcel = (story: Story) => ({ gnum: 1, totalPackageNo: bagNo(story), logisticsNo: waybillNo(story) });

const carrierOf = ({ firms: { carrier } }: Story) =>
  ({ logisticsCode: carrier.code, logisticsName: carrier.name }) as const;

export function exportArrival(story: Story): DocumentOf<'CEB507Message'> {
  const { siteOperator } = story.firms;
  return {
    head: {
      ...submission(story, 'arrival', WHEN.arrived),
      customsCode: OFFICE,
      copNo: story.number('A', 30),
      operatorCode: siteOperator.code,
      operatorName: siteOperator.name,
      ieFlag: 'E',
      trafMode: ROUTE.trafMode,
      billNo: masterBillNo(story),
      domesticTrafNo: ROUTE.domesticTrafNo,
      ...carrierOf(story),
      ...WHOLE,
    },
    items: [parcel(story)],
  };
}

export function exportDeparture(story: Story): DocumentOf<'CEB509Message'> {
  return {
    head: {
      ...submission(story, 'departure', WHEN.departed + 20),
      customsCode: OFFICE,
      copNo: story.number('D', 30),
      ...carrierOf(story),
      trafMode: ROUTE.trafMode,
      trafName: ROUTE.trafName,
      voyageNo: ROUTE.voyageNo,
      billNo: masterBillNo(story),
      leaveTime: story.at(WHEN.departed),
      ...WHOLE,
    },
    items: [parcel(story)],
  };
}

export function exportMasterBill(story: Story): DocumentOf<'CEB607Message'> {
  const { declarant } = story.firms;
  return {
    head: {
      ...submission(story, 'master-bill', WHEN.bundled),
      customsCode: OFFICE,
      copNo: story.number('Z', 30),
      agentCode: declarant.code,
      agentName: declarant.name,
      trafMode: ROUTE.trafMode,
      trafName: ROUTE.trafName,
      voyageNo: ROUTE.voyageNo,
      billNo: masterBillNo(story),
      domesticTrafNo: ROUTE.domesticTrafNo,
      grossWeight: SUMS.grossWeight,
      ...carrierOf(story),
      ...WHOLE,
    },
    items: [{ ...parcel(story), invtNo: story.invtNo }],
  };
}

/** Who asks for the summary, for whom, and who will declare it. */
function partiesOfSummary({ firms: { seller, declarant } }: Story) {
  return {
    agentCode: declarant.code,
    agentName: declarant.name,
    ebcCode: seller.code,
    ebcName: seller.name,
    declAgentCode: declarant.code,
    declAgentName: declarant.name,
  } as const;
}

export function exportSummaryApplication(story: Story): DocumentOf<'CEB701Message'> {
  return {
    head: {
      ...submission(story, 'summary', WHEN.summarised),
      customsCode: OFFICE,
      copNo: story.number('H', 30),
      ...partiesOfSummary(story),
      summaryFlag: '1',
      itemNameFlag: '1',
      ...WHOLE,
    },
    items: [{ invtNo: story.invtNo }],
  };
}

export function exportSummaryResult(story: Story): DocumentOf<'CEB792Message'> {
  return {
    head: {
      guid: story.guid('summary-result'),
      customsCode: OFFICE,
      sumNo: summaryNo(story),
      opDate: story.exactlyAt(WHEN.summaryDone),
      declSeqNo: summaryDeclarationNo(story),
      decState: 'A',
      ...partiesOfSummary(story),
      grossWeight: SUMS.grossWeight,
      netWeight: SUMS.netWeight,
      ...WHOLE,
    },
    items: GOODS.map(({ gcode }, at) => ({
      invtNo: story.invtNo,
      logisticsNo: waybillNo(story),
      gseqno: at + 1,
      gnum: at + 1,
      gcode,
    })),
  };
}
