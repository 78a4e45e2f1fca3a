import { keyText } from '#documents';
import { type Client, CopyText, escapeText, type Queryable, statement } from '#postgres';

/** A list that has been accepted and not yet judged. */
export interface WaitingList {
  readonly orderNo: string;
  readonly ebpCode: string;
  /** Who sent it and gets the receipt. */
  readonly recipient: string;
  readonly tradeMode: string;
  /** 1 for the first submission; one more for each later one that is judged anew. */
  readonly attempt: number;
  readonly acceptedAt: Date;
  /** When its papers must have come. */
  readonly deadline: Date;
}

const fields = `order_no as "orderNo", ebp_code as "ebpCode", recipient, trade_mode as "tradeMode", attempt,
  accepted_at as "acceptedAt", deadline`;

const lockThese = statement(
  `select ${fields} from clearance.waiting where order_no = any($1) order by order_no, ebp_code for update`,
);

/** Waiting lists of these orders, locked: waits for a judge that holds one, and keeps the next from taking it. */
export async function lockWaiting(client: Client, orderNos: readonly string[]): Promise<WaitingList[]> {
  return client.query<WaitingList>(lockThese, [orderNos]);
}

const takeThese = statement(
  `select ${fields} from clearance.waiting where order_no = any($1) order by order_no, ebp_code for update skip locked`,
);

/** Puts new lists into the queue. */
export async function addWaiting(client: Client, lists: readonly WaitingList[]): Promise<void> {
  const rows = new CopyText();
  for (const { orderNo, ebpCode, recipient, tradeMode, attempt, acceptedAt, deadline } of lists) {
    const key = `${escapeText(orderNo)}\t${escapeText(ebpCode)}\t${recipient}\t${escapeText(tradeMode)}`;
    rows.lines(`${key}\t${attempt}\t${acceptedAt.toISOString()}\t${deadline.toISOString()}\n`, 1);
  }
  await client.copy(
    'clearance.waiting',
    ['order_no', 'ebp_code', 'recipient', 'trade_mode', 'attempt', 'accepted_at', 'deadline'],
    rows,
  );
}

/**
 * Orders fall into so many parts by a hash: a message that changes thousands of papers must not fill PostgreSQL's
 * table of locks, and an order that only shares its part with a changed one is judged moments later.
 */
const part = `hashtext(order_no) & 1023`;
/** The first half of the advisory locks that announce changes of papers; any number no other lock has. */
const announcement = 1_311_411;

const announceThese = statement(
  `select pg_advisory_xact_lock_shared(${announcement}, part)
   from (select distinct ${part} as part from unnest($1::text[]) as o(order_no)) p`,
);

/**
 * Lets every judge know that papers of these orders may change in this transaction: before it looks how their lists
 * stand. A list that comes in after that look is then not judged on the papers as they were.
 */
export async function announceChanges(client: Client, orderNos: readonly string[]): Promise<void> {
  await client.query(announceThese, [orderNos]);
}

const pauseThese = statement(
  `select bool_and(pg_try_advisory_xact_lock(${announcement}, part)) as paused
   from (select distinct ${part} as part from unnest($1::text[]) as o(order_no)) p`,
);

/**
 * Keeps papers of these orders as they are until the transaction ends. It does not wait: who is about to change one may
 * itself be waiting for a list that the caller has locked.
 * @returns false where a change is under way: then nothing is known of the papers, and the caller begins again
 */
export async function pauseChanges(client: Client, orderNos: readonly string[]): Promise<boolean> {
  const [row] = await client.query<{ paused: boolean }>(pauseThese, [orderNos]);
  return row?.paused ?? true;
}

const changing = `(${part}) in (
  select objid::integer from pg_locks
  where locktype = 'advisory' and classid = ${announcement} and objsubid = 2
    and database = (select oid from pg_database where datname = current_database()))`;

// Nearly always all are ours and nothing changes: one row says so.
const countThese = statement(
  `select count(*)::int as lists, count(*) filter (where ${changing})::int as changing
   from clearance.waiting where order_no = any($1)`,
);

const allThese = statement(
  `select order_no as "orderNo", ebp_code as "ebpCode", ${changing} as changing
   from clearance.waiting where order_no = any($1)`,
);

/**
 * Those of the named orders whose lists wait, locked for the caller, and the orders to be looked at again: another
 * one holds their list, or is about to change their papers.
 */
export async function takeWaiting(
  client: Client,
  orderNos: readonly string[],
): Promise<{ readonly taken: readonly WaitingList[]; readonly held: readonly string[] }> {
  const locked = await client.query<WaitingList>(takeThese, [orderNos]);
  // Asked after the lock: who announces a change only now, waits for it and then sees what has been decided.
  const [counts] = await client.query<{ lists: number; changing: number }>(countThese, [orderNos]);
  if (counts?.lists === locked.length && counts.changing === 0) return { taken: locked, held: [] };
  const all = await client.query<Key & { changing: boolean }>(allThese, [orderNos]);
  const moving = new Set(all.filter((list) => list.changing).map(({ orderNo }) => orderNo));
  const taken = locked.filter(({ orderNo }) => !moving.has(orderNo));
  const keys = new Set(taken.map(({ orderNo, ebpCode }) => keyText([orderNo, ebpCode])));
  const held = all.filter(({ orderNo, ebpCode }) => !keys.has(keyText([orderNo, ebpCode])));
  return { taken, held: held.map(({ orderNo }) => orderNo) };
}

const removeThese = statement(
  `delete from clearance.waiting w using unnest($1::text[], $2::text[]) as k(order_no, ebp_code)
   where w.order_no = k.order_no and w.ebp_code = k.ebp_code
   returning w.order_no as "orderNo", w.ebp_code as "ebpCode"`,
);

type Key = Pick<WaitingList, 'orderNo' | 'ebpCode'>;

/** Takes lists out of the queue; answers which of them were in it. */
export async function removeWaiting(client: Client, lists: readonly Key[]): Promise<Key[]> {
  return client.query<Key>(removeThese, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
  ]);
}

const overdueOrders = statement('select order_no from clearance.waiting where deadline <= $1 limit $2');

/** Orders whose lists have waited for their papers long enough. */
export async function overdue(client: Queryable, at: Date, limit: number): Promise<string[]> {
  const rows = await client.query<{ order_no: string }>(overdueOrders, [at, limit]);
  return rows.map(({ order_no }) => order_no);
}

/** Every order whose list waits: what a judge looks at first when it starts. */
export async function allWaiting(client: Queryable): Promise<string[]> {
  const rows = await client.query<{ order_no: string }>(
    'select order_no from clearance.waiting order by accepted_at',
  );
  return rows.map(({ order_no }) => order_no);
}

const firstDeadline = statement('select min(deadline) as first from clearance.waiting where deadline <= $1');

/** The earliest deadline that has passed while its list still waits; undefined where there is none. */
export async function firstMissedDeadline(client: Queryable, now: Date): Promise<Date | undefined> {
  const rows = await client.query<{ first: Date | null }>(firstDeadline, [now]);
  return rows[0]?.first ?? undefined;
}
