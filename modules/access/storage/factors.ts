import type { Client, Queryable } from '#postgres';

export async function setPassword(
  client: Queryable,
  accountId: string,
  { phc, at, oneTimeUntil }: { readonly phc: string; readonly at: Date; readonly oneTimeUntil: Date | null },
): Promise<void> {
  await client.run(
    `insert into access.password (account_id, phc, changed_at, one_time_until) values ($1, $2, $3, $4)
     on conflict (account_id) do update set phc = $2, changed_at = $3, one_time_until = $4`,
    [accountId, phc, at, oneTimeUntil],
  );
}

/** Whether the password is still this one; then it stays so until the transaction ends. */
export async function holdPassword(client: Client, accountId: string, phc: string | null): Promise<boolean> {
  const held = await client.query(
    'select from access.password where account_id = $1 and phc = $2 for no key update',
    [accountId, phc],
  );
  return held.length === 1;
}

export async function removePassword(client: Queryable, accountId: string): Promise<void> {
  await client.run('delete from access.password where account_id = $1', [accountId]);
}

/** Keeps the same password at the cost of today. */
export async function costPassword(client: Queryable, accountId: string, phc: string): Promise<void> {
  await client.run('update access.password set phc = $2 where account_id = $1', [accountId, phc]);
}

export async function passwordOf(
  client: Queryable,
  accountId: string,
): Promise<
  { readonly phc: string; readonly changedAt: Date; readonly oneTimeUntil: Date | null } | undefined
> {
  const [row] = await client.query<{ phc: string; changedAt: Date; oneTimeUntil: Date | null }>(
    `select phc, changed_at as "changedAt", one_time_until as "oneTimeUntil" from access.password
     where account_id = $1`,
    [accountId],
  );
  return row;
}

export async function keepFirstHalf(client: Queryable, accountId: string, sealed: Buffer): Promise<void> {
  await client.run('insert into access.first_half (account_id, sealed) values ($1, $2)', [accountId, sealed]);
}

/** The maker's half of a first password, which is forgotten by this. */
export async function takeFirstHalf(client: Queryable, accountId: string): Promise<Buffer | undefined> {
  const [row] = await client.query<{ sealed: Buffer }>(
    'delete from access.first_half where account_id = $1 returning sealed',
    [accountId],
  );
  return row?.sealed;
}

/** A secret that waits for its first code; replaces one that waited. */
export async function proposeTotp(client: Queryable, accountId: string, proposed: Buffer): Promise<void> {
  await client.run(
    `insert into access.totp (account_id, proposed, last_step) values ($1, $2, 0)
     on conflict (account_id) do update set proposed = $2`,
    [accountId, proposed],
  );
}

export interface KeptTotp {
  /** Null before the first was confirmed. */
  readonly sealed: Buffer | null;
  readonly proposed: Buffer | null;
  readonly confirmedAt: Date | null;
}

export async function totpOf(client: Queryable, accountId: string): Promise<KeptTotp | undefined> {
  const [row] = await client.query<KeptTotp>(
    'select sealed, proposed, confirmed_at as "confirmedAt" from access.totp where account_id = $1',
    [accountId],
  );
  return row;
}

/** Takes a code of a time step, once; false where that step or a later one was taken. */
export async function takeStep(client: Queryable, accountId: string, step: number): Promise<boolean> {
  const count = await client.run(
    'update access.totp set last_step = $2 where account_id = $1 and last_step < $2',
    [accountId, step],
  );
  return count === 1;
}

/** The proposed secret counts from now on; its first code is used up. */
export async function confirmTotp(
  client: Queryable,
  accountId: string,
  { step, at }: { readonly step: number; readonly at: Date },
): Promise<void> {
  await client.run(
    `update access.totp set sealed = proposed, proposed = null, last_step = $2, confirmed_at = $3
     where account_id = $1 and proposed is not null`,
    [accountId, step, at],
  );
}

export async function removeTotp(client: Queryable, accountId: string): Promise<boolean> {
  const count = await client.run('delete from access.totp where account_id = $1', [accountId]);
  await client.run('delete from access.recovery_code where account_id = $1', [accountId]);
  return count === 1;
}

/** Puts new recovery codes in the place of all before. */
export async function replaceRecoveryCodes(
  client: Queryable,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await client.run('delete from access.recovery_code where account_id = $1', [accountId]);
  await client.run(
    'insert into access.recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])',
    [accountId, hashes],
  );
}

/** Uses a recovery code up; false where there is none such left. */
export async function takeRecoveryCode(
  client: Queryable,
  accountId: string,
  hash: Buffer,
  at: Date,
): Promise<boolean> {
  const count = await client.run(
    'update access.recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null',
    [accountId, hash, at],
  );
  return count === 1;
}

export async function recoveryCodesLeft(client: Queryable, accountId: string): Promise<number> {
  const [row] = await client.query<{ left: string }>(
    'select count(*)::text as left from access.recovery_code where account_id = $1 and used_at is null',
    [accountId],
  );
  return Number(row?.left ?? 0);
}
