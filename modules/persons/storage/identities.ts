import type { Client, Queryable } from '#postgres';

/** Which person an account is. */
export interface ConfirmedIdentity {
  readonly person: string;
  readonly confirmedAt: Date;
}

export async function identityOf(
  client: Queryable,
  accountId: string,
): Promise<ConfirmedIdentity | undefined> {
  const rows = await client.query<ConfirmedIdentity>(
    'select person, confirmed_at as "confirmedAt" from persons.identity where account_id = $1',
    [accountId],
  );
  return rows[0];
}

/** Locks the tries of an account and counts those since an instant. */
export async function triesSince(client: Client, accountId: string, since: Date): Promise<number> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`persons ${accountId}`]);
  const rows = await client.query<{ tries: number }>(
    'select count(*)::int as tries from persons.identity_try where account_id = $1 and tried_at > $2',
    [accountId, since],
  );
  return rows[0]?.tries ?? 0;
}

export async function noteTry(
  client: Queryable,
  tried: { accountId: string; at: Date; address: string; confirmed: boolean },
): Promise<void> {
  await client.run(
    'insert into persons.identity_try (account_id, tried_at, address, confirmed) values ($1, $2, $3, $4)',
    [tried.accountId, tried.at, tried.address, tried.confirmed],
  );
}

/** Notes which person an account is; a later confirmation takes the place of an earlier one. */
export async function confirmIdentity(
  client: Queryable,
  confirmed: { accountId: string; person: string; at: Date; orderNo: string },
): Promise<void> {
  await client.run(
    `insert into persons.identity (account_id, person, confirmed_at, order_no) values ($1, $2, $3, $4)
     on conflict (account_id) do update set person = excluded.person, confirmed_at = excluded.confirmed_at,
       order_no = excluded.order_no`,
    [confirmed.accountId, confirmed.person, confirmed.at, confirmed.orderNo],
  );
}

/** Notes no longer which person an account is: its owner has closed it. */
export async function forgetIdentity(client: Queryable, accountId: string): Promise<void> {
  await client.run('delete from persons.identity where account_id = $1', [accountId]);
}
