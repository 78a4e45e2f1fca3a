import { randomUUID } from 'node:crypto';
import { standingsOf } from '#clearance';
import { importLists } from '#declarations';
import { type AgedDocument, agedDocuments, type DocumentTable, erasePersons } from '#documents';
import { agedMessages, eraseMessages } from '#exchange';
import { record } from '#journal';
import { chinaDay } from '#kernel';
import { importOrders } from '#orders';
import { importPayments } from '#payments';
import type { Database } from '#postgres';
import { importCancellations, importReturns } from '#returns';
import { importWaybills } from '#waybills';
import { type ErasedKind, pastSince, type Retention } from '../domain/retention.ts';
import {
  eraseCorrections,
  eraseTries,
  heldOrders,
  noteRun,
  type RetentionRun,
} from '../storage/retention.ts';
import { papersOf } from './showing-list.ts';

export interface RetentionPorts {
  /** With the rights of the tables' owner: the running platform may erase nothing of evidence. */
  readonly database: Database;
  readonly now: () => Date;
  readonly retention: Retention;
  /** Rows at once; each stretch is a transaction of its own. */
  readonly stretch: number;
}

const tables: readonly (readonly [kind: ErasedKind, table: DocumentTable])[] = [
  ['order', importOrders],
  ['list', importLists],
  ['waybill', importWaybills],
  ['payment', importPayments],
  // They name the persons of their list, for as long.
  ['list', importCancellations],
  ['list', importReturns],
];

interface Counts {
  readonly erased: Record<string, number>;
  readonly held: Record<string, number>;
}

/**
 * Erases what is past its time: the persons of papers, the bytes of messages, what persons asked, tries to be confirmed.
 * What a list in hand or a legal hold needs stays. A run that is stopped goes on with the next one.
 * @param dry counts alone
 */
export async function runRetention(ports: RetentionPorts, dry: boolean): Promise<RetentionRun> {
  const { database, now, retention } = ports;
  const beganAt = now();
  const counts: Counts = { erased: {}, held: {} };
  const held = await heldOrders(database);
  const before = (kind: ErasedKind): Date =>
    new Date(`${pastSince(chinaDay(beganAt.getTime()), retention.monthsOf(kind))}T00:00:00+08:00`);
  for (const [kind, table] of tables)
    await overPapers({ ...ports, dry, counts, held }, kind, table, before(kind));
  await overMessages({ ...ports, dry, counts, held }, before);
  if (!held.everything) {
    counts.erased.correction = await eraseCorrections(database, before('correction'), held.orders, dry);
    counts.erased['identity-try'] = await eraseTries(database, before('identity-try'), dry);
  }
  const run = { beganAt, endedAt: now(), ...counts };
  if (!dry) {
    const runId = randomUUID();
    await database.transaction(async (client) => {
      await noteRun(client, runId, run);
      await record(client, [{ at: run.endedAt, kind: 'retention-run', subject: runId, body: counts }]);
    });
  }
  return run;
}

interface Running extends RetentionPorts {
  readonly dry: boolean;
  readonly counts: Counts;
  readonly held: { readonly orders: ReadonlySet<string>; readonly everything: boolean };
}

function add(to: Record<string, number>, kind: string, count: number): void {
  to[kind] = (to[kind] ?? 0) + count;
}

/** Whether an order is still in hand, or was decided on later than its time is counted from. */
async function stillNeeded(
  { database }: Running,
  orderNos: readonly string[],
  before: Date,
): Promise<ReadonlySet<string>> {
  const standings = await standingsOf(database, orderNos);
  const inHand: readonly string[] = ['waiting', 'held', 'forwarded'];
  return new Set(
    standings.filter(({ state, at }) => inHand.includes(state) || at >= before).map(({ orderNo }) => orderNo),
  );
}

async function overPapers(
  running: Running,
  kind: ErasedKind,
  table: DocumentTable,
  before: Date,
): Promise<void> {
  const { database, now, stretch, dry, counts, held } = running;
  let after: readonly string[] | undefined;
  do {
    const aged: AgedDocument[] = await agedDocuments(table, database, { before, after, limit: stretch });
    const orderOf = ({ key: [orderNo = ''] }: AgedDocument): string => orderNo;
    const isHeld = (one: AgedDocument): boolean => held.everything || held.orders.has(orderOf(one));
    add(counts.held, kind, aged.filter(isHeld).length);
    const free = aged.filter((one) => !isHeld(one));
    const needed = await stillNeeded(running, [...new Set(free.map(orderOf))], before);
    const past = free.filter((one) => !needed.has(orderOf(one)));
    const erased = dry
      ? past.length
      : await database.transaction((client) => erasePersons(table, client, past, now()));
    add(counts.erased, kind, erased);
    after = aged.length === stretch ? aged.at(-1)?.key : undefined;
  } while (after);
}

/** Roots of messages that carry payments. */
const paymentRoots = ['CEB411Message'];

async function overMessages(running: Running, before: (kind: ErasedKind) => Date): Promise<void> {
  const { database, now, stretch, dry, counts, held } = running;
  // A message that carries a paper of an order that is held is evidence too.
  const papers = held.orders.size > 0 ? await papersOf(database, ...held.orders) : [];
  const heldIds = new Set(papers.map(({ messageId }) => messageId));
  for (const [kind, but] of [
    ['message', true],
    ['payment-message', false],
  ] as const) {
    let after: { readonly sender: string; readonly messageId: string } | undefined;
    do {
      const wish = { roots: paymentRoots, but, before: before(kind), after, limit: stretch };
      const aged = await agedMessages(database, wish);
      const free = aged.filter(({ messageId }) => !held.everything && !heldIds.has(messageId));
      add(counts.held, kind, aged.length - free.length);
      const erased = dry
        ? free.length
        : await database.transaction((client) => eraseMessages(client, free, now()));
      add(counts.erased, kind, erased);
      after = aged.length === stretch ? aged.at(-1) : undefined;
    } while (after);
  }
}
