import { type Client, type Queryable, statement } from '#postgres';
import type { GoodPosition } from '../domain/positions.ts';
import type { LastPosition } from './transits.ts';

/** A transit a carrier reports of, locked until the transaction ends. */
export interface CarriedTransit {
  readonly transitNo: string;
  readonly direction: 'import' | 'export';
  readonly corridor: string;
  readonly appliedOn: string;
  readonly applicant: string;
  readonly carrier: string;
  readonly departedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly closedAt: Date | null;
}

const carried =
  statement(`select transit_no as "transitNo", direction, corridor, applied_on::text as "appliedOn", applicant,
    carrier, departed_at as "departedAt", arrived_at as "arrivedAt", closed_at as "closedAt"
  from transit.transit where transit_no = any($1) and carrier = $2 order by transit_no for update`);

/** The transits of these numbers that the enterprise carries, locked in the order of their numbers. */
export async function lockCarried(
  client: Client,
  transitNos: readonly string[],
  carrier: string,
): Promise<CarriedTransit[]> {
  return client.query<CarriedTransit>(carried, [transitNos, carrier]);
}

export type KeptPosition = GoodPosition & { readonly offKm: number };

const keep =
  statement(`insert into transit.position (transit_no, at, lon, lat, speed_kmh, off_km, received_at)
  select n.transit_no, n.at, n.lon, n.lat, n.speed, n.off_km, $7
  from unnest($1::text[], $2::timestamptz[], $3::numeric[], $4::numeric[], $5::numeric[], $6::numeric[])
    as n(transit_no, at, lon, lat, speed, off_km)
  on conflict do nothing returning transit_no as "transitNo", at`);

const known = statement(`select p.transit_no as "transitNo", p.at, p.lon::float8 as lon, p.lat::float8 as lat
  from unnest($1::text[], $2::timestamptz[]) as n(transit_no, at) join transit.position p using (transit_no, at)`);

const moveLast = statement(`update transit.transit t set last_at = p.at, last_lon = p.lon, last_lat = p.lat,
    last_speed_kmh = p.speed_kmh, last_off_km = p.off_km
  from (select distinct on (transit_no) transit_no, at, lon, lat, speed_kmh, off_km from transit.position
    where transit_no = any($1) order by transit_no, at desc) p
  where p.transit_no = t.transit_no and (t.last_at is null or t.last_at < p.at)`);

/** What is kept of these moments already. */
export async function positionsAt(
  client: Queryable,
  positions: readonly GoodPosition[],
): Promise<{ transitNo: string; at: Date; lon: number; lat: number }[]> {
  return client.query(known, [positions.map(({ transitNo }) => transitNo), positions.map(({ at }) => at)]);
}

/** Keeps positions of moments nothing is kept of, and moves on where each vehicle was last. */
export async function keepPositions(
  client: Client,
  positions: readonly KeptPosition[],
  receivedAt: Date,
): Promise<void> {
  if (positions.length === 0) return;
  await client.run(keep, [
    positions.map(({ transitNo }) => transitNo),
    positions.map(({ at }) => at),
    positions.map(({ lon }) => lon),
    positions.map(({ lat }) => lat),
    positions.map(({ speedKmh }) => speedKmh ?? null),
    positions.map(({ offKm }) => offKm.toFixed(1)),
    receivedAt,
  ]);
  await client.run(moveLast, [[...new Set(positions.map(({ transitNo }) => transitNo))]]);
}

/** Positions of a transit, the latest first. */
export async function positionsPage(
  client: Queryable,
  transitNo: string,
  before: string | undefined,
  limit: number,
): Promise<LastPosition[]> {
  return client.query<LastPosition>(
    `select at, lon::float8 as lon, lat::float8 as lat, speed_kmh::float8 as "speedKmh", off_km::float8 as "offKm"
     from transit.position where transit_no = $1 and ($2::timestamptz is null or at < $2) order by at desc limit $3`,
    [transitNo, before ?? null, limit],
  );
}

/** Erases the positions of transits that were closed before a moment. */
export async function erasePositions(client: Client, closedBefore: Date): Promise<void> {
  await client.run(
    `delete from transit.position p using transit.transit t
     where t.transit_no = p.transit_no and t.closed_at < $1`,
    [closedBefore],
  );
}
