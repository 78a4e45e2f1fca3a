import { type Client, type Queryable, statement } from '#postgres';
import type { ExportKey } from '../domain/export-list.ts';

/** What a paper says of the goods of one list. */
export interface Told extends ExportKey {
  /** Firm and number of the paper, as `exports.standing` keeps them. */
  readonly paper: string;
  readonly receivedAt: Date;
  /** Of a departure: YYYYMMDDhhmmss, China time. */
  readonly leaveTime?: string;
}

/** A paper in parts counts once all of its parts are there and none is only saved or deleted (D). */
const whole = (table: string, firm: string): string =>
  `(select count(*) from exports.${table} p where p.cop_no = a.cop_no and p.${firm} = a.${firm}
     and not p.deleted and p.app_status = '2') >= a.msg_count`;

// The paper is held until the transaction ends: who changes or deletes it comes before or after, never between.
const toldBy = (table: string, firm: string, goods: string, more: string): string => `
select s.order_no as "orderNo", s.ebp_code as "ebpCode", s.ebc_code as "ebcCode",
  a.${firm} || '/' || a.cop_no as paper, a.received_at as "receivedAt"${more}
from exports.standing s
join exports.${table}_item i on i.logistics_no = s.logistics_no
join exports.${table} a on a.cop_no = i.cop_no and a.${firm} = i.${firm} and a.msg_seq_no = i.msg_seq_no
where s.logistics_no = any($1) and s.goods = '${goods}' and s.outcome in ('concluded', 'released')
  and a.logistics_code = s.logistics_code and not a.deleted and a.app_status = '2' and ${whole(table, firm)}
order by s.order_no, s.ebp_code, s.ebc_code, a.received_at for update of s for share of a`;

const arrived = statement(toldBy('arrival', 'operator_code', 'awaited', ''));
const departed = statement(toldBy('departure', 'logistics_code', 'arrived', ', a.leave_time as "leaveTime"'));

/** Lists under these waybills whose goods have arrived by a paper on file, locked; the earliest paper of each first. */
export const toldArrived = (client: Client, logisticsNos: readonly string[]): Promise<Told[]> =>
  client.query<Told>(arrived, [logisticsNos]);

/** The same of goods that have arrived and left the country. */
export const toldDeparted = (client: Client, logisticsNos: readonly string[]): Promise<Told[]> =>
  client.query<Told>(departed, [logisticsNos]);

const keys = 'unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])';
const sameList = 's.order_no = k.order_no and s.ebp_code = k.ebp_code and s.ebc_code = k.ebc_code';

const setArrived =
  statement(`update exports.standing s set goods = 'arrived', arrival = k.paper, arrived_at = k.at
  from ${keys} as k(order_no, ebp_code, ebc_code, paper, at) where ${sameList}`);
const setDeparted =
  statement(`update exports.standing s set goods = 'departed', departure = k.paper, departed_at = k.at
  from ${keys} as k(order_no, ebp_code, ebc_code, paper, at) where ${sameList}`);

/** Notes where the goods of lists are now, and by which paper. */
export async function markGoods(
  client: Client,
  goods: 'arrived' | 'departed',
  lists: readonly (ExportKey & { readonly paper: string; readonly at: Date })[],
): Promise<void> {
  await client.run(goods === 'arrived' ? setArrived : setDeparted, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
    lists.map(({ ebcCode }) => ebcCode),
    lists.map(({ paper }) => paper),
    lists.map(({ at }) => at),
  ]);
}

const takeBack = statement(`update exports.standing set goods = 'awaited', arrival = null, arrived_at = null
  where arrival = any($1) and goods = 'arrived'
  returning order_no as "orderNo", ebp_code as "ebpCode", ebc_code as "ebcCode"`);

/** Lists whose goods had arrived by papers that do not say so any more: they have not arrived. */
export async function takeBackArrivals(client: Client, papers: readonly string[]): Promise<ExportKey[]> {
  return client.query<ExportKey>(takeBack, [papers]);
}

const relied = (table: string, firm: string, column: string, goods: string): string => `
select distinct a.cop_no as "copNo", a.${firm} as firm, a.msg_seq_no as part from exports.${table} a
join exports.standing s on s.${column} = a.${firm} || '/' || a.cop_no
where a.cop_no = any($1) and s.goods = '${goods}'`;
const arrivalsReliedOn = statement(relied('arrival', 'operator_code', 'arrival', 'departed'));
const departuresReliedOn = statement(relied('departure', 'logistics_code', 'departure', 'departed'));

/** Parts of papers of these numbers that can be changed no more: goods have left by them. */
export async function reliedOn(
  client: Client,
  table: 'arrival' | 'departure',
  copNos: readonly string[],
): Promise<{ readonly copNo: string; readonly firm: string; readonly part: number }[]> {
  return client.query(table === 'arrival' ? arrivalsReliedOn : departuresReliedOn, [copNos]);
}

const named = (table: string): string =>
  `select distinct logistics_no as "logisticsNo" from exports.${table}_item where cop_no = any($1)`;
const arrivalNames = statement(named('arrival'));
const departureNames = statement(named('departure'));

/** Numbers of the waybills papers of these numbers name, of all their parts. */
export async function waybillsOf(
  client: Queryable,
  table: 'arrival' | 'departure',
  copNos: readonly string[],
): Promise<string[]> {
  const rows = await client.query<{ logisticsNo: string }>(
    table === 'arrival' ? arrivalNames : departureNames,
    [copNos],
  );
  return rows.map(({ logisticsNo }) => logisticsNo);
}

const unmoved = statement(`select distinct s.logistics_no as "logisticsNo" from exports.standing s
where s.outcome in ('concluded', 'released') and (
  s.goods = 'awaited' and exists (select from exports.arrival_item i where i.logistics_no = s.logistics_no)
  or s.goods = 'arrived' and exists (select from exports.departure_item i where i.logistics_no = s.logistics_no))`);

/** Waybills of lists whose goods may have moved by papers on file: what is looked at first after a start. */
export async function unmovedWaybills(client: Queryable): Promise<string[]> {
  const rows = await client.query<{ logisticsNo: string }>(unmoved, []);
  return rows.map(({ logisticsNo }) => logisticsNo);
}
