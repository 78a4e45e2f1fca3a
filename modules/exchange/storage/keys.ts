import type { Queryable } from '#postgres';

export interface ApiKey {
  readonly keyId: string;
  /** Customs code of the enterprise it is bound to. */
  readonly customsCode: string;
  /** `operator` reads the whole zone, `enterprise` sends and reads its own. */
  readonly scope: 'enterprise' | 'operator';
  readonly label: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

const columns = `key_id as "keyId", customs_code as "customsCode", scope, label, created_at as "createdAt", revoked_at as "revokedAt"`;

export async function addKey(
  client: Queryable,
  key: Omit<ApiKey, 'revokedAt'> & { readonly secretHash: Buffer },
): Promise<void> {
  await client.run(
    `insert into exchange.api_key (key_id, customs_code, scope, secret_hash, label, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [key.keyId, key.customsCode, key.scope, key.secretHash, key.label, key.createdAt],
  );
}

export async function findKey(
  client: Queryable,
  keyId: string,
): Promise<(ApiKey & { secretHash: Buffer }) | undefined> {
  const rows = await client.query<ApiKey & { secretHash: Buffer }>(
    `select ${columns}, secret_hash as "secretHash" from exchange.api_key where key_id = $1`,
    [keyId],
  );
  return rows[0];
}

export async function listKeys(client: Queryable, customsCode?: string): Promise<ApiKey[]> {
  const rows = await client.query<ApiKey>(
    `select ${columns} from exchange.api_key where $1::text is null or customs_code = $1 order by created_at`,
    [customsCode ?? null],
  );
  return rows;
}

export async function revokeKey(client: Queryable, keyId: string, at: Date): Promise<boolean> {
  const count = await client.run(
    'update exchange.api_key set revoked_at = $2 where key_id = $1 and revoked_at is null',
    [keyId, at],
  );
  return count === 1;
}
