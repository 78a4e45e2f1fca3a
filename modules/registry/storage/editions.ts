import { type Client, type Queryable, statement } from '#postgres';
import type { TableDifference, TableRow } from '../domain/editions.ts';

export type EditionState = 'proposed' | 'approved' | 'returned' | 'withdrawn';

/** An edition of a table, without its rows. */
export interface Edition {
  readonly table: string;
  readonly editionId: string;
  readonly state: EditionState;
  readonly from: string;
  readonly source: string;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly reasons?: string;
}

interface Row {
  readonly table_name: string;
  readonly edition_id: string;
  readonly state: EditionState;
  readonly from_day: string;
  readonly source: string;
  readonly note: string;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly reasons: string | null;
}

const COLUMNS =
  'table_name, edition_id, state, from_day, source, note, proposed_by, proposed_at, decided_by, decided_at, reasons';

const editionOf = (row: Row): Edition => ({
  ...{ table: row.table_name, editionId: row.edition_id, state: row.state, from: row.from_day },
  ...{ source: row.source, note: row.note, proposedBy: row.proposed_by, proposedAt: row.proposed_at },
  ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
  ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
  ...(row.reasons === null ? {} : { reasons: row.reasons }),
});

const ADD = statement(`
  insert into registry.table_edition
    (table_name, edition_id, state, from_day, source, note, rows, proposed_by, proposed_at)
  values ($1, $2, 'proposed', $3, $4, $5, $6, $7, $8)`);

/** Puts a proposed edition on file. */
export async function addEdition(
  client: Queryable,
  edition: Omit<Edition, 'state'>,
  rows: readonly TableRow[],
): Promise<void> {
  const { table, editionId, from, source, note, proposedBy, proposedAt } = edition;
  await client.run(ADD, [table, editionId, from, source, note, JSON.stringify(rows), proposedBy, proposedAt]);
}

const FIND = `select ${COLUMNS}, rows, difference from registry.table_edition where edition_id = $1`;
const find = statement(FIND);
const findAndLock = statement(`${FIND} for update`);

/** An edition with its rows, and what it changed where it has been approved. */
export interface WholeEdition extends Edition {
  readonly rows: readonly TableRow[];
  readonly difference?: TableDifference;
}

/** An edition; undefined where there is none. */
export async function findEdition(
  client: Queryable,
  editionId: string,
  lock = false,
): Promise<WholeEdition | undefined> {
  const [row] = await client.query<Row & { rows: TableRow[]; difference: TableDifference | null }>(
    lock ? findAndLock : find,
    [editionId],
  );
  if (!row) return undefined;
  return { ...editionOf(row), rows: row.rows, ...(row.difference ? { difference: row.difference } : {}) };
}

const LIST = statement(
  `select ${COLUMNS} from registry.table_edition where $1::text is null or table_name = $1 order by proposed_at desc limit 200`,
);

/** Editions, the newest first. */
export async function listEditions(client: Queryable, table: string | undefined): Promise<Edition[]> {
  return (await client.query<Row>(LIST, [table ?? null])).map(editionOf);
}

const DECIDE = statement(`
  update registry.table_edition set state = $2, decided_by = $3, decided_at = $4, reasons = $5, difference = $6,
    place = case when $2 = 'approved' then nextval('registry.edition_order') end
  where edition_id = $1`);
const LOCK = statement(`select pg_advisory_xact_lock(hashtextextended('registry.table_edition', 0))`);

/** Lets one transaction at a time decide on editions: they are laid over each other in the order they are approved. */
export async function lockEditions(client: Client): Promise<void> {
  await client.query(LOCK);
}

/** Decides on an edition. */
export async function decideEdition(
  client: Client,
  editionId: string,
  decision: {
    readonly state: Exclude<EditionState, 'proposed'>;
    readonly by: string;
    readonly at: Date;
    readonly reasons?: string | undefined;
    readonly difference?: TableDifference | undefined;
  },
): Promise<void> {
  const { state, by, at, reasons, difference } = decision;
  const kept = difference ? JSON.stringify(difference) : null;
  await client.run(DECIDE, [editionId, state, by, at, reasons ?? null, kept]);
}

/** An approved edition as it is laid over its table. */
export interface Overlay {
  readonly table: string;
  readonly editionId: string;
  readonly from: string;
  readonly rows: readonly TableRow[];
}

const NEWEST = statement(`
  select coalesce(max(place), 0)::text as place from registry.table_edition where state = 'approved'`);
const OVERLAYS = statement(`
  select table_name as table, edition_id as "editionId", from_day as from, rows
  from registry.table_edition where state = 'approved' order by place`);

/** Place of the edition approved last; `0` where there is none. */
export async function newestEdition(client: Queryable): Promise<string> {
  const [row] = await client.query<{ place: string }>(NEWEST);
  return row?.place ?? '0';
}

/** Approved editions in the order they were approved. */
export function approvedEditions(client: Queryable): Promise<Overlay[]> {
  return client.query<Overlay>(OVERLAYS);
}
