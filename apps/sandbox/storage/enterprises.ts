import { type Client, type Queryable, statement } from '#postgres';

export type KeyAlgorithm = 'sm2' | 'rsa';

/** An enterprise a tester has registered. */
export interface TestEnterprise {
  readonly customsCode: string;
  readonly dxpId: string;
  readonly algorithm: KeyAlgorithm;
  readonly certificateNumber: string;
  /** PEM. */
  readonly certificate: string;
  readonly madeAt: Date;
}

const COLUMNS = `customs_code as "customsCode", dxp_id as "dxpId", algorithm,
  certificate_number as "certificateNumber", certificate, made_at as "madeAt"`;
const FIND = statement(`select ${COLUMNS} from sandbox.enterprise where customs_code = $1`);

export async function findTestEnterprise(
  client: Queryable,
  customsCode: string,
): Promise<TestEnterprise | undefined> {
  const [row] = await client.query<TestEnterprise>(FIND, [customsCode]);
  return row;
}

export async function addTestEnterprise(client: Client, enterprise: TestEnterprise): Promise<void> {
  const { customsCode, dxpId, algorithm, certificateNumber, certificate, madeAt } = enterprise;
  await client.run(
    `insert into sandbox.enterprise (customs_code, dxp_id, algorithm, certificate_number, certificate, made_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [customsCode, dxpId, algorithm, certificateNumber, certificate, madeAt],
  );
}

/** A number no enterprise has had before; undefined once `most` have been registered. */
export async function nextEnterpriseNumber(client: Queryable, most: number): Promise<number | undefined> {
  const [row] = await client.query<{ count: string }>(
    'select (select count(*) from sandbox.enterprise) + (select count(*) from sandbox.dxp_peer) as count',
  );
  if (Number(row?.count) >= most) return undefined;
  const [next] = await client.query<{ number: string }>(
    `select nextval('sandbox.enterprise_number')::text as number`,
  );
  return Number(next?.number);
}

/** Customs code of the enterprise a tester has registered under this DXP number, or that has spoken under it. */
export async function codeOfDxpId(client: Queryable, dxpId: string): Promise<string | undefined> {
  const [row] = await client.query<{ code: string }>(
    `select customs_code as code from sandbox.dxp_peer where dxp_id = $1
     union all select customs_code from sandbox.enterprise where dxp_id = $1 limit 1`,
    [dxpId],
  );
  return row?.code;
}
