import type { DocumentOf } from '#ceb';
import { announceChanges, keyText } from '#documents';
import {
  type DocumentHandler,
  onlySaved,
  type StoredDocument,
  savedAnswer,
  type TakenDocument,
} from '#exchange';
import { record } from '#journal';
import type { Client } from '#postgres';
import { type ExportMove, type ExportStanding, listKey } from '../domain/export-list.ts';
import { countStandings } from '../storage/counts.ts';
import { addDecisions } from '../storage/decisions.ts';
import { markWaiting, putStandings, standingsOfOrders, standingsOfWaybills } from '../storage/standings.ts';
import { ordersWaitingFor, type WaitingExport, waitingExports } from '../storage/waiting.ts';
import { type ExportFollower, tellFollowers } from './follower.ts';
import { journalEntry } from './journal-entries.ts';

type Standings = DocumentHandler['standings'];
type Head = DocumentOf<'CEB603Message'>['head'];

/** Manual review: nobody has opened the parcel yet, so the sender may still mend or withdraw the list. */
const manualReview = '300';

function standingOf({ outcome, returnStatus }: ExportStanding): StoredDocument['standing'] {
  if (outcome === 'waiting') return 'open';
  if (outcome === 'refused' || outcome === 'withdrawn' || outcome === 'cancelled') return 'returned';
  return outcome === 'held' && returnStatus === manualReview ? 'open' : 'locked';
}

/** What may still be done with export lists on file, by business key. */
export const listStandings: Standings = async (client, orderNos) => {
  // In this order: a judge at work on one of them has then finished, and what it decided is seen.
  const waiting = await waitingExports.lock(client, orderNos);
  const judged = await standingsOfOrders(client, orderNos);
  const standings = new Map(judged.map((one) => [listKey(one), standingOf(one)]));
  for (const one of waiting) standings.set(listKey(one), 'open');
  return standings;
};

/** Orders and payments may change until a list that rests on them is decided. */
export const paperStandings: Standings = async (client, orderNos) => {
  await announceChanges(client, orderNos);
  await waitingExports.lock(client, orderNos);
  const judged = await standingsOfOrders(client, orderNos);
  const locked = judged.filter((one) => standingOf(one) === 'locked');
  return new Map(locked.map((one) => [listKey(one), 'locked' as const]));
};

/** The same of waybills, which the lists name. */
export const waybillStandings: Standings = async (client, logisticsNos) => {
  await announceChanges(client, logisticsNos);
  await waitingExports.lock(client, await ordersWaitingFor(client, logisticsNos));
  const judged = await standingsOfWaybills(client, logisticsNos);
  const locked = judged.filter((one) => standingOf(one) === 'locked');
  return new Map(
    locked.map(({ logisticsNo, logisticsCode }) => [
      keyText([logisticsNo, logisticsCode]),
      'locked' as const,
    ]),
  );
};

export interface SubmissionPorts {
  readonly now: () => Date;
  /** How long a list waits for its papers, milliseconds, when it comes in at this instant. */
  readonly paperWaitMs: (at: Date) => number;
  /** Edition of the rules in force. */
  readonly edition: () => string;
  readonly followers: readonly ExportFollower[];
}

/** Puts export lists taken in into the queue, and takes withdrawn ones out. */
export function onListsTaken(ports: SubmissionPorts): NonNullable<DocumentHandler['taken']> {
  return async (client, documents) => {
    const at = ports.now();
    const again = documents.filter(({ act }) => act !== 'insert');
    const before = await judgedBefore(client, again);
    if (again.length > 0) await waitingExports.remove(client, again.map(headOf));
    const declared = documents.filter(({ act, document }) => act !== 'remove' && !onlySaved(document.head));
    const waitMs = ports.paperWaitMs(at);
    if (declared.length > 0)
      await waitingExports.add(
        client,
        declared.map((taken) => waitingOf(taken, (before.get(taken.key)?.attempt ?? 0) + 1, waitMs)),
      );
    const resent = declared.flatMap(({ key }) => before.get(key) ?? []);
    await markWaiting(client, resent);
    await countStandings(client, [], resent);
    // A declared list that is sent again to be saved only is declared no more.
    const withdrawn = documents.filter(
      ({ key, act, document }) => act === 'remove' || (onlySaved(document.head) && before.has(key)),
    );
    const moves = await withdraw(ports, client, withdrawn, before, at);
    const sentAgain = resent
      .filter(({ outcome }) => outcome !== 'waiting')
      .map((list): ExportMove => ({ what: 'sent-again', at, list }));
    await tellFollowers(ports.followers, client, [...moves, ...sentAgain]);
  };
}

const headOf = ({ document }: TakenDocument): Head => document.head as Head;

async function judgedBefore(
  client: Client,
  documents: readonly TakenDocument[],
): Promise<ReadonlyMap<string, ExportStanding>> {
  if (documents.length === 0) return new Map();
  const standings = await standingsOfOrders(
    client,
    documents.map(({ orderNo }) => orderNo),
  );
  const wanted = new Set(documents.map(({ key }) => key));
  return new Map(standings.map((one) => [listKey(one), one] as const).filter(([key]) => wanted.has(key)));
}

function waitingOf(taken: TakenDocument, attempt: number, waitMs: number): WaitingExport {
  const { orderNo, ebpCode, ebcCode, tradeMode, logisticsCode, logisticsNo } = headOf(taken);
  const acceptedAt = taken.receivedAt;
  return {
    ...{ orderNo, ebpCode, ebcCode, tradeMode, logisticsCode, logisticsNo, attempt, acceptedAt },
    recipient: taken.sender,
    deadline: new Date(acceptedAt.getTime() + waitMs),
  };
}

async function withdraw(
  ports: SubmissionPorts,
  client: Client,
  removed: readonly TakenDocument[],
  before: ReadonlyMap<string, ExportStanding>,
  at: Date,
): Promise<ExportMove[]> {
  if (removed.length === 0) return [];
  const lists = removed.map((taken) => withdrawnList(taken, before.get(taken.key), at));
  await addDecisions(
    client,
    lists.map((list, i) => ({
      ...list,
      judge: 'sender',
      outcome: 'withdrawn',
      returnInfo: removed[i]?.act === 'remove' ? `清单删除申报成功[${list.orderNo}]` : savedAnswer.info,
      rulebook: ports.edition(),
      assessment: '{}',
    })),
  );
  await putStandings(client, lists);
  await countStandings(
    client,
    lists,
    removed.flatMap(({ key }) => before.get(key) ?? []),
  );
  const moves = lists.map((list): ExportMove => ({ what: 'withdrawn', at, list }));
  await record(client, moves.map(journalEntry));
  return moves;
}

/** How a list stands that its sender has withdrawn; what was decided of it before is on record. */
function withdrawnList(taken: TakenDocument, before: ExportStanding | undefined, at: Date): ExportStanding {
  const head = headOf(taken);
  return {
    ...{ orderNo: head.orderNo, ebpCode: head.ebpCode, ebcCode: head.ebcCode },
    ...{ attempt: (before?.attempt ?? 0) + 1, step: 0, outcome: 'withdrawn', returnStatus: '2' },
    ...{ goods: 'awaited', preNo: taken.extra[0] ?? '', invtNo: before?.invtNo ?? null },
    ...{ tradeMode: head.tradeMode, statisticsFlag: head.statisticsFlag, finish: null },
    ...{ customsCode: head.customsCode, portCode: head.portCode, agentCode: head.agentCode },
    ...{ recipient: taken.sender, logisticsCode: head.logisticsCode, logisticsNo: head.logisticsNo },
    ...{ valueCny: null, acceptedAt: taken.receivedAt, decidedAt: at },
    ...{ arrivedAt: null, departedAt: null, closedAt: null },
  };
}
