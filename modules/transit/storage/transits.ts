import { type Client, type Queryable, statement } from '#postgres';
import type { Direction } from '../domain/corridors.ts';
import type { Party, TransitState } from '../domain/states.ts';

/** A transit as it stands. */
export interface Transit {
  readonly transitNo: string;
  readonly direction: Direction;
  readonly corridor: string;
  readonly appliedOn: string;
  readonly departureOffice: string;
  readonly destinationOffice: string;
  readonly applicant: string;
  readonly carrier: string;
  readonly billNo: string;
  readonly goodsName: string;
  readonly lists: number;
  readonly packages: number;
  readonly grossWeight: string;
  readonly vehicleNo: string;
  readonly note: string;
  readonly state: TransitState;
  readonly revision: number;
  readonly appliedAt: Date;
  readonly departedAt: Date | null;
  readonly lateAt: Date | null;
  readonly dueAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly closedAt: Date | null;
  readonly counted: number | null;
  readonly last: LastPosition | null;
  readonly openAlerts: number;
}

/** Where it was last. */
export interface LastPosition {
  readonly at: Date;
  readonly lon: number;
  readonly lat: number;
  readonly speedKmh: number | null;
  readonly offKm: number;
}

interface Row extends Omit<Transit, 'last'> {
  readonly lastAt: Date | null;
  readonly lon: number;
  readonly lat: number;
  readonly speedKmh: number | null;
  readonly offKm: number;
}

const COLUMNS = `t.transit_no as "transitNo", t.direction, t.corridor, t.applied_on::text as "appliedOn",
  t.departure_office as "departureOffice", t.destination_office as "destinationOffice", t.applicant, t.carrier,
  t.bill_no as "billNo", t.goods_name as "goodsName", t.lists, t.packages, trim_scale(t.gross_weight)::text as "grossWeight",
  t.vehicle_no as "vehicleNo", t.note, t.state, t.revision, t.applied_at as "appliedAt", t.departed_at as "departedAt",
  t.late_at as "lateAt", t.due_at as "dueAt", t.arrived_at as "arrivedAt", t.closed_at as "closedAt", t.counted,
  t.last_at as "lastAt", t.last_lon::float8 as lon, t.last_lat::float8 as lat, t.last_speed_kmh::float8 as "speedKmh",
  t.last_off_km::float8 as "offKm",
  (select count(*)::int from transit.alert a where a.transit_no = t.transit_no and a.resolved_at is null) as "openAlerts"`;

function transitOfRow({ lastAt, lon, lat, speedKmh, offKm, ...row }: Row): Transit {
  return { ...row, last: lastAt ? { at: lastAt, lon, lat, speedKmh, offKm } : null };
}

/** A new transit. @param office the four digits its number begins with */
export async function addTransit(
  client: Client,
  transit: Omit<Transit, 'transitNo' | 'last' | 'openAlerts' | 'state' | 'revision'>,
  year: string,
): Promise<string> {
  const [row] = await client.query<{ transitNo: string }>(
    `insert into transit.transit (transit_no, direction, corridor, applied_on, departure_office, destination_office, applicant,
       carrier, bill_no, goods_name, lists, packages, gross_weight, vehicle_no, note, state, applied_at)
     values ($4::text || $16::text || 'Z' || lpad(nextval('transit.number')::text, 9, '0'), $1, $2, $3, $4, $5, $6, $7, $8, $9,
       $10, $11, $12, $13, $14, 'applied', $15) returning transit_no as "transitNo"`,
    [
      ...[
        transit.direction,
        transit.corridor,
        transit.appliedOn,
        transit.departureOffice,
        transit.destinationOffice,
      ],
      ...[
        transit.applicant,
        transit.carrier,
        transit.billNo,
        transit.goodsName,
        transit.lists,
        transit.packages,
      ],
      ...[transit.grossWeight, transit.vehicleNo, transit.note, transit.appliedAt, year],
    ],
  );
  if (!row) throw new Error('a new transit was not written');
  return row.transitNo;
}

/** Whose it is: who applied for it, who carries it, and who carries one of its legs. */
const MINE = `($2::text is null or $2 in (t.applicant, t.carrier)
  or t.transit_no in (select l.transit_no from transit.leg l where l.carrier = $2))`;

/** A transit; undefined where there is none, or none of the enterprise's. */
export async function transitByNo(
  client: Queryable,
  transitNo: string,
  enterprise?: string,
): Promise<Transit | undefined> {
  const [row] = await client.query<Row>(
    `select ${COLUMNS} from transit.transit t where t.transit_no = $1 and ${MINE}`,
    [transitNo, enterprise ?? null],
  );
  return row && transitOfRow(row);
}

/** A transit, locked until the transaction ends. */
export async function lockTransit(
  client: Client,
  transitNo: string,
  enterprise?: string,
): Promise<Transit | undefined> {
  const [row] = await client.query<Row>(
    `select ${COLUMNS} from transit.transit t where t.transit_no = $1 and ${MINE} for update`,
    [transitNo, enterprise ?? null],
  );
  return row && transitOfRow(row);
}

/** What an act changes. */
export interface Change {
  readonly state: TransitState;
  readonly destinationOffice?: string;
  readonly departedAt?: Date;
  readonly lateAt?: Date;
  readonly dueAt?: Date;
  readonly arrivedAt?: Date;
  readonly closedAt?: Date;
  readonly counted?: number;
}

/** Moves a locked transit on; its lists are free again once it is closed. */
export async function moveTransit(client: Client, transit: Transit, change: Change): Promise<void> {
  await client.run(
    `update transit.transit set state = $2, revision = revision + 1, destination_office = coalesce($3, destination_office),
       departed_at = coalesce($4, departed_at), late_at = coalesce($5, late_at), due_at = coalesce($6, due_at),
       arrived_at = coalesce($7, arrived_at), closed_at = coalesce($8, closed_at), counted = coalesce($9, counted)
     where transit_no = $1`,
    [
      ...[transit.transitNo, change.state, change.destinationOffice ?? null, change.departedAt ?? null],
      ...[change.lateAt ?? null, change.dueAt ?? null, change.arrivedAt ?? null, change.closedAt ?? null],
      change.counted ?? null,
    ],
  );
  if (change.closedAt)
    await client.run('update transit.cargo set live = false where transit_no = $1', [transit.transitNo]);
}

/** A step of a transit. */
export interface TransitEvent {
  readonly revision: number;
  readonly at: Date;
  readonly act: string;
  readonly fromState: TransitState | null;
  readonly toState: TransitState;
  readonly party: Party;
  /** Customs code of the office or the enterprise. */
  readonly ofWhom: string;
  readonly byWhom: string;
  readonly note: string;
}

export async function addEvent(client: Client, transitNo: string, event: TransitEvent): Promise<void> {
  await client.run(
    `insert into transit.event (transit_no, revision, at, act, from_state, to_state, party, of_whom, by_whom, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[transitNo, event.revision, event.at, event.act, event.fromState, event.toState],
      ...[event.party, event.ofWhom, event.byWhom, event.note],
    ],
  );
}

/** Counts a step that leaves the state as it is. */
export async function countStep(client: Client, transitNo: string): Promise<void> {
  await client.run('update transit.transit set revision = revision + 1 where transit_no = $1', [transitNo]);
}

/** All steps of a transit, the first first. */
export async function eventsOf(client: Queryable, transitNo: string): Promise<TransitEvent[]> {
  return client.query<TransitEvent>(
    `select revision, at, act, from_state as "fromState", to_state as "toState", party, of_whom as "ofWhom",
       by_whom as "byWhom", note from transit.event where transit_no = $1 order by revision`,
    [transitNo],
  );
}

/** Which transits are asked for. */
export interface TransitWish {
  readonly enterprise: string | undefined;
  readonly state: TransitState | undefined;
  readonly live: boolean | undefined;
  readonly office: string | undefined;
  /** Beginning of a transit, bill or vehicle number. */
  readonly search: string | undefined;
  readonly before: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

const page = statement(`select ${COLUMNS} from transit.transit t
  where ($1::text is null or t.state = $1) and ${MINE} and ($3::boolean is null or (t.closed_at is null) = $3)
    and ($4::text is null or $4 in (t.departure_office, t.destination_office))
    and ($5::text is null or starts_with(t.transit_no, $5) or starts_with(t.bill_no, $5) or starts_with(t.vehicle_no, $5))
    and ($6::timestamptz is null or (t.applied_at, t.transit_no) < ($6, $7))
  order by t.applied_at desc, t.transit_no desc limit $8`);

/** Transits, the latest applied for first. */
export async function transitsPage(client: Queryable, wish: TransitWish): Promise<Transit[]> {
  const rows = await client.query<Row>(page, [
    ...[
      wish.state ?? null,
      wish.enterprise ?? null,
      wish.live ?? null,
      wish.office ?? null,
      wish.search ?? null,
    ],
    ...[wish.before?.at ?? null, wish.before?.id ?? null, wish.limit],
  ]);
  return rows.map(transitOfRow);
}
