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

/** Locks the tries of an account, and those that claim a telephone number, and counts them since an instant. */
export async function triesSince(
  client: Client,
  { accountId, claimed }: { readonly accountId: string; readonly claimed: string },
  since: Date,
): Promise<{ readonly ofAccount: number; readonly ofPhone: number }> {
  for (const one of [accountId, claimed])
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`persons ${one}`]);
  const [row] = await client.query<{ ofAccount: number; ofPhone: number }>(
    `select (select count(*)::int from persons.identity_try where account_id = $1 and tried_at > $3) as "ofAccount",
       (select count(*)::int from persons.identity_try where claimed = $2 and tried_at > $3) as "ofPhone"`,
    [accountId, claimed, since],
  );
  return row ?? { ofAccount: 0, ofPhone: 0 };
}

export async function noteTry(
  client: Queryable,
  tried: { accountId: string; claimed: string; at: Date; address: string; confirmed: boolean },
): Promise<void> {
  await client.run(
    `insert into persons.identity_try (account_id, tried_at, address, confirmed, claimed) values ($1, $2, $3, $4, $5)`,
    [tried.accountId, tried.at, tried.address, tried.confirmed, tried.claimed],
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

/** Notes no longer which person an account is: it has been closed. */
export async function forgetIdentity(client: Queryable, accountId: string): Promise<void> {
  await client.run('delete from persons.identity where account_id = $1', [accountId]);
}
