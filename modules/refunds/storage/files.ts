import { type Client, type Queryable, statement } from '#postgres';
import { JUDGED, ROUTE } from './conditions.ts';

export type FileKind = 'exports' | 'principals' | 'sellers';

/** What names a file for the tax bureau. */
export interface FileName {
  readonly kind: FileKind;
  /** A month (`2026-07`) or a quarter (`2026Q3`). */
  readonly period: string;
  readonly edition: number;
}

/** A file for the tax bureau as it was made. */
export interface TaxFile extends FileName {
  readonly dueOn: string;
  /** Whether the period was over when it was made. */
  readonly complete: boolean;
  readonly rows: number;
  /** SHA-256 of its rows as JSON, one a line, hexadecimal. */
  readonly sha256: string;
  readonly madeAt: Date;
}

const COLUMNS = `kind, period, edition, due_on::text as "dueOn", complete, rows, sha256, made_at as "madeAt"`;

/** Makes files of a kind and period one after the other, so that each has its edition. */
export async function lockPeriod(client: Client, kind: FileKind, period: string): Promise<void> {
  await client.run(`select pg_advisory_xact_lock(hashtextextended('refunds file ' || $1 || ' ' || $2, 0))`, [
    ...[kind, period],
  ]);
}

const latest = statement(
  `select ${COLUMNS} from refunds.file where kind = $1 and period = $2 order by edition desc limit 1`,
);

export async function latestFile(
  client: Queryable,
  kind: FileKind,
  period: string,
): Promise<TaxFile | undefined> {
  const [row] = await client.query<TaxFile>(latest, [kind, period]);
  return row;
}

const one = statement(`select ${COLUMNS} from refunds.file where kind = $1 and period = $2 and edition = $3`);

export async function fileOf(client: Queryable, name: FileName): Promise<TaxFile | undefined> {
  const [row] = await client.query<TaxFile>(one, [name.kind, name.period, name.edition]);
  return row;
}

const add = statement(`
insert into refunds.file (kind, period, edition, due_on, complete, rows, sha256, content, made_at, made_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`);

export async function addFile(
  client: Client,
  file: TaxFile & { readonly content: string | null; readonly by: string },
): Promise<void> {
  await client.run(add, [
    ...[
      file.kind,
      file.period,
      file.edition,
      file.dueOn,
      file.complete,
      file.rows,
      file.sha256,
      file.content,
    ],
    ...[file.madeAt, file.by],
  ]);
}

const page = statement(`
select ${COLUMNS} from refunds.file
where $1::timestamptz is null or (made_at, period, kind, edition) < ($1, $2, $3, $4::integer)
order by made_at desc, period desc, kind desc, edition desc limit $5`);

/** Files, the latest first. */
export const filesPage = (
  client: Queryable,
  before: (FileName & { readonly at: string }) | undefined,
  limit: number,
): Promise<TaxFile[]> =>
  client.query<TaxFile>(page, [
    ...[before?.at ?? null, before?.period ?? null, before?.kind ?? null, before?.edition ?? null, limit],
  ]);

const content = statement(
  'select content from refunds.file where kind = $1 and period = $2 and edition = $3',
);

/** The rows of a file that keeps them itself, as JSON, one a line. */
export async function contentOf(client: Queryable, name: FileName): Promise<string> {
  const [row] = await client.query<{ content: string | null }>(content, [
    ...[name.kind, name.period, name.edition],
  ]);
  return row?.content ?? '';
}

const keepLines = statement(`
insert into refunds.file_line (ebc_code, invt_no, gnum, period, edition, route, entry_id, principal_uscc)
select l.ebc_code, l.invt_no, l.gnum, $3, $4, ${ROUTE}, l.entry_id, p.uscc
from ${JUDGED} left join unnest($5::text[], $6::text[], $7::text[]) as p(agent, export_no, uscc)
  on p.agent = l.ebc_code and p.export_no = l.invt_no
where l.month = $2::date`);

/** An export of an agent's and whose it really was; each export once. */
export interface RealPrincipal {
  readonly agent: string;
  /** Number of the list. */
  readonly exportNo: string;
  readonly principalUscc: string;
}

/** Keeps which lines of a month a file holds, how each went, and whose it was. @param month its first day */
export async function keepFileLines(
  client: Client,
  { period, edition }: Pick<FileName, 'period' | 'edition'>,
  wish: { readonly today: string; readonly month: string; readonly principals: readonly RealPrincipal[] },
): Promise<void> {
  await client.run(keepLines, [
    ...[wish.today, wish.month, period, edition],
    wish.principals.map(({ agent }) => agent),
    wish.principals.map(({ exportNo }) => exportNo),
    wish.principals.map(({ principalUscc }) => principalUscc),
  ]);
}

/** A row of the file of exports: what is logged of each, and which way its tax goes; decimals as texts. */
export interface ExportRow {
  readonly exporter: string;
  readonly invtNo: string;
  readonly gnum: number;
  readonly departedOn: string;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  readonly qty: string;
  readonly price: string;
  readonly totalPrice: string;
  readonly currency: string;
  readonly tradeMode: string;
  readonly entryId: string | null;
  readonly route: string;
  readonly principalUscc: string | null;
}

const lines = statement(`
select k.ebc_code as exporter, k.invt_no as "invtNo", k.gnum, l.departed_on::text as "departedOn", l.gcode, l.gname, l.unit,
  trim_scale(l.qty)::text as qty, trim_scale(l.price)::text as price, trim_scale(l.total_price)::text as "totalPrice", l.currency,
  l.trade_mode as "tradeMode", k.entry_id as "entryId", k.route, k.principal_uscc as "principalUscc"
from refunds.file_line k join refunds.line l using (ebc_code, invt_no, gnum)
where k.period = $1 and k.edition = $2 and (k.ebc_code, k.invt_no, k.gnum) > ($3, $4, $5::integer)
order by k.ebc_code, k.invt_no, k.gnum limit $6`);

/** Rows of a file of exports in the order of exporter, list and line, after one. */
export const fileRows = (
  client: Queryable,
  { period, edition }: Pick<FileName, 'period' | 'edition'>,
  after: Pick<ExportRow, 'exporter' | 'invtNo' | 'gnum'>,
  limit: number,
): Promise<ExportRow[]> =>
  client.query<ExportRow>(lines, [period, edition, after.exporter, after.invtNo, after.gnum, limit]);

const take = statement(
  'insert into refunds.taking (kind, period, edition, taken_at, taken_by, format) values ($1, $2, $3, $4, $5, $6)',
);

/** Writes down who takes a file. */
export async function noteTaking(
  client: Queryable,
  name: FileName,
  taking: { readonly at: Date; readonly by: string; readonly format: string },
): Promise<void> {
  await client.run(take, [name.kind, name.period, name.edition, taking.at, taking.by, taking.format]);
}

/** Who took a file, and when. */
export interface Taking {
  readonly takenAt: Date;
  readonly by: string;
  readonly format: 'json' | 'csv' | 'xlsx';
}

const takings = statement(`
select taken_at as "takenAt", taken_by as by, format from refunds.taking
where kind = $1 and period = $2 and edition = $3 order by taking_no desc limit 50`);

/** Who took a file, the latest fifty first. */
export const takingsOf = (client: Queryable, name: FileName): Promise<Taking[]> =>
  client.query<Taking>(takings, [name.kind, name.period, name.edition]);
