import type { ReceiptRecord } from '#exchange';
import type { Queryable } from '#postgres';
import type { Application, ApplicationState } from '../domain/application.ts';
import { resultItems } from '../storage/results.ts';
import type { NewSummary } from '../storage/writing.ts';

/** Goods of a summary told in one receipt; more are told in further parts (D). */
const partOfItems = 5_000;

/** What is answered when an application comes from one state to another, and in which words of the receipt. */
const ANSWERS: Readonly<Partial<Record<ApplicationState, readonly [status: string, info: string]>>> = {
  'summed-up': ['399', '汇总申请已审结'],
  empty: ['100', '没有可汇总的清单'],
};

/** Receipts of an application that came as a message (CEB702). */
export function applicationReceipts(
  before: ApplicationState,
  one: Application,
  returnTime: string,
): ReceiptRecord[] {
  const word = one.state === before || one.origin !== 'message' ? undefined : ANSWERS[one.state];
  if (!word) return [];
  const [returnStatus, info] = word;
  const { agentCode, ebcCode, copNo, preNo, sumNo } = one;
  return [
    {
      ...{ recipient: one.by, type: 'CEB702', orderNo: null, returnStatus, returnTime },
      returnInfo: `${info}[汇总申请编号：${sumNo}]`,
      body: { agentCode, ebcCode, copNo: copNo ?? '', preNo: preNo ?? '', sumNo, msgSeqNo: '1' },
    },
  ];
}

/** What customs tells of summaries of an application that came as a message, part by part (CEB792). */
export async function resultReceipts(
  client: Queryable,
  one: Application,
  made: readonly NewSummary[],
  returnTime: string,
): Promise<ReceiptRecord[]> {
  if (one.origin !== 'message') return [];
  const receipts: ReceiptRecord[] = [];
  for (const { declSeqNo, entryId, customsCode } of made) {
    const { items, ...weights } = await resultItems(client, one.ebcCode, declSeqNo);
    const parts = Math.max(1, Math.ceil(items.length / partOfItems));
    for (let part = 1; part <= parts; part += 1)
      receipts.push({
        ...{ recipient: one.by, type: 'CEB792', orderNo: null, returnStatus: '399', returnTime },
        returnInfo: `汇总单${declSeqNo}`,
        body: {
          ...{ customsCode, sumNo: one.sumNo, opDate: returnTime, declSeqNo, entryId, decState: 'A' },
          ...{
            agentCode: one.agentCode,
            agentName: one.agentName,
            ebcCode: one.ebcCode,
            ebcName: one.ebcName,
          },
          ...{ declAgentCode: one.declAgentCode, declAgentName: one.declAgentName, ...weights },
          ...{ msgCount: String(parts), msgSeqNo: String(part) },
          SummaryResultList: items.slice((part - 1) * partOfItems, part * partOfItems),
        },
      });
  }
  return receipts;
}
