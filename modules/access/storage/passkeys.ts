import type { Queryable } from '#postgres';

/** A passkey as its owner sees it. */
export interface ListedPasskey {
  readonly passkeyId: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What an answer of a passkey is checked with. */
export interface KeptPasskey {
  readonly accountId: string;
  readonly login: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

export interface NewPasskey extends Omit<KeptPasskey, 'login'> {
  readonly passkeyId: string;
  readonly transports: readonly string[];
  readonly name: string;
  readonly madeAt: Date;
}

/** Adds a passkey; false where it is one already, of whomever. */
export async function addPasskey(client: Queryable, passkey: NewPasskey): Promise<boolean> {
  const count = await client.run(
    `insert into access.passkey (passkey_id, account_id, credential_id, public_key, counter, transports, name, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing`,
    [
      ...[passkey.passkeyId, passkey.accountId, passkey.credentialId, passkey.publicKey, passkey.counter],
      ...[passkey.transports, passkey.name, passkey.madeAt],
    ],
  );
  return count === 1;
}

export async function passkeysOf(client: Queryable, accountId: string): Promise<ListedPasskey[]> {
  return client.query<ListedPasskey>(
    `select passkey_id as "passkeyId", name, made_at as "madeAt", last_used_at as "lastUsedAt"
     from access.passkey where account_id = $1 order by made_at, passkey_id`,
    [accountId],
  );
}

/** Whether an account has a second factor of this kind. */
export async function hasPasskey(client: Queryable, accountId: string): Promise<boolean> {
  const [row] = await client.query('select from access.passkey where account_id = $1 limit 1', [accountId]);
  return row !== undefined;
}

/** Ids by which an authenticator knows that it holds one of the account already. */
export async function credentialsOf(client: Queryable, accountId: string): Promise<string[]> {
  const rows = await client.query<{ id: string }>(
    'select credential_id as id from access.passkey where account_id = $1',
    [accountId],
  );
  return rows.map(({ id }) => id);
}

export async function passkeyByCredential(
  client: Queryable,
  credentialId: string,
): Promise<KeptPasskey | undefined> {
  const [row] = await client.query<Omit<KeptPasskey, 'counter'> & { counter: string }>(
    `select p.account_id as "accountId", a.login, p.credential_id as "credentialId", p.public_key as "publicKey",
       p.counter::text as counter
     from access.passkey p join access.account a on a.account_id = p.account_id where p.credential_id = $1`,
    [credentialId],
  );
  return row && { ...row, counter: Number(row.counter) };
}

/** Notes a use; false where the counter has not gone up, or the passkey was removed meanwhile. */
export async function usePasskey(
  client: Queryable,
  credentialId: string,
  { counter, at }: { readonly counter: number; readonly at: Date },
): Promise<boolean> {
  const count = await client.run(
    `update access.passkey set counter = $2, last_used_at = $3
     where credential_id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
    [credentialId, counter, at],
  );
  return count === 1;
}

/** False where the account has none of that id. */
export async function renamePasskey(
  client: Queryable,
  accountId: string,
  passkeyId: string,
  name: string,
): Promise<boolean> {
  const count = await client.run(
    'update access.passkey set name = $3 where account_id = $1 and passkey_id = $2',
    [accountId, passkeyId, name],
  );
  return count === 1;
}

/** False where the account has none of that id. */
export async function removePasskey(
  client: Queryable,
  accountId: string,
  passkeyId: string,
): Promise<boolean> {
  const count = await client.run('delete from access.passkey where account_id = $1 and passkey_id = $2', [
    ...[accountId, passkeyId],
  ]);
  return count === 1;
}

export async function removePasskeysOf(client: Queryable, accountId: string): Promise<void> {
  await client.run('delete from access.passkey where account_id = $1', [accountId]);
}

/** Keeps a challenge and forgets those that have ended. */
export async function addChallenge(
  client: Queryable,
  challenge: { readonly hash: Buffer; readonly sessionId: string | null; readonly endsAt: Date },
  now: Date,
): Promise<void> {
  await client.run('delete from access.challenge where ends_at <= $1', [now]);
  await client.run('insert into access.challenge (challenge_hash, session_id, ends_at) values ($1, $2, $3)', [
    ...[challenge.hash, challenge.sessionId, challenge.endsAt],
  ]);
}

/** Uses a challenge up; false where there is none such of this session, or it has ended. */
export async function takeChallenge(
  client: Queryable,
  hash: Buffer,
  sessionId: string | null,
  now: Date,
): Promise<boolean> {
  const count = await client.run(
    `delete from access.challenge
     where challenge_hash = $1 and session_id is not distinct from $2::uuid and ends_at > $3`,
    [hash, sessionId, now],
  );
  return count === 1;
}
