import type { Client, Queryable } from '#postgres';
import type { Digest, TimeZone } from '../domain/mail-address.ts';
import type { LetterLanguage } from '../domain/words/index.ts';

/** How somebody gets mail. */
export interface MailAddress {
  readonly accountId: string;
  readonly sealed: Buffer | null;
  readonly confirmedAt: Date | null;
  readonly proposed: Buffer | null;
  readonly proposedAt: Date | null;
  readonly language: LetterLanguage;
  readonly timeZone: TimeZone;
  readonly digest: Digest;
  readonly digestHour: number;
  readonly stoppedFor: 'unsubscribed' | 'refused' | null;
}

const columns = `account_id as "accountId", sealed, confirmed_at as "confirmedAt", proposed, proposed_at as "proposedAt",
  language, time_zone as "timeZone", digest, digest_hour as "digestHour", stopped_for as "stoppedFor"`;

/** The next whole hour, or the next time the chosen one comes where the person is. @param now SQL of the present moment */
export const nextDigest = (now: string): string => {
  const local = `(${now} at time zone time_zone)`;
  const today = `date_trunc('day', ${local}) + make_interval(hours => digest_hour)`;
  return `case digest when 'hourly' then date_trunc('hour', ${now}) + interval '1 hour'
    when 'daily' then (case when ${today} > ${local} then ${today} else ${today} + interval '1 day' end) at time zone time_zone
    end`;
};

export async function addressOf(client: Queryable, accountId: string): Promise<MailAddress | undefined> {
  const [row] = await client.query<MailAddress>(
    `select ${columns} from notifications.address where account_id = $1`,
    [accountId],
  );
  return row;
}

/** Keeps an address until its code comes back; one that is confirmed goes on meanwhile. */
export async function proposeAddress(
  client: Client,
  accountId: string,
  proposed: Buffer,
  language: LetterLanguage,
  at: Date,
): Promise<void> {
  await client.run(
    `insert into notifications.address
       (account_id, proposed, proposed_at, language, time_zone, digest, digest_hour)
     values ($1, $2, $3, $4, 'Asia/Shanghai', 'daily', 9)
     on conflict (account_id) do update set proposed = $2, proposed_at = $3, code_tries = 0, language = $4`,
    [accountId, proposed, at, language],
  );
}

/** Counts a try at the code of a proposed address; undefined where there is none to try any more. */
export async function tryCode(
  client: Queryable,
  accountId: string,
  notBefore: Date,
  mostTries: number,
): Promise<Pick<MailAddress, 'proposed' | 'proposedAt'> | undefined> {
  const [row] = await client.query<Pick<MailAddress, 'proposed' | 'proposedAt'>>(
    `update notifications.address set code_tries = code_tries + 1
     where account_id = $1 and proposed is not null and proposed_at > $2 and code_tries < $3
     returning proposed, proposed_at as "proposedAt"`,
    [accountId, notBefore, mostTries],
  );
  return row;
}

/** From now on mail goes to the proposed address. */
export async function confirmAddress(
  client: Client,
  accountId: string,
  proposedAt: Date,
  at: Date,
): Promise<boolean> {
  const confirmed = await client.run(
    `update notifications.address set sealed = proposed, confirmed_at = $3, proposed = null, proposed_at = null,
       stopped_for = null, refused_in_row = 0, next_digest_at = ${nextDigest('$3::timestamptz')}
     where account_id = $1 and proposed_at = $2`,
    [accountId, proposedAt, at],
  );
  return confirmed === 1;
}

/** Forgets an address and all that was wished of it; whether there was one. */
export async function removeAddress(client: Client, accountId: string): Promise<boolean> {
  return (await client.run('delete from notifications.address where account_id = $1', [accountId])) === 1;
}

export interface MailWishes {
  readonly language?: LetterLanguage | undefined;
  readonly timeZone?: TimeZone | undefined;
  readonly digest?: Digest | undefined;
  readonly digestHour?: number | undefined;
  /** Nothing is sent, or again. */
  readonly stopped?: boolean | undefined;
}

/** Changes how somebody gets mail; whether there is an address. */
export async function changeWishes(
  client: Client,
  accountId: string,
  { language, timeZone, digest, digestHour, stopped }: MailWishes,
  at: Date,
): Promise<boolean> {
  const changed = await client.run(
    `update notifications.address set language = coalesce($2, language), time_zone = coalesce($3, time_zone),
       digest = coalesce($4, digest), digest_hour = coalesce($5, digest_hour),
       stopped_for = case when $6 then 'unsubscribed' when not $6 then null else stopped_for end,
       refused_in_row = case when not $6 then 0 else refused_in_row end
     where account_id = $1`,
    [...[accountId, language ?? null, timeZone ?? null, digest ?? null, digestHour ?? null], stopped ?? null],
  );
  await client.run(
    `update notifications.address set next_digest_at = ${nextDigest('$2::timestamptz')} where account_id = $1`,
    [accountId, at],
  );
  return changed === 1;
}

/** Notes whether the mail server had something for an address; too often not, and nothing is sent there any more. */
export async function noteRefusal(
  client: Client,
  accountId: string,
  refused: boolean,
  mostRefusals: number,
): Promise<void> {
  if (refused)
    await client.run(
      `update notifications.address set refused_in_row = refused_in_row + 1,
         stopped_for = case when refused_in_row + 1 >= $2 then coalesce(stopped_for, 'refused') else stopped_for end
       where account_id = $1`,
      [accountId, mostRefusals],
    );
  else
    await client.run(
      'update notifications.address set refused_in_row = 0 where account_id = $1 and refused_in_row > 0',
      [accountId],
    );
}

/** Accounts with an address, a page at a time in the order of their ids. */
export const accountsWithAddress = (client: Queryable, after: string, limit: number): Promise<string[]> =>
  client
    .query<{ accountId: string }>(
      `select account_id as "accountId" from notifications.address where account_id > $1 order by account_id limit $2`,
      [after, limit],
    )
    .then((rows) => rows.map(({ accountId }) => accountId));

export async function removeAddresses(client: Client, accountIds: readonly string[]): Promise<void> {
  await client.run('delete from notifications.address where account_id = any($1::uuid[])', [accountIds]);
}
