import { type Database, type Queryable, statement } from '#postgres';
import type { EnterpriseRegister, PageWish } from '../application/registers.ts';
import type { Enterprise } from '../domain/enterprise.ts';

const UPSERT = statement(`
  insert into registry.enterprise as stored
    (customs_code, uscc, name, customs_office, dxp_id, valid_from, valid_to, state)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[], $8::text[])
  on conflict (customs_code) do update set
    uscc = excluded.uscc, name = excluded.name, customs_office = excluded.customs_office, dxp_id = excluded.dxp_id,
    valid_from = excluded.valid_from, valid_to = excluded.valid_to, state = excluded.state, changed_at = now()
  where (stored.uscc, stored.name, stored.customs_office, stored.dxp_id, stored.valid_from, stored.valid_to, stored.state)
    is distinct from
    (excluded.uscc, excluded.name, excluded.customs_office, excluded.dxp_id, excluded.valid_from, excluded.valid_to,
      excluded.state)`);

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

const COLUMNS = `
  customs_code, uscc, name, customs_office, dxp_id, valid_from, valid_to, state,
  array(select role from registry.enterprise_role held
    where held.customs_code = entry.customs_code order by role) as roles`;
const FIND = statement(
  `select ${COLUMNS} from registry.enterprise entry where customs_code = any($1::text[])`,
);
const LIST = statement(
  `select ${COLUMNS} from registry.enterprise entry where customs_code > $1 order by customs_code limit $2`,
);

interface Row {
  readonly customs_code: string;
  readonly uscc: string;
  readonly name: string;
  readonly customs_office: string;
  readonly dxp_id: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly state: Enterprise['state'];
  readonly roles: Enterprise['roles'];
}

const enterpriseOf = (row: Row): Enterprise => ({
  customsCode: row.customs_code,
  uscc: row.uscc,
  name: row.name,
  roles: row.roles,
  customsOffice: row.customs_office,
  ...(row.dxp_id === null ? {} : { dxpId: row.dxp_id }),
  validFrom: row.valid_from,
  ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
  state: row.state,
});

/** Adds or replaces enterprises with their roles, in one transaction. Of two with one code the last counts. */
async function upsertEnterprises(database: Database, enterprises: readonly Enterprise[]): Promise<void> {
  const latest = [...new Map(enterprises.map((one) => [one.customsCode, one])).values()];
  const column = <Value>(pick: (one: Enterprise) => Value) => latest.map(pick);
  const codes = column((one) => one.customsCode);
  const roles = latest.flatMap((one) => one.roles.map((role) => [one.customsCode, role] as const));
  const holders = roles.map(([code]) => code);
  const held = roles.map(([, role]) => role);
  await database.transaction(async (client) => {
    await client.run(UPSERT, [
      codes,
      column((one) => one.uscc),
      column((one) => one.name),
      column((one) => one.customsOffice),
      column((one) => one.dxpId ?? null),
      column((one) => one.validFrom),
      column((one) => one.validTo ?? null),
      column((one) => one.state),
    ]);
    await client.run(DROP_ROLES, [codes, holders, held]);
    await client.run(ADD_ROLES, [holders, held]);
  });
}

/** The enterprises known under these customs codes, by code; unknown codes are left out. */
async function findEnterprises(
  client: Queryable,
  customsCodes: readonly string[],
): Promise<Map<string, Enterprise>> {
  const rows = await client.query<Row>(FIND, [customsCodes]);
  return new Map(rows.map((row) => [row.customs_code, enterpriseOf(row)]));
}

/** A page of the register in the order of customs codes. */
async function listEnterprises(client: Queryable, wish: PageWish): Promise<Enterprise[]> {
  const rows = await client.query<Row>(LIST, [wish.after ?? '', wish.limit]);
  return rows.map(enterpriseOf);
}

/** The register of enterprises in PostgreSQL. */
export function enterpriseRegister(database: Database): EnterpriseRegister {
  return {
    save: (enterprises) => upsertEnterprises(database, enterprises),
    find: (customsCodes) => findEnterprises(database, customsCodes),
    list: (wish) => listEnterprises(database, wish),
  };
}
