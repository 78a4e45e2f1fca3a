import { keyText } from '#documents';
import { type Client, CopyText, escapeText, type Queryable, statement } from '#postgres';

/** A list that has been accepted and not yet judged. */
export interface WaitingList {
  readonly orderNo: string;
  readonly ebpCode: string;
  /** Who sent it and gets the receipt. */
  readonly recipient: string;
  /** 1 for the first submission; one more for each later one that is judged anew. */
  readonly attempt: number;
  readonly acceptedAt: Date;
  /** When its papers must have come. */
  readonly deadline: Date;
}

const fields = `order_no as "orderNo", ebp_code as "ebpCode", recipient, attempt, accepted_at as "acceptedAt", deadline`;

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
  for (const { orderNo, ebpCode, recipient, attempt, acceptedAt, deadline } of lists) {
    const key = `${escapeText(orderNo)}\t${escapeText(ebpCode)}\t${recipient}`;
    rows.lines(`${key}\t${attempt}\t${acceptedAt.toISOString()}\t${deadline.toISOString()}\n`, 1);
  }
  await client.copy(
    'clearance.waiting',
    ['order_no', 'ebp_code', 'recipient', 'attempt', 'accepted_at', 'deadline'],
    rows,
  );
}

const allThese = statement('select order_no, ebp_code from clearance.waiting where order_no = any($1)');

/** Those of the named orders whose lists wait, locked for the caller, and the orders whose list another one holds. */
export async function takeWaiting(
  client: Client,
  orderNos: readonly string[],
): Promise<{ readonly taken: readonly WaitingList[]; readonly held: readonly string[] }> {
  const taken = await client.query<WaitingList>(takeThese, [orderNos]);
  const keys = new Set(taken.map(({ orderNo, ebpCode }) => keyText([orderNo, ebpCode])));
  const all = await client.query<{ order_no: string; ebp_code: string }>(allThese, [orderNos]);
  const held = all.filter(({ order_no, ebp_code }) => !keys.has(keyText([order_no, ebp_code])));
  return { taken, held: held.map(({ order_no }) => order_no) };
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
