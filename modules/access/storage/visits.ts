import type { Queryable } from '#postgres';

/** Somebody on the way through a provider and back. */
export interface Visit {
  readonly providerId: string;
  /** Once the provider has vouched and only our own second factor is missing. */
  readonly accountId: string | null;
  readonly subject: string | null;
  readonly sid: string | null;
}

const columns = 'provider_id as "providerId", account_id as "accountId", subject, sid';

/** Keeps one and forgets those that have ended. */
export async function addVisit(
  client: Queryable,
  visit: {
    readonly stateHash: Buffer;
    readonly browserHash: Buffer;
    readonly providerId: string;
    readonly endsAt: Date;
  },
  now: Date,
): Promise<void> {
  await client.run('delete from access.agency_visit where ends_at <= $1', [now]);
  await client.run(
    'insert into access.agency_visit (state_hash, browser_hash, provider_id, ends_at) values ($1, $2, $3, $4)',
    [visit.stateHash, visit.browserHash, visit.providerId, visit.endsAt],
  );
}

/** Takes the answer of a visit, once, and only from the browser that began it. */
export async function takeVisit(
  client: Queryable,
  stateHash: Buffer,
  browserHash: Buffer,
  now: Date,
): Promise<Visit | undefined> {
  const [row] = await client.query<Visit>(
    `update access.agency_visit set taken_at = $3
     where state_hash = $1 and browser_hash = $2 and ends_at > $3 and taken_at is null returning ${columns}`,
    [stateHash, browserHash, now],
  );
  return row;
}

/** The provider has vouched; our own second factor is missing. */
export async function keepVouched(
  client: Queryable,
  stateHash: Buffer,
  vouched: { readonly accountId: string; readonly subject: string; readonly sid: string | undefined },
): Promise<void> {
  await client.run(
    'update access.agency_visit set account_id = $2, subject = $3, sid = $4 where state_hash = $1',
    [stateHash, vouched.accountId, vouched.subject, vouched.sid ?? null],
  );
}

/** A visit that waits for our own second factor. */
export async function vouchedVisit(
  client: Queryable,
  stateHash: Buffer,
  browserHash: Buffer,
  now: Date,
): Promise<Visit | undefined> {
  const [row] = await client.query<Visit>(
    `select ${columns} from access.agency_visit
     where state_hash = $1 and browser_hash = $2 and ends_at > $3 and account_id is not null`,
    [stateHash, browserHash, now],
  );
  return row;
}

/** Ends a visit; false where another request has ended it. */
export async function endVisit(client: Queryable, stateHash: Buffer): Promise<boolean> {
  return (await client.run('delete from access.agency_visit where state_hash = $1', [stateHash])) === 1;
}

/** Notes a token that ends sessions; false for one that has done so already. */
export async function takeLogoutToken(
  client: Queryable,
  providerId: string,
  tokenHash: Buffer,
  endsAt: Date,
  now: Date,
): Promise<boolean> {
  await client.run('delete from access.agency_logout where ends_at <= $1', [now]);
  const count = await client.run(
    'insert into access.agency_logout (provider_id, token_hash, ends_at) values ($1, $2, $3) on conflict do nothing',
    [providerId, tokenHash, endsAt],
  );
  return count === 1;
}
