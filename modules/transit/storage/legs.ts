import { type Client, type Queryable, statement } from '#postgres';
import type { PlannedLeg } from '../domain/legs.ts';
import type { Party } from '../domain/states.ts';

/** A seal as it was found when goods were handed over. */
export interface HandedSeal {
  readonly sealNo: string;
  readonly found: 'intact' | 'broken' | 'missing';
  /** Put on in its place. */
  readonly newSealNo?: string | undefined;
}

/** How goods were handed over to a leg. */
export interface Handover {
  readonly at: Date;
  readonly party: Exclude<Party, 'applicant'>;
  /** Customs code of the enterprise that took them over, or of the office. */
  readonly ofWhom: string;
  readonly byWhom: string;
  readonly seals: readonly HandedSeal[];
  readonly note: string;
}

/** A leg as it stands. */
export interface Leg extends PlannedLeg {
  readonly handover: Handover | undefined;
}

const add =
  statement(`insert into transit.leg (transit_no, leg_no, mode, carrier, document_no, vehicle_no, from_place, to_place,
    usual_minutes, cost, co2_kg)
  select $1, * from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::integer[], $10::numeric[], $11::numeric[])`);

export async function addLegs(client: Client, transitNo: string, legs: readonly PlannedLeg[]): Promise<void> {
  if (legs.length === 0) return;
  const of = <K extends keyof PlannedLeg>(name: K) => legs.map((leg) => leg[name]);
  await client.run(add, [
    ...[transitNo, of('legNo'), of('mode'), of('carrier'), of('documentNo'), of('vehicleNo')],
    ...[of('from'), of('to'), of('usualMinutes'), of('cost'), of('co2Kg')],
  ]);
}

interface Row extends PlannedLeg {
  readonly at: Date | null;
  readonly party: Handover['party'];
  readonly ofWhom: string;
  readonly byWhom: string;
  readonly seals: readonly HandedSeal[];
  readonly note: string;
}

const ofTransit = statement(`select l.leg_no as "legNo", l.mode, l.carrier, l.document_no as "documentNo",
    l.vehicle_no as "vehicleNo", l.from_place as "from", l.to_place as "to", l.usual_minutes as "usualMinutes",
    l.cost::text as cost, trim_scale(l.co2_kg)::text as "co2Kg",
    h.at, h.party, h.of_whom as "ofWhom", h.by_whom as "byWhom", h.seals, h.note
  from transit.leg l left join transit.handover h using (transit_no, leg_no)
  where transit_no = $1 order by leg_no`);

/** The legs of a transit in their order; none where it goes by one vehicle. */
export async function legsOf(client: Queryable, transitNo: string): Promise<Leg[]> {
  const rows = await client.query<Row>(ofTransit, [transitNo]);
  return rows.map(({ at, party, ofWhom, byWhom, seals, note, ...leg }) => ({
    ...leg,
    handover: at === null ? undefined : { at, party, ofWhom, byWhom, seals, note },
  }));
}

const taken =
  statement(`insert into transit.handover (transit_no, leg_no, at, party, of_whom, by_whom, seals, note)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`);

const carries = statement('update transit.transit set carrier = $2, vehicle_no = $3 where transit_no = $1');

/** Writes down that the goods of a locked transit are on their next leg: it has another carrier and vehicle from then on. */
export async function addHandover(
  client: Client,
  transitNo: string,
  { legNo, carrier, vehicleNo }: PlannedLeg,
  { at, party, ofWhom, byWhom, seals, note }: Handover,
): Promise<void> {
  await client.run(taken, [transitNo, legNo, at, party, ofWhom, byWhom, JSON.stringify(seals), note]);
  await client.run(carries, [transitNo, carrier, vehicleNo]);
}
