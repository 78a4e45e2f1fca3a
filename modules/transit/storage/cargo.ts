import { type Client, type Queryable, statement } from '#postgres';
import type { Direction } from '../domain/corridors.ts';
import type { TransitState } from '../domain/states.ts';

/** Key of a list. */
export interface ListKey {
  readonly orderNo: string;
  readonly ebpCode: string;
}

export interface CargoList extends ListKey {
  /** Customs codes of those the list is of. */
  readonly parties: readonly string[];
}

const attach = statement(`insert into transit.cargo (order_no, ebp_code, transit_no, direction, parties)
  select l.order_no, l.ebp_code, $1, $2, string_to_array(l.parties, ' ')
  from unnest($3::text[], $4::text[], $5::text[]) as l(order_no, ebp_code, parties)
  order by l.order_no, l.ebp_code
  on conflict (order_no, ebp_code, direction) where live do nothing returning order_no as "orderNo", ebp_code as "ebpCode"`);

/** Puts lists into a transit. @returns those that are in it now: the others are in another that is not closed */
export async function attachLists(
  client: Client,
  transitNo: string,
  direction: Direction,
  lists: readonly CargoList[],
): Promise<ListKey[]> {
  return client.query<ListKey>(attach, [
    ...[transitNo, direction, lists.map(({ orderNo }) => orderNo), lists.map(({ ebpCode }) => ebpCode)],
    lists.map(({ parties }) => [...new Set(parties)].join(' ')),
  ]);
}

/** Lists of a transit in the order of their keys. */
export async function cargoPage(
  client: Queryable,
  transitNo: string,
  after: ListKey | undefined,
  limit: number,
): Promise<ListKey[]> {
  return client.query<ListKey>(
    `select order_no as "orderNo", ebp_code as "ebpCode" from transit.cargo
     where transit_no = $1 and ($2::text is null or (order_no, ebp_code) > ($2, $3)) order by order_no, ebp_code limit $4`,
    [transitNo, after?.orderNo ?? null, after?.ebpCode ?? null, limit],
  );
}

/** A transit a list goes or went with. */
export interface TransitOfList extends ListKey {
  readonly transitNo: string;
  readonly direction: Direction;
  readonly state: TransitState;
  readonly departureOffice: string;
  readonly destinationOffice: string;
  readonly departedAt: Date | null;
  readonly dueAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly closedAt: Date | null;
}

const ofLists =
  statement(`select c.order_no as "orderNo", c.ebp_code as "ebpCode", t.transit_no as "transitNo", t.direction,
    t.state, t.departure_office as "departureOffice", t.destination_office as "destinationOffice",
    t.departed_at as "departedAt", t.due_at as "dueAt", t.arrived_at as "arrivedAt", t.closed_at as "closedAt"
  from unnest($1::text[], $2::text[]) as k(order_no, ebp_code)
  join transit.cargo c using (order_no, ebp_code) join transit.transit t using (transit_no)
  where ($3::text is null or $3 = any(c.parties) or $3 in (t.applicant, t.carrier))
  order by c.order_no, c.ebp_code, t.applied_at desc`);

/**
 * The transits of lists, of each the latest first; one that is not closed tells that the goods are still under customs'
 * control on their way.
 * @param party only those that an enterprise may know of
 */
export async function transitOf(
  client: Queryable,
  lists: readonly ListKey[],
  party?: string,
): Promise<TransitOfList[]> {
  return client.query<TransitOfList>(ofLists, [
    ...[lists.map(({ orderNo }) => orderNo), lists.map(({ ebpCode }) => ebpCode), party ?? null],
  ]);
}
