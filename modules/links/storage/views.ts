import type { Finding } from '#kernel';
import type { Queryable } from '#postgres';
import type { AnswerStanding } from './arrivals.ts';
import type { DispatchState } from './dispatches.ts';

/** How many messages of a link stand how; those that have been answered are not counted, they are nearly all. */
export interface LinkCounts {
  readonly waiting: number;
  readonly sent: number;
  readonly lost: number;
  readonly failed: number;
  readonly unmatched: number;
  readonly unreadable: number;
  /** When the oldest message came in that has not been sent, or was sent and has no answer. */
  readonly oldestOpenAt: Date | null;
}

export async function linkCounts(client: Queryable, agency: string): Promise<LinkCounts> {
  const open = await client.query<{ state: DispatchState; count: number; oldest: Date }>(
    `select state, count(*)::int as count, min(made_at) as oldest from links.dispatch
     where agency = $1 and state in ('waiting', 'sent', 'lost', 'failed') group by state`,
    [agency],
  );
  const [came] = await client.query<{ unmatched: number; unreadable: number }>(
    `select (select count(*)::int from links.answer where agency = $1 and standing = 'unmatched') as unmatched,
       (select count(*)::int from links.arrival where agency = $1 and kind = 'unreadable') as unreadable`,
    [agency],
  );
  const count = (state: DispatchState): number => open.find((row) => row.state === state)?.count ?? 0;
  const oldest = open
    .filter(({ state }) => state === 'waiting' || state === 'sent')
    .map((row) => row.oldest)
    .sort((one, other) => one.getTime() - other.getTime());
  return {
    waiting: count('waiting'),
    sent: count('sent'),
    lost: count('lost'),
    failed: count('failed'),
    unmatched: came?.unmatched ?? 0,
    unreadable: came?.unreadable ?? 0,
    oldestOpenAt: oldest[0] ?? null,
  };
}

/** One message of a link, as the operator sees it. */
export interface DispatchView {
  readonly messageId: string;
  readonly sender: string;
  readonly root: string;
  readonly guid: string;
  readonly state: DispatchState;
  readonly tries: number;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly answeredAt: Date | null;
  /** When it is next tried; null while it waits for advice on its lists, and when nothing more is done. */
  readonly dueAt: Date | null;
  readonly fault: string | null;
  readonly documents: number;
}

/** Where a page ends: the next one goes on behind it. */
export interface DispatchCursor {
  readonly madeAt: string;
  readonly messageId: string;
}

/** Messages of a link in one state, the latest first. */
export async function dispatchesIn(
  client: Queryable,
  agency: string,
  wish: {
    readonly state: DispatchState;
    readonly before?: DispatchCursor | undefined;
    readonly limit: number;
  },
): Promise<DispatchView[]> {
  return client.query<DispatchView>(
    `select message_id as "messageId", sender, root, guid, state, tries, made_at as "madeAt", sent_at as "sentAt",
       answered_at as "answeredAt", nullif(due_at, 'infinity') as "dueAt", fault,
       (select count(*)::int from links.document o
        where o.sender = d.sender and o.message_id = d.message_id and o.agency = d.agency) as documents
     from links.dispatch d
     where agency = $1 and state = $2
       and ($3::timestamptz is null or (made_at, message_id) < ($3::timestamptz, $4::uuid))
     order by made_at desc, message_id desc limit $5`,
    [agency, wish.state, wish.before?.madeAt ?? null, wish.before?.messageId ?? null, wish.limit],
  );
}

/** Where a page of what came ends. */
export interface ArrivalCursor {
  readonly arrivedAt: string;
  /** Hexadecimal. */
  readonly digest: string;
}

interface ArrivalsWish {
  readonly before: ArrivalCursor | undefined;
  readonly limit: number;
}

/** One receipt of an agency, as the operator sees it. */
export interface AnswerView {
  readonly digest: string;
  readonly arrivedAt: Date;
  readonly type: string;
  readonly returnStatus: string;
  readonly returnTime: string;
  readonly returnInfo: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly standing: AnswerStanding;
  readonly findings: readonly Finding[] | null;
  readonly sender: string | null;
  readonly messageId: string | null;
}

/** Receipts of an agency that stand so, the latest first. */
export async function answersStanding(
  client: Queryable,
  agency: string,
  standing: AnswerStanding,
  { before, limit }: ArrivalsWish,
): Promise<AnswerView[]> {
  return client.query<AnswerView>(
    `select encode(digest, 'hex') as digest, arrived_at as "arrivedAt", type, return_status as "returnStatus", return_time as "returnTime",
       return_info as "returnInfo", body, standing, findings, sender, message_id as "messageId"
     from links.answer where agency = $1 and standing = $2
       and ($3::timestamptz is null or (arrived_at, digest) < ($3::timestamptz, decode($4, 'hex')))
     order by arrived_at desc, digest desc limit $5`,
    [agency, standing, before?.arrivedAt ?? null, before?.digest ?? null, limit],
  );
}

/** A list as receipts of an agency name it: by its order, or by its number where it has one. */
export interface ListAnswered {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly invtNo: string | null;
}

/** What an agency has said of a list, and what was found of it. */
export interface SaidOfList extends Omit<ListAnswered, 'invtNo'> {
  readonly type: string;
  readonly arrivedAt: Date;
  readonly findings: readonly Finding[] | null;
}

/** Receipts of these types that were taken in of these lists, the first first. */
export async function saidOfLists(
  client: Queryable,
  agency: string,
  types: readonly string[],
  lists: readonly ListAnswered[],
): Promise<SaidOfList[]> {
  if (lists.length === 0) return [];
  return client.query<SaidOfList>(
    `select l.order_no as "orderNo", l.ebp_code as "ebpCode", a.type, a.arrived_at as "arrivedAt", a.findings
     from unnest($3::text[], $4::text[], $5::text[]) as l(order_no, ebp_code, invt_no)
     cross join lateral (select distinct d.message_id from links.document d
       where d.order_no = l.order_no and d.agency = $1 and d.named->>'ebpCode' = l.ebp_code) as d
     join links.answer a on a.message_id = d.message_id and a.agency = $1 and a.type = any($2)
       and (a.body->>'orderNo' = l.order_no or a.body->>'invtNo' = l.invt_no)
     order by a.arrived_at, a.place, a.digest`,
    [
      ...[agency, types],
      ...[lists.map(({ orderNo }) => orderNo), lists.map(({ ebpCode }) => ebpCode)],
      lists.map(({ invtNo }) => invtNo),
    ],
  );
}

/** A piece that could not be read. */
export interface ArrivalView {
  readonly digest: string;
  readonly name: string;
  readonly arrivedAt: Date;
  readonly findings: readonly Finding[] | null;
}

/** Pieces of an agency that could not be read, the latest first. */
export async function unreadableArrivals(
  client: Queryable,
  agency: string,
  { before, limit }: ArrivalsWish,
): Promise<ArrivalView[]> {
  return client.query<ArrivalView>(
    `select encode(digest, 'hex') as digest, name, arrived_at as "arrivedAt", findings
     from links.arrival where agency = $1 and kind = 'unreadable'
       and ($2::timestamptz is null or (arrived_at, digest) < ($2::timestamptz, decode($3, 'hex')))
     order by arrived_at desc, digest desc limit $4`,
    [agency, before?.arrivedAt ?? null, before?.digest ?? null, limit],
  );
}
