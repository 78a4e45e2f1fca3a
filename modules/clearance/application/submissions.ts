import type { ImportDeclaration } from '#ceb';
import { announceChanges, keyText } from '#documents';
import {
  type DocumentHandler,
  onlySaved,
  type StoredDocument,
  savedAnswer,
  type TakenDocument,
} from '#exchange';
import { record } from '#journal';
import { type Day, formatDecimal, parseDecimal, subtract, yearOf, ZERO } from '#kernel';
import type { Client, Queryable } from '#postgres';
import { giveBackWeights, moveAllowances, returnedBefore } from '#quotas';
import { countDecisions, uncountDecisions } from '../storage/counts.ts';
import {
  addDecisions,
  type DecisionRecord,
  type LatestDecision,
  latestDecisions,
} from '../storage/decisions.ts';
import { standingsOf } from '../storage/pages.ts';
import { type WaitingList, waitingLists } from '../storage/waiting.ts';
import { type Companion, tellRecorded } from './companions.ts';
import { journalEntry } from './judge-batch.ts';
import type { HeldFollower } from './ports.ts';

/** Manual review: nobody has opened the parcel yet, so the sender may still mend or withdraw the list. */
const manualReview = '300';

/** 退运: the goods leave the country, so there is nothing to mend. */
const returnedAbroad = '700';

function standingOf({
  outcome,
  returnStatus,
}: Pick<LatestDecision, 'outcome' | 'returnStatus'>): StoredDocument['standing'] {
  if (outcome === 'refused' && returnStatus === returnedAbroad) return 'locked';
  if (outcome === 'refused' || outcome === 'withdrawn') return 'returned';
  return outcome === 'held' && returnStatus === manualReview ? 'open' : 'locked';
}

/** What may still be done with lists on file, by business key. */
export const listStandings: DocumentHandler['standings'] = async (client, orderNos) => {
  // In this order: a judge at work on one of them has then finished, and what it decided is seen.
  const waiting = await waitingLists.lock(client, orderNos);
  const decisions = await latestDecisions(client, orderNos);
  const standings = new Map<string, StoredDocument['standing']>(
    decisions.map((decision) => [keyText([decision.orderNo, decision.ebpCode]), standingOf(decision)]),
  );
  for (const { orderNo, ebpCode } of waiting) standings.set(keyText([orderNo, ebpCode]), 'open');
  return standings;
};

/** The same as a page shows it: looked at, and held by nobody. */
export async function standingsSeen(
  client: Queryable,
  orderNos: readonly string[],
): ReturnType<DocumentHandler['standings']> {
  const standings = await standingsOf(client, orderNos);
  return new Map(
    standings.map(({ orderNo, ebpCode, state, returnStatus }) => [
      keyText([orderNo, ebpCode]),
      state === 'waiting' ? 'open' : standingOf({ outcome: state, returnStatus }),
    ]),
  );
}

/** Papers of an order may change until a list that rests on them is released or under inspection. */
export const paperStandings: DocumentHandler['standings'] = async (client, orderNos) => {
  await announceChanges(client, orderNos);
  await waitingLists.lock(client, orderNos);
  const standings = new Map<string, StoredDocument['standing']>();
  for (const decision of await latestDecisions(client, orderNos))
    if (standingOf(decision) === 'locked') standings.set(decision.orderNo, 'locked');
  return standings;
};

export interface SubmissionPorts {
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  /** How long a list waits for its papers, milliseconds, on a day. */
  readonly paperWaitMs: (day: Day) => number;
  readonly annualLimit: (day: Day) => string;
  readonly edition: string;
  readonly follower?: HeldFollower | undefined;
  readonly companions: readonly Companion[];
}

/** Puts lists taken in into the queue, takes withdrawn ones out, and gives back what an earlier attempt had reserved. */
export function onListsTaken(ports: SubmissionPorts): NonNullable<DocumentHandler['taken']> {
  return async (client, documents) => {
    const again = documents.filter(({ act }) => act !== 'insert');
    const earlier = await latestByKey(client, again);
    const queued = again.length > 0 ? await waitingLists.remove(client, again.map(headOf)) : [];
    const at = ports.now();
    const waitMs = ports.paperWaitMs(ports.chinaDay(at));
    const waiting = documents
      .filter(({ act, document }) => act !== 'remove' && !onlySaved(document.head))
      .map((taken) => waitingOf(taken, (earlier.get(taken.key)?.attempt ?? 0) + 1, waitMs));
    if (waiting.length > 0) await waitingLists.add(client, waiting);
    // The decision before a list that was in the queue no longer counted from when it came into the queue.
    const overtaken = new Map(earlier);
    for (const { orderNo, ebpCode } of queued) overtaken.delete(keyText([orderNo, ebpCode]));
    if (overtaken.size > 0) await giveBack(ports, client, [...overtaken.values()]);
    // A declared list that is sent again to be saved only is declared no more.
    const withdrawn = documents.filter(
      ({ key, act, document }) => act === 'remove' || (onlySaved(document.head) && earlier.has(key)),
    );
    if (withdrawn.length > 0) await withdraw(ports, client, withdrawn, earlier, at);
    if (overtaken.size > 0) await uncountDecisions(client, [...overtaken.values()]);
    const gone = new Set(withdrawn.map(({ key }) => key));
    const left = [...overtaken].flatMap(([key, { orderNo, ebpCode, outcome }]) =>
      outcome === 'held'
        ? [{ orderNo, ebpCode, as: gone.has(key) ? ('withdrawn' as const) : ('sent-again' as const), at }]
        : [],
    );
    if (left.length > 0) await ports.follower?.left(client, left);
  };
}

type ListHead = ImportDeclaration['head'];

const headOf = ({ document }: TakenDocument): ListHead => document.head as ListHead;

async function latestByKey(
  client: Client,
  documents: readonly TakenDocument[],
): Promise<Map<string, LatestDecision>> {
  if (documents.length === 0) return new Map();
  const decisions = await latestDecisions(
    client,
    documents.map(({ orderNo }) => orderNo),
  );
  const wanted = new Set(documents.map(({ key }) => key));
  const byKey = new Map(
    decisions.map((decision) => [keyText([decision.orderNo, decision.ebpCode]), decision]),
  );
  return new Map([...byKey].filter(([key]) => wanted.has(key)));
}

function waitingOf(taken: TakenDocument, attempt: number, waitMs: number): WaitingList {
  const { orderNo, ebpCode, tradeMode } = taken.document.head as ListHead;
  const acceptedAt = taken.receivedAt;
  return {
    orderNo,
    ebpCode,
    recipient: taken.sender,
    tradeMode,
    attempt,
    acceptedAt,
    deadline: new Date(acceptedAt.getTime() + waitMs),
  };
}

/** What the last decision reserved goes back to the buyer, exactly once: the ledger's key holds the attempt. */
export async function giveBack(
  ports: Pick<SubmissionPorts, 'now' | 'chinaDay' | 'annualLimit'>,
  client: Client,
  decisions: readonly LatestDecision[],
): Promise<void> {
  // In the order of the ledger keys, as judges lock them.
  const inOrder = [...decisions].sort((a, b) => ((a.buyerKey ?? '') < (b.buyerKey ?? '') ? -1 : 1));
  for (const decision of inOrder) {
    const { buyerKey, dutiableValue, orderNo, ebpCode, attempt, outcome } = decision;
    if (buyerKey === null || dutiableValue === null || outcome === 'withdrawn') continue;
    // The year in which it was reserved, whatever the year now.
    const reservedOn = ports.chinaDay(decision.acceptedAt);
    const year = yearOf(reservedOn);
    const day = ports.chinaDay(ports.now());
    // What has been sent back before has given its part back already.
    const returned = await returnedBefore(client, { buyerKey, orderNo, ebpCode, attempt });
    const amount = formatDecimal(subtract(parseDecimal(dutiableValue), parseDecimal(returned)));
    const net = new Map([[buyerKey, formatDecimal(subtract(ZERO, parseDecimal(amount)))]]);
    const movement = { buyerKey, year, orderNo, ebpCode, attempt, kind: 'give-back' as const, amount, day };
    await moveAllowances(client, [movement], net, year, ports.annualLimit(reservedOn), () => true);
    await giveBackWeights(client, { buyerKey, orderNo, ebpCode, attempt });
  }
}

async function withdraw(
  ports: SubmissionPorts,
  client: Client,
  removed: readonly TakenDocument[],
  earlier: ReadonlyMap<string, LatestDecision>,
  at: Date,
): Promise<void> {
  const decisions = removed.map((taken): DecisionRecord => {
    const head = taken.document.head as ListHead;
    return {
      orderNo: head.orderNo,
      ebpCode: head.ebpCode,
      attempt: (earlier.get(taken.key)?.attempt ?? 0) + 1,
      step: 0,
      acceptedAt: taken.receivedAt,
      decidedAt: at,
      judge: 'sender',
      outcome: 'withdrawn',
      returnStatus: '2',
      returnInfo: taken.act === 'remove' ? `清单删除申报成功[${head.guid}]` : savedAnswer.info,
      preNo: taken.extra[0] ?? '',
      invtNo: earlier.get(taken.key)?.invtNo ?? null,
      tradeMode: head.tradeMode,
      customsCode: head.customsCode,
      recipient: taken.sender,
      dutiableValue: null,
      taxTotal: null,
      buyerKey: null,
      rulebook: ports.edition,
      assessment: '{}',
    };
  });
  await addDecisions(client, decisions);
  await tellRecorded(ports.companions, client, decisions);
  await record(client, decisions.map(journalEntry));
  await countDecisions(client, decisions);
}
