import { type Client, type Queryable, statement } from '#postgres';
import type { Vault } from '#vault';
import type { EnterpriseFile } from '../domain/enterprise-file.ts';
import type { Filing, FilingKind, FilingSource, FilingState, FilingStep } from '../domain/filing.ts';
import { openFile, sealFile } from './sealed.ts';

const COLUMNS = `customs_code, filing_id, kind, state, source, paper, base_version, file, made_by, made_at, changed_at,
  checked_by, decided_by`;

interface Row {
  readonly customs_code: string;
  readonly filing_id: string;
  readonly kind: FilingKind;
  readonly state: FilingState;
  readonly source: FilingSource;
  readonly paper: string;
  readonly base_version: number;
  readonly file: EnterpriseFile;
  readonly made_by: string;
  readonly made_at: Date;
  readonly changed_at: Date;
  readonly checked_by: string | null;
  readonly decided_by: string | null;
}

const filingOf = (vault: Vault, row: Row): Filing => ({
  ...{ customsCode: row.customs_code, filingId: row.filing_id, kind: row.kind, state: row.state },
  ...{ source: row.source, paper: row.paper, baseVersion: row.base_version },
  file: openFile(vault, 'filing', [row.customs_code, row.filing_id], row.file),
  ...{ madeBy: row.made_by, madeAt: row.made_at, changedAt: row.changed_at },
  ...(row.checked_by === null ? {} : { checkedBy: row.checked_by }),
  ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
});

const fileOf = ({ vault }: Queryable, { customsCode, filingId, file }: Filing): string =>
  sealFile(vault, 'filing', [customsCode, filingId], file);

const ADD = statement(`
  insert into registry.enterprise_filing (${COLUMNS}, ticket_digest)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`);

/** Puts a filing on file. @throws a conflict where the enterprise has an open one already */
export async function addFiling(client: Queryable, filing: Filing, ticketDigest?: Buffer): Promise<void> {
  await client.run(ADD, [
    ...[filing.customsCode, filing.filingId, filing.kind, filing.state, filing.source, filing.paper],
    ...[filing.baseVersion, fileOf(client, filing), filing.madeBy, filing.madeAt, filing.changedAt],
    ...[filing.checkedBy ?? null, filing.decidedBy ?? null, ticketDigest ?? null],
  ]);
}

const FIND = `select ${COLUMNS} from registry.enterprise_filing where filing_id = $1`;
const find = statement(FIND);
const findAndLock = statement(`${FIND} for update`);
const findByTicket = statement(`${FIND} and ticket_digest = $2`);

/** A filing; undefined where there is none. */
export async function findFiling(client: Queryable, filingId: string): Promise<Filing | undefined> {
  const [row] = await client.query<Row>(find, [filingId]);
  return row && filingOf(client.vault, row);
}

/** A filing, kept from others until the transaction ends. */
export async function takeFiling(client: Client, filingId: string): Promise<Filing | undefined> {
  const [row] = await client.query<Row>(findAndLock, [filingId]);
  return row && filingOf(client.vault, row);
}

/** A filing that was made without an account, by the digest of its ticket. */
export async function findFilingByTicket(
  client: Queryable,
  filingId: string,
  ticketDigest: Buffer,
): Promise<Filing | undefined> {
  const [row] = await client.query<Row>(findByTicket, [filingId, ticketDigest]);
  return row && filingOf(client.vault, row);
}

const CHANGE = statement(`
  update registry.enterprise_filing
  set state = $3, file = $4, paper = $5, base_version = $6, checked_by = $7, decided_by = $8, changed_at = $9
  where customs_code = $1 and filing_id = $2`);

/** Writes what of a filing can change. */
export async function changeFiling(client: Client, filing: Filing): Promise<void> {
  await client.run(CHANGE, [
    ...[filing.customsCode, filing.filingId, filing.state, fileOf(client, filing), filing.paper],
    ...[filing.baseVersion, filing.checkedBy ?? null, filing.decidedBy ?? null, filing.changedAt],
  ]);
}

/** Something that was done with a filing. */
export interface DoneStep {
  readonly step: FilingStep;
  readonly by: string;
  readonly at: Date;
  readonly reasons?: string;
}

const ADD_STEP = statement(`
  insert into registry.filing_step (customs_code, filing_id, step, done_by, done_at, reasons)
  values ($1, $2, $3, $4, $5, $6)`);
const STEPS = statement(`
  select step, done_by, done_at, reasons from registry.filing_step
  where customs_code = $1 and filing_id = $2 order by seq`);

/** Notes what was done. */
export async function addStep(
  client: Client,
  { customsCode, filingId }: Filing,
  { step, by, at, reasons }: DoneStep,
): Promise<void> {
  await client.run(ADD_STEP, [customsCode, filingId, step, by, at, reasons ?? null]);
}

/** What was done with a filing, in order. */
export async function stepsOf(
  client: Queryable,
  { customsCode, filingId }: Pick<Filing, 'customsCode' | 'filingId'>,
): Promise<DoneStep[]> {
  const rows = await client.query<{
    step: FilingStep;
    done_by: string;
    done_at: Date;
    reasons: string | null;
  }>(STEPS, [customsCode, filingId]);
  return rows.map(({ step, done_by, done_at, reasons }) => ({
    ...{ step, by: done_by, at: done_at },
    ...(reasons === null ? {} : { reasons }),
  }));
}

/** Which filings are wanted. */
export interface FilingsWish {
  readonly customsCode?: string | undefined;
  readonly states: readonly FilingState[];
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const QUEUE = statement(`
  select ${COLUMNS} from registry.enterprise_filing
  where state = any($1::text[]) and ($2::text is null or customs_code = $2)
    and ($2::text is not null or state <> 'draft' or source = 'operator')
    and ($3::timestamptz is null or (changed_at, filing_id) > ($3::timestamptz, $4::uuid))
  order by changed_at, filing_id limit $5`);

/** Filings in the order they last moved, whoever waits longest first. */
export async function listFilings(
  client: Queryable,
  { customsCode, states, cursor, limit }: FilingsWish,
): Promise<{ filings: Filing[]; next?: string }> {
  const [at, id] = cursor?.split('_') ?? [];
  const rows = await client.query<Row>(QUEUE, [
    states,
    customsCode ?? null,
    at ?? null,
    id ?? null,
    limit + 1,
  ]);
  const page = rows.slice(0, limit).map((row) => filingOf(client.vault, row));
  const last = page.at(-1);
  const more = rows.length > limit && last;
  return { filings: page, ...(more ? { next: `${last.changedAt.toISOString()}_${last.filingId}` } : {}) };
}

const OPEN = statement(`
  select ${COLUMNS} from registry.enterprise_filing
  where customs_code = $1 and state in ('draft', 'applied', 'checked', 'returned') and source <> 'public'`);

/** The filing an enterprise has open at present. */
export async function openFilingOf(client: Queryable, customsCode: string): Promise<Filing | undefined> {
  const [row] = await client.query<Row>(OPEN, [customsCode]);
  return row && filingOf(client.vault, row);
}

const READING = statement(
  'insert into registry.file_reading (customs_code, read_by, read_at, reason) values ($1, $2, $3, $4)',
);

/** Notes that somebody sees an enterprise's contacts in full. */
export async function addReading(
  client: Queryable,
  reading: { readonly customsCode: string; readonly by: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await client.run(READING, [reading.customsCode, reading.by, reading.at, reading.reason]);
}

const COUNT = statement(`
  select count(*) filter (where made_at > $2)::int as since_all,
    count(*) filter (where customs_code = $1 and state in ('applied', 'checked'))::int as open_of_code
  from registry.enterprise_filing
  where source = 'public' and (made_at > $2 or customs_code = $1)`);

/** Applications that came without an account: of all since a moment, and open ones of one code. */
export async function countPublicFilings(
  client: Queryable,
  customsCode: string,
  since: Date,
): Promise<{ readonly sinceAll: number; readonly openOfCode: number }> {
  const [row] = await client.query<{ since_all: number; open_of_code: number }>(COUNT, [customsCode, since]);
  return { sinceAll: row?.since_all ?? 0, openOfCode: row?.open_of_code ?? 0 };
}
