import { type CustomsState, canFollow, stateOfStatus } from '#ceb';
import { answerDocuments, type DocumentAnswer, type DocumentTable } from '#documents';
import type { Client } from '#postgres';
import { type ExportStanding, listKey } from '../domain/export-list.ts';
import type { ExportDecision } from '../storage/decisions.ts';
import {
  arrivals,
  departures,
  exportLists,
  exportOrders,
  exportPayments,
  exportWaybills,
  masterLists,
} from '../storage/export-papers.ts';
import { standingsOfOrders } from '../storage/standings.ts';
import type { ExportPorts } from './ports.ts';
import { type ExportStep, recordSteps } from './record-steps.ts';

/** What customs says of one document. */
interface CustomsAnswer {
  readonly key: string;
  readonly orderNo: string;
  /** The message the answer is to. */
  readonly messageId: string;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly at: Date;
  /** A newer one came before it: it is noted and moves nothing. */
  readonly late: boolean;
  readonly preNo?: string | undefined;
  readonly invtNo?: string | undefined;
}

/** Records answers; what it returns is done after the commit. */
export type Answered = (client: Client, answers: readonly CustomsAnswer[]) => Promise<() => void>;

/** What a state of customs decides of a list; one that is not named here is in progress. */
const decided: Readonly<Partial<Record<CustomsState, ExportDecision['outcome']>>> = {
  'not-sent': 'refused',
  rejected: 'refused',
  review: 'held',
  suspended: 'held',
  inspection: 'held',
  detained: 'held',
  concluded: 'concluded',
  released: 'released',
  closed: 'closed',
};

/** The state of customs a list stands at by its latest decision. */
const stateOf = ({ outcome, returnStatus }: ExportStanding): CustomsState =>
  outcome === 'cancelled' || outcome === 'withdrawn' ? outcome : (stateOfStatus(returnStatus) ?? 'declaring');

/** By root of the declaration, who is told of what customs says. */
export function answeredBy(
  ports: ExportPorts,
  moved: (waybills: readonly string[]) => void,
): ReadonlyMap<string, Answered> {
  const onPapers =
    (table: DocumentTable): Answered =>
    async (client, answers) => {
      await answerDocuments(table, client, newest(answers));
      return () => undefined;
    };
  return new Map<string, Answered>([
    ['CEB303Message', onPapers(exportOrders)],
    ['CEB403Message', onPapers(exportPayments)],
    ['CEB505Message', onPapers(exportWaybills)],
    ['CEB507Message', onPapers(arrivals)],
    ['CEB509Message', onPapers(departures)],
    ['CEB607Message', onPapers(masterLists)],
    [
      'CEB603Message',
      async (client, answers) => {
        const lists = await onLists(ports, client, answers);
        return () => {
          if (lists.length === 0) return;
          ports.moved({ lists, recipients: new Set(lists.map(({ recipient }) => recipient)) });
          moved(lists.map(({ logisticsNo }) => logisticsNo));
        };
      },
    ],
  ]);
}

/** By document, the last answer that is not late, as it is to stand on file. */
function newest(answers: readonly CustomsAnswer[]): DocumentAnswer[] {
  const last = new Map<string, DocumentAnswer>();
  for (const { key, messageId, returnStatus, returnInfo, late } of answers)
    if (!late) last.set(key, { key, messageId, status: returnStatus, info: returnInfo });
  return [...last.values()];
}

/** An answer to a version that has been sent anew since says nothing of the one on file. */
async function onLists(
  ports: ExportPorts,
  client: Client,
  answers: readonly CustomsAnswer[],
): Promise<ExportStanding[]> {
  const onFile = await answerDocuments(exportLists, client, newest(answers));
  const mine = answers.filter(({ key, late }) => !late && onFile.has(key));
  const standings = await standingsOfOrders(client, [...new Set(mine.map(({ orderNo }) => orderNo))]);
  const latest = new Map(standings.map((one) => [listKey(one), one]));
  const moved = new Map<string, ExportStanding>();
  // Of several answers to one list each is a step of its own; nearly always there is one.
  for (const answer of mine) {
    const before = latest.get(answer.key);
    const step = before && stepOf(before, answer);
    if (!step) continue;
    const [after] = await recordSteps(ports, client, [step], 'by-customs');
    if (!after) continue;
    latest.set(answer.key, after);
    moved.set(answer.key, after);
  }
  return [...moved.values()];
}

/** Undefined where the answer decides nothing new, or cannot come after what customs has said before. */
function stepOf(before: ExportStanding, answer: CustomsAnswer): ExportStep | undefined {
  const state = stateOfStatus(answer.returnStatus);
  const outcome = state && decided[state];
  if (state === undefined || outcome === undefined) return undefined;
  if (outcome === before.outcome && answer.returnStatus === before.returnStatus) return undefined;
  if (!canFollow('export', stateOf(before), state)) return undefined;
  const { returnStatus, returnInfo, at, preNo, invtNo } = answer;
  return { before, outcome, returnStatus, returnInfo, at, preNo, invtNo, judge: 'customs' };
}
