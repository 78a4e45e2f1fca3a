import { type Client, type Queryable, statement } from '#postgres';
import type { HoldState } from '../domain/verdict.ts';

interface ListKey {
  readonly orderNo: string;
  readonly ebpCode: string;
}

/** What an agency wants inspected of a list. */
export interface Hold extends ListKey {
  readonly groupKey: string;
  readonly inspectionId: string;
  readonly agency: string;
  readonly ground: string;
  readonly attempt: number;
  readonly note: string;
  readonly sampleWanted: boolean;
  readonly tradeMode: string;
  readonly goodsName: string;
  readonly hsChapter: string;
  readonly origin: string;
  readonly recipient: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly state: HoldState;
  readonly reason: string | null;
  readonly found: string;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

const columns = `h.group_key as "groupKey", h.inspection_id::text as "inspectionId", h.order_no as "orderNo",
  h.ebp_code as "ebpCode", h.agency, h.ground, h.attempt, h.note, h.sample_wanted as "sampleWanted",
  h.trade_mode as "tradeMode", h.goods_name as "goodsName", h.hs_chapter as "hsChapter", h.origin, h.recipient,
  h.opened_by as "openedBy", h.opened_at as "openedAt", h.state, h.reason, h.found, h.ended_by as "endedBy",
  h.ended_at as "endedAt"`;

const addThese = statement(`
insert into inspections.hold (group_key, inspection_id, order_no, ebp_code, agency, ground, attempt, note, sample_wanted,
  trade_mode, goods_name, hs_chapter, origin, recipient, opened_by, opened_at, state, reason, ended_by, ended_at)
select n."groupKey", n."inspectionId", n."orderNo", n."ebpCode", n.agency, n.ground, n.attempt, n.note, n."sampleWanted",
  n."tradeMode", n."goodsName", n."hsChapter", n.origin, n.recipient, n."openedBy", n."openedAt", n.state, n.reason,
  n."endedBy", n."endedAt"
from json_to_recordset($1) as n("groupKey" text, "inspectionId" uuid, "orderNo" text, "ebpCode" text, agency text,
  ground text, attempt integer, note text, "sampleWanted" boolean, "tradeMode" text, "goodsName" text, "hsChapter" text,
  origin text, recipient text, "openedBy" text, "openedAt" timestamptz, state text, reason text, "endedBy" text,
  "endedAt" timestamptz)
on conflict do nothing`);

/** Adds holds; those that are there stay as they are. */
export const addHolds = (client: Client, holds: readonly Omit<Hold, 'found'>[]): Promise<number> =>
  client.run(addThese, [JSON.stringify(holds)]);

const keysOf = (keys: readonly ListKey[]): string[][] => [
  keys.map(({ orderNo }) => orderNo),
  keys.map(({ ebpCode }) => ebpCode),
];

const ofThese = statement(`select ${columns} from inspections.hold h
  join unnest($1::text[], $2::text[]) as k(order_no, ebp_code) using (order_no, ebp_code)
  order by h.opened_at, h.agency, h.ground`);

/** All holds there are or were of these lists. */
export const holdsOfLists = (client: Queryable, keys: readonly ListKey[]): Promise<Hold[]> =>
  client.query<Hold>(ofThese, keysOf(keys));

/** The holds of one inspection. */
export const holdsOf = (
  client: Queryable,
  { groupKey, inspectionId }: { readonly groupKey: string; readonly inspectionId: string },
): Promise<Hold[]> =>
  client.query<Hold>(
    `select ${columns} from inspections.hold h where h.group_key = $1 and h.inspection_id = $2
     order by h.order_no, h.ebp_code, h.agency, h.ground`,
    [groupKey, inspectionId],
  );

const badSince = statement(`select distinct hs_chapter as "hsChapter", origin from inspections.hold
where state = 'nonconforming' and ended_at >= $1 and reason = any($2) order by 1, 2`);

/** Goods that were found not to conform for one of these faults since then. */
export const nonconformingSince = (
  client: Queryable,
  since: Date,
  faults: readonly string[],
): Promise<{ readonly hsChapter: string; readonly origin: string }[]> =>
  client.query(badSince, [since, faults]);

const lapseThese = statement(`
update inspections.hold h set state = 'lapsed', ended_by = $3, ended_at = $4
from unnest($1::text[], $2::text[]) as k(order_no, ebp_code)
where h.order_no = k.order_no and h.ebp_code = k.ebp_code and h.state = 'open'
returning h.group_key as "groupKey", h.inspection_id::text as "inspectionId", h.order_no as "orderNo",
  h.ebp_code as "ebpCode", h.agency, h.ground`);

/** Ends the open holds of lists that are to be inspected no more; answers which were. */
export const lapseHolds = (
  client: Client,
  keys: readonly ListKey[],
  by: string,
  at: Date,
): Promise<Pick<Hold, 'groupKey' | 'inspectionId' | 'orderNo' | 'ebpCode' | 'agency' | 'ground'>[]> =>
  client.query(lapseThese, [...keysOf(keys), by, at]);

/** Writes what was found; says whether the hold was open. */
export async function endHold(
  client: Client,
  hold: Pick<Hold, 'groupKey' | 'inspectionId' | 'orderNo' | 'ebpCode' | 'agency' | 'ground'>,
  end: {
    readonly state: 'conforming' | 'nonconforming';
    readonly reason: string | null;
    readonly found: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const ended = await client.run(
    `update inspections.hold set state = $7, reason = $8, found = $9, ended_by = $10, ended_at = $11
     where group_key = $1 and inspection_id = $2 and order_no = $3 and ebp_code = $4 and agency = $5 and ground = $6
       and state = 'open'`,
    [
      ...[hold.groupKey, hold.inspectionId, hold.orderNo, hold.ebpCode, hold.agency, hold.ground],
      ...[end.state, end.reason, end.found, end.by, end.at],
    ],
  );
  return ended === 1;
}

/** Writes another result in place of one that was signed; the caller has locked the inspection. */
export async function correctHold(client: Client, hold: Hold): Promise<void> {
  await client.run(
    `update inspections.hold set state = $7, reason = $8, found = $9, ended_by = $10, ended_at = $11
     where group_key = $1 and inspection_id = $2 and order_no = $3 and ebp_code = $4 and agency = $5 and ground = $6`,
    [
      ...[hold.groupKey, hold.inspectionId, hold.orderNo, hold.ebpCode, hold.agency, hold.ground],
      ...[hold.state, hold.reason, hold.found, hold.endedBy, hold.endedAt],
    ],
  );
}

// The slots of those that were booked are given back in the same statement.
const lapseEmpty = statement(`
with emptied as (
  update inspections.inspection i set state = 'lapsed', ended_at = $3, site_code = null, starts_at = null,
    booked_by = null, revision = i.revision + 1
  from (select o.group_key, o.inspection_id, o.site_code, o.starts_at from inspections.inspection o
    join unnest($1::text[], $2::uuid[]) as k(group_key, inspection_id) using (group_key, inspection_id)
    where o.state in ('waiting', 'booked') and not exists (select from inspections.hold h
      where h.group_key = o.group_key and h.inspection_id = o.inspection_id and h.state = 'open')
    order by o.group_key for update) b
  where i.group_key = b.group_key and i.inspection_id = b.inspection_id
  returning i.group_key, i.inspection_id, b.site_code, b.starts_at),
given as (
  update inspections.slot s set taken = s.taken - g.places
  from (select site_code, starts_at, count(*)::int as places from emptied where site_code is not null group by 1, 2) g
  where s.site_code = g.site_code and s.starts_at = g.starts_at)
select group_key as "groupKey", inspection_id::text as "inspectionId" from emptied`);

/** Ends inspections to come in which nothing is left to inspect. */
export const lapseInspections = (
  client: Client,
  which: readonly { readonly groupKey: string; readonly inspectionId: string }[],
  at: Date,
): Promise<{ groupKey: string; inspectionId: string }[]> =>
  client.query(lapseEmpty, [
    which.map(({ groupKey }) => groupKey),
    which.map(({ inspectionId }) => inspectionId),
    at,
  ]);
