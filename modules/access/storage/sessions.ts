import { type Queryable, statement } from '#postgres';
import type { AccountRole } from '../domain/account.ts';
import type { Agency } from '../domain/agencies.ts';
import type { Right } from '../domain/rights.ts';

/** How somebody showed who they are. */
export type Factor = 'password' | 'totp' | 'recovery-code' | 'passkey' | 'key' | 'agency' | 'agency-factor';

/** A session as it is opened. */
export interface NewSession {
  readonly tokenHash: Buffer;
  readonly sessionId: string;
  /** One of the two. */
  readonly accountId: string | null;
  readonly keyId: string | null;
  readonly newcomer: boolean;
  readonly factors: readonly Factor[];
  readonly openedAt: Date;
  readonly endsAt: Date;
  readonly address: string;
  readonly browser: string;
  readonly agency: AgencySession | undefined;
}

/** Who signed somebody in, as whom, and by which session there. */
export interface AgencySession {
  readonly providerId: string;
  readonly subject: string;
  readonly sid: string | null;
}

export async function addSession(client: Queryable, session: NewSession): Promise<void> {
  await client.run(
    `insert into access.session (token_hash, session_id, account_id, key_id, newcomer, factors, opened_at,
       last_seen_at, ends_at, address, browser, provider_id, subject, sid)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[session.tokenHash, session.sessionId, session.accountId, session.keyId, session.newcomer],
      ...[session.factors, session.openedAt, session.endsAt, session.address, session.browser],
      ...[session.agency?.providerId, session.agency?.subject, session.agency?.sid].map((one) => one ?? null),
    ],
  );
}

/** A session with what its account may. */
export interface FoundSession {
  readonly sessionId: string;
  readonly accountId: string | null;
  readonly keyId: string | null;
  readonly newcomer: boolean;
  readonly lastSeenAt: Date;
  readonly role: AccountRole | null;
  readonly customsCode: string | null;
  readonly member: Right | null;
  readonly agency: Agency | null;
  readonly office: string | null;
}

const byToken = statement(`
select s.session_id as "sessionId", s.account_id as "accountId", s.key_id as "keyId", s.newcomer,
  s.last_seen_at as "lastSeenAt", a.role, a.customs_code as "customsCode", a.member, a.agency, a.office
from access.session s left join access.account a on a.account_id = s.account_id
where s.token_hash = $1 and s.ends_at > $2 and s.last_seen_at > $3 and (s.account_id is null or a.state = 'active')`);

/** The session of a token that has not ended and was used since; of an account that is active, or of a key. */
export async function findSession(
  client: Queryable,
  tokenHash: Buffer,
  now: Date,
  usedSince: Date,
): Promise<FoundSession | undefined> {
  const [row] = await client.query<FoundSession>(byToken, [tokenHash, now, usedSince]);
  return row;
}

export async function touchSession(client: Queryable, tokenHash: Buffer, at: Date): Promise<void> {
  await client.run(
    'update access.session set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2',
    [tokenHash, at],
  );
}

/** A session as its owner sees it. */
export interface ListedSession {
  readonly sessionId: string;
  readonly factors: readonly Factor[];
  readonly openedAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly address: string;
  readonly browser: string;
}

export async function sessionsOf(
  client: Queryable,
  accountId: string,
  now: Date,
  usedSince: Date,
): Promise<ListedSession[]> {
  return client.query<ListedSession>(
    `select session_id as "sessionId", factors, opened_at as "openedAt", last_seen_at as "lastSeenAt",
       ends_at as "endsAt", address, browser
     from access.session where account_id = $1 and ends_at > $2 and last_seen_at > $3 order by last_seen_at desc`,
    [accountId, now, usedSince],
  );
}

/** Ends one session of an account; false where it has none of that id. */
export async function endSession(client: Queryable, accountId: string, sessionId: string): Promise<boolean> {
  const count = await client.run('delete from access.session where account_id = $1 and session_id = $2', [
    ...[accountId, sessionId],
  ]);
  return count === 1;
}

/** Ends the session of a token, of whomever it is; answers whose account it was. */
export async function endSessionOfToken(
  client: Queryable,
  tokenHash: Buffer,
): Promise<
  | { readonly accountId: string | null; readonly providerId: string | null; readonly subject: string | null }
  | undefined
> {
  const [row] = await client.query<{
    accountId: string | null;
    providerId: string | null;
    subject: string | null;
  }>(
    `delete from access.session where token_hash = $1
     returning account_id as "accountId", provider_id as "providerId", subject`,
    [tokenHash],
  );
  return row;
}

/** Ends all sessions of an account, but one where it is given; answers how many. */
export async function endSessionsOf(
  client: Queryable,
  accountId: string,
  but: string | undefined,
): Promise<number> {
  return client.run(
    'delete from access.session where account_id = $1 and ($2::uuid is null or session_id <> $2)',
    [accountId, but ?? null],
  );
}

/** A newcomer has made the account its own: the session is worth what the account is. */
export async function settleSession(client: Queryable, sessionId: string): Promise<void> {
  await client.run('update access.session set newcomer = false where session_id = $1', [sessionId]);
}

/** Removes sessions that ended before. */
export async function removeEnded(client: Queryable, before: Date): Promise<void> {
  await client.run('delete from access.session where ends_at < $1', [before]);
}

/**
 * Ends sessions a provider has opened: all of them, those of a person there, or those of one session there. Answers whose
 * they were.
 */
export async function endSessionsBy(
  client: Queryable,
  providerId: string,
  which: { readonly subject?: string | undefined; readonly sid?: string | undefined } = {},
): Promise<string[]> {
  const rows = await client.query<{ accountId: string }>(
    `delete from access.session where provider_id = $1 and ($2::text is null or subject = $2) and ($3::text is null or sid = $3)
     returning account_id as "accountId"`,
    [providerId, which.subject ?? null, which.sid ?? null],
  );
  return rows.map(({ accountId }) => accountId);
}
