import { type Database, type Queryable, statement } from '#postgres';
import type { EnterpriseRegister, Origin, PageWish } from '../application/registers.ts';
import type { Enterprise } from '../domain/enterprise.ts';
import { changesBetween } from '../domain/file-changes.ts';
import type { EnterpriseVersion } from '../domain/filing.ts';
import { lockRegister, putInForce, versionsInForce } from './versions.ts';

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

/** Whoever puts entries in without saying from where is a program of this platform. */
const OWN_ENTRY: Origin = { by: 'platform', paper: '' };

/**
 * Imports enterprises with their roles, in one transaction, each as a new version of its file where it differs; what was
 * filed besides (licences, contacts) stays. Of two with one code the last counts.
 */
async function importEnterprises(
  database: Database,
  enterprises: readonly Enterprise[],
  { by, paper }: Origin = OWN_ENTRY,
): Promise<void> {
  const latest = new Map(enterprises.map((one) => [one.customsCode, one]));
  if (latest.size === 0) return;
  await database.transaction(async (client) => {
    await lockRegister(client);
    const known = await versionsInForce(client, [...latest.keys()]);
    const at = new Date();
    const versions = [...latest.values()].flatMap(({ state, ...entry }): EnterpriseVersion[] => {
      const { customsCode } = entry;
      const before = known.get(customsCode);
      const { dxpId: _dxp, validTo: _to, ...filed } = before?.file ?? {};
      const file = { ...filed, ...entry, roles: [...entry.roles].sort() };
      if (before?.state === state && changesBetween(before.file, file).length === 0) return [];
      const version = (before?.version ?? 0) + 1;
      return [{ customsCode, version, file, state, cause: 'imported', by, at, paper }];
    });
    await putInForce(client, versions);
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
    save: (enterprises, origin) => importEnterprises(database, enterprises, origin),
    find: (customsCodes) => findEnterprises(database, customsCodes),
    list: (wish) => listEnterprises(database, wish),
  };
}
