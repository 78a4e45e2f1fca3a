import { type Client, type Queryable, statement } from '#postgres';
import type { Inspector } from '../domain/officer.ts';

export type InspectionState = 'waiting' | 'booked' | 'begun' | 'closed' | 'lapsed';

/** An order to inspect. */
export interface Inspection {
  readonly groupKey: string;
  readonly inspectionId: string;
  readonly state: InspectionState;
  readonly customsCode: string;
  readonly parties: readonly string[];
  readonly siteCode: string | null;
  readonly startsAt: Date | null;
  readonly noShows: number;
  readonly officer: Inspector | null;
  readonly secondOfficer: Inspector | null;
  readonly openedAt: Date;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  readonly revision: number;
}

const inspectionColumns = `i.group_key as "groupKey", i.inspection_id::text as "inspectionId", i.state,
  i.customs_code as "customsCode", i.parties, i.site_code as "siteCode", i.starts_at as "startsAt",
  i.no_shows as "noShows", i.officer, i.second_officer as "secondOfficer", i.opened_at as "openedAt",
  i.begun_at as "begunAt", i.ended_at as "endedAt", i.revision`;

/** An inspection a list belongs to, opened or joined. */
export interface Opened {
  readonly groupKey: string;
  readonly inspectionId: string;
  readonly fresh: boolean;
}

// One order to come a consignment: what comes later joins it. In the order of the keys, as everybody locks them.
const openThese = statement(`
insert into inspections.inspection as i (group_key, inspection_id, state, customs_code, parties, opened_at)
select n."groupKey", gen_random_uuid(), 'waiting', n."customsCode", n.parties, $2
from json_to_recordset($1) as n("groupKey" text, "customsCode" text, parties text[]) order by 1
on conflict (group_key) where state in ('waiting', 'booked') do update
  set parties = (select array_agg(distinct p) from unnest(i.parties || excluded.parties) p), revision = i.revision + 1
returning i.group_key as "groupKey", i.inspection_id::text as "inspectionId", i.revision = 1 as fresh`);

/** Opens an order for each consignment that has none to come. */
export const openInspections = (
  client: Client,
  groups: readonly {
    readonly groupKey: string;
    readonly customsCode: string;
    readonly parties: readonly string[];
  }[],
  at: Date,
): Promise<Opened[]> => client.query<Opened>(openThese, [JSON.stringify(groups), at]);

/** An inspection of the party's, or of the zone where none is named. */
export async function findInspection(
  client: Queryable,
  inspectionId: string,
  party?: string,
): Promise<Inspection | undefined> {
  const [row] = await client.query<Inspection>(
    `select ${inspectionColumns} from inspections.inspection i
     where i.inspection_id = $1 and ($2::text is null or i.parties @> array[$2])`,
    [inspectionId, party ?? null],
  );
  return row;
}

/** The same, locked until the transaction ends. */
export async function lockInspection(
  client: Client,
  inspectionId: string,
  party?: string,
): Promise<Inspection | undefined> {
  const [row] = await client.query<Inspection>(
    `select ${inspectionColumns} from inspections.inspection i
     where i.inspection_id = $1 and ($2::text is null or i.parties @> array[$2]) for update`,
    [inspectionId, party ?? null],
  );
  return row;
}

/** What of an inspection changes. */
export type InspectionChange = Partial<
  Pick<
    Inspection,
    'state' | 'siteCode' | 'startsAt' | 'noShows' | 'officer' | 'secondOfficer' | 'begunAt' | 'endedAt'
  > & { readonly bookedBy: string | null }
>;

const columnOf: Readonly<Record<keyof InspectionChange, string>> = {
  state: 'state',
  siteCode: 'site_code',
  startsAt: 'starts_at',
  bookedBy: 'booked_by',
  noShows: 'no_shows',
  officer: 'officer',
  secondOfficer: 'second_officer',
  begunAt: 'begun_at',
  endedAt: 'ended_at',
};

/** Writes how an inspection stands now; the caller has locked it. */
export async function changeInspection(
  client: Client,
  { groupKey, inspectionId }: Pick<Inspection, 'groupKey' | 'inspectionId'>,
  change: InspectionChange,
): Promise<void> {
  const names = Object.keys(change) as (keyof InspectionChange)[];
  const sets = names.map((name, at) => `${columnOf[name]} = $${at + 3}`);
  await client.run(
    `update inspections.inspection set ${sets.join(', ')}, revision = revision + 1
     where group_key = $1 and inspection_id = $2`,
    [groupKey, inspectionId, ...names.map((name) => change[name])],
  );
}

/** Which inspections a page shows. */
export interface InspectionWish {
  readonly party: string | undefined;
  readonly states: readonly InspectionState[] | undefined;
  readonly siteCode: string | undefined;
  readonly customsCode: string | undefined;
  /** Those in which this agency wants something. */
  readonly agency: string | undefined;
  readonly list: { readonly orderNo: string; readonly ebpCode: string } | undefined;
  /** Visits of this time alone. */
  readonly between: { readonly from: Date; readonly to: Date } | undefined;
  readonly before: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** An inspection as a table shows it. */
export type InspectionRow = Inspection & {
  readonly lists: number;
  readonly openHolds: number;
  readonly agencies: readonly string[];
  readonly goodsName: string;
};

const inTable = `${inspectionColumns}, h.lists, h.open as "openHolds", h.agencies, h.goods as "goodsName"`;
const holdsOfEach = `cross join lateral (
    select count(distinct (order_no, ebp_code))::int as lists, count(*) filter (where state = 'open')::int as open,
      coalesce(array_agg(distinct agency), '{}') as agencies, coalesce(min(goods_name), '') as goods
    from inspections.hold h where h.group_key = i.group_key and h.inspection_id = i.inspection_id) h`;

/** Inspections, the latest first. */
export const inspectionsPage = (client: Queryable, wish: InspectionWish): Promise<InspectionRow[]> =>
  client.query<InspectionRow>(
    `select ${inTable} from inspections.inspection i ${holdsOfEach}
     where ($1::text is null or i.parties @> array[$1]) and ($2::text[] is null or i.state = any($2))
       and ($3::text is null or i.site_code = $3)
       and ($4::text is null or (i.group_key, i.inspection_id) in (
         select l.group_key, l.inspection_id from inspections.hold l where l.order_no = $4 and l.ebp_code = $5))
       and ($6::timestamptz is null or (i.starts_at >= $6 and i.starts_at < $7))
       and ($8::timestamptz is null or (i.opened_at, i.inspection_id) < ($8, $9::uuid))
       and ($11::text is null or i.customs_code = $11) and ($12::text is null or $12 = any(h.agencies))
     order by i.opened_at desc, i.inspection_id desc limit $10`,
    [
      ...[wish.party ?? null, wish.states ?? null, wish.siteCode ?? null],
      ...[wish.list?.orderNo ?? null, wish.list?.ebpCode ?? null],
      ...[wish.between?.from ?? null, wish.between?.to ?? null],
      ...[wish.before?.at ?? null, wish.before?.id ?? null, wish.limit],
      ...[wish.customsCode ?? null, wish.agency ?? null],
    ],
  );
