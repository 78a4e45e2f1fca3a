import type { KeyScope } from '#access';
import { type Client, type Queryable, statement } from '#postgres';

export interface ApiKey {
  readonly keyId: string;
  /** Customs code of the enterprise it is bound to. */
  readonly customsCode: string;
  /** `operator` reads the whole zone, `enterprise` sends and reads its own. */
  readonly scope: 'enterprise' | 'operator';
  /** What it is limited to; null: all its enterprise's clerks, or operators, may do. */
  readonly scopes: readonly KeyScope[] | null;
  readonly label: string;
  readonly createdAt: Date;
  /** Account or key it was made with; null: at the command line of the platform. */
  readonly madeBy: string | null;
  /** Account that answers for it: who made it, or owns the key it was made with; null: nobody was named. */
  readonly ownerId: string | null;
  /** From then on it works no more. */
  readonly expiresAt: Date | null;
  /** At most a minute late. */
  readonly lastUsedAt: Date | null;
  /** The key that has taken over from it. */
  readonly replacedBy: string | null;
  readonly revokedAt: Date | null;
}

const columns = `key_id as "keyId", customs_code as "customsCode", scope, scopes, label, created_at as "createdAt",
  made_by as "madeBy", owner_id as "ownerId", expires_at as "expiresAt", last_used_at as "lastUsedAt", replaced_by as "replacedBy",
  revoked_at as "revokedAt"`;

export type NewKey = Pick<
  ApiKey,
  'keyId' | 'customsCode' | 'scope' | 'scopes' | 'label' | 'createdAt' | 'madeBy' | 'ownerId' | 'expiresAt'
> & { readonly secretHash: Buffer };

export async function addKey(client: Queryable, key: NewKey): Promise<void> {
  await client.run(
    `insert into exchange.api_key (key_id, customs_code, scope, secret_hash, label, created_at, scopes, made_by, owner_id,
       expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[key.keyId, key.customsCode, key.scope, key.secretHash, key.label, key.createdAt],
      ...[key.scopes, key.madeBy, key.ownerId, key.expiresAt],
    ],
  );
}

const FIND = statement(
  `select ${columns}, secret_hash as "secretHash",
     coalesce((select required from exchange.certificate_rule r where r.customs_code = k.customs_code), false)
       as "certificateRequired"
   from exchange.api_key k where key_id = $1`,
);

/** A key with what is needed to let it in. */
export type FoundKey = ApiKey & { readonly secretHash: Buffer; readonly certificateRequired: boolean };

export async function findKey(client: Queryable, keyId: string): Promise<FoundKey | undefined> {
  return (await client.query<FoundKey>(FIND, [keyId]))[0];
}

/** Locks the keys of an enterprise against another that makes one at the same time, and counts those that work. */
export async function countWorking(client: Client, customsCode: string, at: Date): Promise<number> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 14))', [customsCode]);
  const [row] = await client.query<{ count: number }>(
    `select count(*)::int as count from exchange.api_key
     where customs_code = $1 and scope = 'enterprise' and revoked_at is null and (expires_at is null or expires_at > $2)`,
    [customsCode, at],
  );
  return row?.count ?? 0;
}

/** Keys, the oldest first. @param customsCode of this enterprise; of all where it is left out */
export async function listKeys(client: Queryable, customsCode?: string): Promise<ApiKey[]> {
  return client.query<ApiKey>(
    `select ${columns} from exchange.api_key where $1::text is null or customs_code = $1 order by created_at, key_id`,
    [customsCode ?? null],
  );
}

/** Revokes a key that works; false where there is none, or none of this enterprise. */
export async function revokeKey(
  client: Queryable,
  keyId: string,
  at: Date,
  customsCode?: string,
): Promise<boolean> {
  const count = await client.run(
    `update exchange.api_key set revoked_at = $2
     where key_id = $1 and revoked_at is null and ($3::text is null or customs_code = $3)`,
    [keyId, at, customsCode ?? null],
  );
  return count === 1;
}

/** Lets another key take over, beside which this one works on until then; false where it works no more already. */
export async function replaceKey(
  client: Client,
  keyId: string,
  by: string,
  at: Date,
  until: Date,
): Promise<boolean> {
  const count = await client.run(
    `update exchange.api_key set replaced_by = $2, expires_at = least(expires_at, $4)
     where key_id = $1 and revoked_at is null and replaced_by is null and (expires_at is null or expires_at > $3)`,
    [keyId, by, at, until],
  );
  return count === 1;
}

/** Notes when keys were last used; an earlier time overwrites no later one. */
export async function noteUses(client: Queryable, uses: ReadonlyMap<string, Date>): Promise<void> {
  if (uses.size === 0) return;
  await client.run(
    `update exchange.api_key k set last_used_at = u.at from unnest($1::uuid[], $2::timestamptz[]) as u(key_id, at)
     where k.key_id = u.key_id and (k.last_used_at is null or k.last_used_at < u.at)`,
    [[...uses.keys()], [...uses.values()]],
  );
}

/** Keys of an enterprise that expire before then and that nothing has taken over from, and when the first does. */
export async function expiringKeys(
  client: Queryable,
  customsCode: string,
  at: Date,
  before: Date,
): Promise<{ readonly count: number; readonly first: Date | undefined }> {
  const [row] = await client.query<{ count: number; first: Date | null }>(
    `select count(*)::int as count, min(expires_at) as first from exchange.api_key
     where customs_code = $1 and revoked_at is null and replaced_by is null and expires_at > $2 and expires_at <= $3`,
    [customsCode, at, before],
  );
  return { count: row?.count ?? 0, first: row?.first ?? undefined };
}

/** Takes, once each, the keys that expire before then and that nothing has taken over from. */
export async function takeExpiring(
  client: Client,
  at: Date,
  before: Date,
): Promise<(Pick<ApiKey, 'keyId' | 'customsCode' | 'label'> & { expiresAt: Date })[]> {
  return client.query(
    `update exchange.api_key set warned_at = $1
     where revoked_at is null and warned_at is null and replaced_by is null and expires_at > $1 and expires_at <= $2
     returning key_id as "keyId", customs_code as "customsCode", label, expires_at as "expiresAt"`,
    [at, before],
  );
}

/** Keys among these ids, also those that work no more, with who answers for them. */
export async function keysAmong(
  client: Queryable,
  ids: readonly string[],
): Promise<Pick<ApiKey, 'keyId' | 'label' | 'ownerId'>[]> {
  return client.query(
    `select key_id as "keyId", label, owner_id as "ownerId" from exchange.api_key where key_id = any($1::uuid[])`,
    [ids],
  );
}
