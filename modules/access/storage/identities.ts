import type { Queryable } from '#postgres';
import type { AccountState } from '../domain/account.ts';

/** Whom an agency means by whom. */
export interface Identity {
  readonly identityId: string;
  readonly providerId: string;
  readonly subject: string;
  readonly accountId: string;
  readonly state: 'proposed' | 'active';
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const columns = `i.identity_id as "identityId", i.provider_id as "providerId", i.subject, i.account_id as "accountId",
  i.state, i.made_by as "madeBy", i.made_at as "madeAt", i.confirmed_by as "confirmedBy", i.confirmed_at as "confirmedAt",
  i.last_used_at as "lastUsedAt"`;

/** Adds one; false where the person there, or the account here, is bound already. */
export async function addIdentity(
  client: Queryable,
  one: Pick<Identity, 'identityId' | 'providerId' | 'subject' | 'accountId' | 'madeBy' | 'madeAt'>,
): Promise<boolean> {
  const count = await client.run(
    `insert into access.agency_identity (identity_id, provider_id, subject, account_id, state, made_by, made_at)
     values ($1, $2, $3, $4, 'proposed', $5, $6) on conflict do nothing`,
    [one.identityId, one.providerId, one.subject, one.accountId, one.madeBy, one.madeAt],
  );
  return count === 1;
}

export async function identityOfSubject(
  client: Queryable,
  providerId: string,
  subject: string,
): Promise<Identity | undefined> {
  const [row] = await client.query<Identity>(
    `select ${columns} from access.agency_identity i where provider_id = $1 and subject = $2`,
    [providerId, subject],
  );
  return row;
}

/** Nobody else changes it until the transaction ends. */
export async function identityForChange(
  client: Queryable,
  identityId: string,
): Promise<Identity | undefined> {
  const [row] = await client.query<Identity>(
    `select ${columns} from access.agency_identity i where identity_id = $1 for update`,
    [identityId],
  );
  return row;
}

/** Whether an account signs in by its agency. */
export async function isOfAgency(client: Queryable, accountId: string): Promise<boolean> {
  const rows = await client.query(
    `select from access.agency_identity where account_id = $1 and state = 'active'`,
    [accountId],
  );
  return rows.length > 0;
}

/** The binding an agency has asked for with the account itself begins to count; false where there is none. */
export async function confirmIdentityOf(
  client: Queryable,
  accountId: string,
  by: string,
  at: Date,
): Promise<boolean> {
  const count = await client.run(
    `update access.agency_identity set state = 'active', confirmed_by = $2, confirmed_at = $3
     where account_id = $1 and state = 'proposed'`,
    [accountId, by, at],
  );
  return count === 1;
}

export async function noteIdentityUse(client: Queryable, identityId: string, at: Date): Promise<void> {
  await client.run('update access.agency_identity set last_used_at = $2 where identity_id = $1', [
    ...[identityId, at],
  ]);
}

export async function removeIdentity(client: Queryable, identityId: string): Promise<void> {
  await client.run('delete from access.agency_identity where identity_id = $1', [identityId]);
}

export async function removeIdentityOf(client: Queryable, accountId: string): Promise<void> {
  await client.run('delete from access.agency_identity where account_id = $1', [accountId]);
}

/** A binding as it is listed. */
export interface ListedIdentity extends Identity {
  readonly login: string;
  readonly displayName: string;
  readonly accountState: AccountState;
}

/** A page of them, those that wait first, then the newest. @param after place of the last one of the page before */
export async function listIdentities(
  client: Queryable,
  after: { readonly waits: boolean; readonly madeAt: string; readonly identityId: string } | undefined,
  limit: number,
): Promise<ListedIdentity[]> {
  return client.query<ListedIdentity>(
    `select ${columns}, a.login, a.display_name as "displayName", a.state as "accountState"
     from access.agency_identity i join access.account a on a.account_id = i.account_id
     where $1::boolean is null
       or (i.state = 'proposed', i.made_at, i.identity_id) < ($1::boolean, $2::timestamptz, $3::uuid)
     order by (i.state = 'proposed') desc, i.made_at desc, i.identity_id desc limit $4`,
    [after?.waits ?? null, after?.madeAt ?? null, after?.identityId ?? null, limit],
  );
}
