import { type Client, type Queryable, statement } from '#postgres';
import type { Vault } from '#vault';
import type { EnterpriseFile } from '../domain/enterprise-file.ts';
import type { EnterpriseVersion } from '../domain/filing.ts';
import type { Taken } from '../domain/taken.ts';
import { openFile, sealFile } from './sealed.ts';

const COLUMNS = 'customs_code, version, file, state, cause, made_by, made_at, paper, filing_id, reasons';
const CURRENT = statement(`
  select ${COLUMNS.replaceAll(/\w+/g, (name) => `made.${name}`)}
  from registry.enterprise entry
  join registry.enterprise_version made on made.customs_code = entry.customs_code and made.version = entry.version
  where entry.customs_code = any($1::text[])`);
const HISTORY = statement(
  `select ${COLUMNS} from registry.enterprise_version where customs_code = $1 order by version desc`,
);

interface Row {
  readonly customs_code: string;
  readonly version: number;
  readonly file: EnterpriseFile;
  readonly state: EnterpriseVersion['state'];
  readonly cause: EnterpriseVersion['cause'];
  readonly made_by: string;
  readonly made_at: Date;
  readonly paper: string;
  readonly filing_id: string | null;
  readonly reasons: string | null;
}

const versionOf = (vault: Vault, row: Row): EnterpriseVersion => ({
  ...{ customsCode: row.customs_code, version: row.version, state: row.state },
  file: openFile(vault, 'version', [row.customs_code, row.version], row.file),
  ...{ cause: row.cause, by: row.made_by, at: row.made_at, paper: row.paper },
  ...(row.filing_id === null ? {} : { filingId: row.filing_id }),
  ...(row.reasons === null ? {} : { reasons: row.reasons }),
});

/** The versions in force of these enterprises, by code. */
export async function versionsInForce(
  client: Queryable,
  customsCodes: readonly string[],
): Promise<Map<string, EnterpriseVersion>> {
  const rows = await client.query<Row>(CURRENT, [customsCodes]);
  return new Map(rows.map((row) => [row.customs_code, versionOf(client.vault, row)]));
}

/** Every version of an enterprise's file, the newest first. */
export async function versionsOf(client: Queryable, customsCode: string): Promise<EnterpriseVersion[]> {
  return (await client.query<Row>(HISTORY, [customsCode])).map((row) => versionOf(client.vault, row));
}

const LOCK = statement(`select pg_advisory_xact_lock(hashtextextended('registry.enterprise', 0))`);

/** Lets one transaction at a time change the register: versions are counted, and changes are rare. */
export async function lockRegister(client: Client): Promise<void> {
  await client.query(LOCK);
}

const ADD = statement(`
  insert into registry.enterprise_version (${COLUMNS})
  select * from unnest($1::text[], $2::int[], $3::jsonb[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
    $8::text[], $9::uuid[], $10::text[])`);
const UPSERT = statement(`
  insert into registry.enterprise
    (customs_code, version, uscc, name, name_en, customs_office, dxp_id, valid_from, valid_to, state)
  select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[],
    $9::date[], $10::text[])
  on conflict (customs_code) do update set
    version = excluded.version, uscc = excluded.uscc, name = excluded.name, name_en = excluded.name_en,
    customs_office = excluded.customs_office, dxp_id = excluded.dxp_id, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to, state = excluded.state, changed_at = now()`);
const DROP_ROLES = statement(`
  delete from registry.enterprise_role held
  where held.customs_code = any($1::text[])
    and not exists (
      select from unnest($2::text[], $3::text[]) as given (customs_code, role)
      where given.customs_code = held.customs_code and given.role = held.role)`);
const ADD_ROLES = statement(`
  insert into registry.enterprise_role (customs_code, role)
  select * from unnest($1::text[], $2::text[])
  on conflict do nothing`);

/** Puts versions in force, at most one an enterprise. Under the lock of the register. */
export async function putInForce(client: Client, versions: readonly EnterpriseVersion[]): Promise<void> {
  const column = <Value>(pick: (one: EnterpriseVersion) => Value) => versions.map(pick);
  const codes = column((one) => one.customsCode);
  const numbers = column((one) => one.version);
  const states = column((one) => one.state);
  const fileOf = ({ customsCode, version, file }: EnterpriseVersion): string =>
    sealFile(client.vault, 'version', [customsCode, version], file);
  await client.run(ADD, [
    ...[codes, numbers, column(fileOf), states, column((one) => one.cause)],
    ...[column((one) => one.by), column((one) => one.at), column((one) => one.paper)],
    ...[column((one) => one.filingId ?? null), column((one) => one.reasons ?? null)],
  ]);
  await client.run(UPSERT, [
    ...[codes, numbers, column((one) => one.file.uscc), column((one) => one.file.name)],
    ...[column((one) => one.file.nameEn ?? null), column((one) => one.file.customsOffice)],
    ...[column((one) => one.file.dxpId ?? null), column((one) => one.file.validFrom)],
    ...[column((one) => one.file.validTo ?? null), states],
  ]);
  const roles = versions.flatMap(({ customsCode, file }) =>
    file.roles.map((role) => [customsCode, role] as const),
  );
  const [holders, held] = [roles.map(([code]) => code), roles.map(([, role]) => role)];
  await client.run(DROP_ROLES, [codes, holders, held]);
  await client.run(ADD_ROLES, [holders, held]);
}

const TAKEN = statement(`
  select entry.customs_code, 'dxpId' as path, entry.dxp_id as value from registry.enterprise entry
  where entry.dxp_id = $2 and entry.customs_code <> $1 and entry.state <> 'closed'
  union all
  select made.customs_code, named.path, named.value
  from registry.enterprise entry
  join registry.enterprise_version made on made.customs_code = entry.customs_code and made.version = entry.version
  cross join lateral (
    select 'certificates' as path, lower(one ->> 'number') as value
    from jsonb_array_elements(coalesce(made.file -> 'certificates', '[]')) one
    union all
    select 'domains', one from jsonb_array_elements_text(coalesce(made.file -> 'domains', '[]')) one) named
  where entry.customs_code <> $1 and entry.state <> 'closed'
    and (named.path = 'certificates' and named.value = any($3::text[])
      or named.path = 'domains' and named.value = any($4::text[]))`);

/** Which of a file's numbers belong to another enterprise already. */
export async function takenBy(client: Queryable, file: EnterpriseFile): Promise<Taken[]> {
  const certificates = (file.certificates ?? []).map(({ number }) => number.toLowerCase());
  return client.query<Taken>(TAKEN, [file.customsCode, file.dxpId ?? null, certificates, file.domains ?? []]);
}
