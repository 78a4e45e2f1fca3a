import { type Client, type Queryable, statement } from '#postgres';
import type { LetterLine } from '../domain/letter.ts';
import { nextDigest } from './addresses.ts';

export type MailKind = 'code' | 'immediate' | 'digest';
export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'dropped';

export interface MailKey {
  readonly accountId: string;
  readonly mailKey: string;
}

/** A mail on its way, or gone. */
export interface MailRow extends MailKey {
  readonly kind: MailKind;
  readonly madeAt: Date;
  readonly state: MailState;
  readonly tries: number;
  readonly nextTryAt: Date;
  readonly settledAt: Date | null;
  readonly fault: string | null;
  readonly answer: string | null;
}

const columns = `account_id as "accountId", mail_key as "mailKey", kind, made_at as "madeAt", state, tries,
  next_try_at as "nextTryAt", settled_at as "settledAt", fault, answer`;

const atOnce = statement(`
with told as (
  select n.account_id, min(n.seq) as first from notifications.notification n
  join notifications.address a on a.account_id = n.account_id and a.confirmed_at is not null and a.stopped_for is null
  where n.mail = 'immediate' and n.mail_key is null and n.read_at is null
    and not exists (select from notifications.mail m
      where m.account_id = n.account_id and m.kind = 'immediate' and m.made_at > $2)
  group by n.account_id limit $3
), put as (
  insert into notifications.mail (account_id, mail_key, kind, made_at, state, next_try_at)
  select account_id, 'now ' || first, 'immediate', $1, 'waiting', $1 from told
  on conflict do nothing
  returning account_id, mail_key
), marked as (
  update notifications.notification n set mail_key = put.mail_key from put
  where n.account_id = put.account_id and n.mail = 'immediate' and n.mail_key is null and n.read_at is null
)
select count(*) as count from put`);

/**
 * Puts a mail down for everybody who is to be told at once, one a person for all that waits.
 * @param notSince who was mailed so since then waits
 */
export async function putDownAtOnce(client: Client, at: Date, notSince: Date, most: number): Promise<number> {
  const [row] = await client.query<{ count: string }>(atOnce, [at, notSince, most]);
  return Number(row?.count ?? 0);
}

// The key is of the hour it was due, so that no hour and no day has two, whoever looks and however late.
const digest = statement(`
with due as (
  select account_id, digest, time_zone, next_digest_at from notifications.address
  where next_digest_at <= $1 and confirmed_at is not null and stopped_for is null
  order by next_digest_at limit $2 for update skip locked
), moved as (
  update notifications.address a set next_digest_at = ${nextDigest('$1::timestamptz').replaceAll(
    /\b(digest_hour|digest|time_zone)\b/g,
    'a.$1',
  )}
  from due where a.account_id = due.account_id
), put as (
  insert into notifications.mail (account_id, mail_key, kind, made_at, state, next_try_at)
  select d.account_id, case d.digest
      when 'daily' then 'daily ' || to_char(d.next_digest_at at time zone d.time_zone, 'YYYY-MM-DD')
      else 'hourly ' || to_char(d.next_digest_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24') end,
    'digest', $1, 'waiting', $1
  from due d
  where exists (select from notifications.notification n
    where n.account_id = d.account_id and n.mail = 'digest' and n.mail_key is null and n.read_at is null)
  on conflict do nothing
  returning account_id, mail_key
), marked as (
  update notifications.notification n set mail_key = put.mail_key from put
  where n.account_id = put.account_id and n.mail = 'digest' and n.mail_key is null and n.read_at is null
)
select count(*) as count from due`);

/** Puts down the digests that are due; how many people were looked at. */
export async function putDownDigests(client: Client, at: Date, most: number): Promise<number> {
  const [row] = await client.query<{ count: string }>(digest, [at, most]);
  return Number(row?.count ?? 0);
}

/** Puts a mail with a code down; false where so many have been in the time. */
export async function putDownCode(
  client: Client,
  { accountId, mailKey }: MailKey,
  at: Date,
  { since, most }: { readonly since: Date; readonly most: number },
): Promise<boolean> {
  const added = await client.run(
    `insert into notifications.mail (account_id, mail_key, kind, made_at, state, next_try_at)
     select $1::uuid, $2, 'code', $3::timestamptz, 'waiting', $3
     where (select count(*) from notifications.mail where account_id = $1 and kind = 'code' and made_at > $4) < $5::bigint
     on conflict do nothing`,
    [accountId, mailKey, at, since, most],
  );
  return added === 1;
}

/** A mail in the hands of one who sends it. */
export type TakenMail = Pick<MailRow, 'accountId' | 'mailKey' | 'kind' | 'madeAt' | 'tries'> & {
  readonly takenBy: string;
};

/** Takes one whose turn has come; its tries count this one. */
export async function takeMail(
  client: Queryable,
  at: Date,
  until: Date,
  takenBy: string,
): Promise<TakenMail | undefined> {
  const [row] = await client.query<TakenMail>(
    `with due (account, key) as materialized (
       select account_id, mail_key from notifications.mail where state = 'waiting' and next_try_at <= $1
       order by next_try_at limit 1 for update skip locked)
     update notifications.mail set state = 'sending', next_try_at = $2, taken_by = $3, tries = tries + 1
     from due where account_id = account and mail_key = key
     returning account_id as "accountId", mail_key as "mailKey", kind, made_at as "madeAt", tries,
       taken_by as "takenBy"`,
    [at, until, takenBy],
  );
  return row;
}

/** Notes what came of a sending; nothing where it was taken for dead meanwhile. */
export async function settleMail(
  client: Client,
  { accountId, mailKey, takenBy }: TakenMail,
  at: Date,
  to: {
    readonly state: MailState;
    readonly nextTryAt: Date;
    readonly fault?: string | undefined;
    readonly answer?: string | undefined;
  },
): Promise<void> {
  await client.run(
    `update notifications.mail set state = $4, next_try_at = $5, fault = $6, answer = $7, taken_by = null,
       settled_at = case when $4 = 'waiting' then null else $8::timestamptz end
     where account_id = $1 and mail_key = $2 and taken_by = $3 and state = 'sending'`,
    [...[accountId, mailKey, takenBy, to.state, to.nextTryAt], ...[to.fault ?? null, to.answer ?? null, at]],
  );
}

/** What a server had in hand that died with it: it may have gone, and goes to nobody twice. */
export const giveUpLost = (client: Queryable, at: Date): Promise<number> =>
  client.run(
    `update notifications.mail set state = 'uncertain', fault = 'INTERRUPTED', settled_at = $1, taken_by = null
     where state = 'sending' and next_try_at < $1`,
    [at],
  );

/** The lines of a mail, the newest first, no more than asked for, and how many there are. */
export async function linesOf(
  client: Queryable,
  { accountId, mailKey }: MailKey,
  most: number,
): Promise<{ readonly lines: readonly LetterLine[]; readonly count: number }> {
  const rows = await client.query<LetterLine & { all: string }>(
    `select kind, count, about, place, happened_at as "happenedAt", count(*) over () as all
     from notifications.notification where account_id = $1 and mail_key = $2
     order by happened_at desc, seq desc limit $3`,
    [accountId, mailKey, most],
  );
  return { lines: rows.map(({ all: _, ...line }) => line), count: Number(rows[0]?.all ?? 0) };
}

/** How many there are of each state. */
export const mailCounts = (client: Queryable): Promise<{ state: MailState; count: string }[]> =>
  client.query('select state, count(*) as count from notifications.mail group by state');

/** A page of mails, the latest made first. */
export const mailsOf = (
  client: Queryable,
  wish: {
    readonly state: MailState | undefined;
    readonly behind:
      | { readonly at: string; readonly accountId: string; readonly mailKey: string }
      | undefined;
    readonly limit: number;
  },
): Promise<(MailRow & { readonly sealed: Buffer | null })[]> =>
  client.query(
    `select ${columns.replaceAll(/(^|, *)account_id/g, '$1m.account_id')}, a.sealed
     from notifications.mail m left join notifications.address a on a.account_id = m.account_id
     where ($1::text is null or state = $1)
       and ($2::timestamptz is null or (made_at, m.account_id, mail_key) < ($2, $3::uuid, $4))
     order by made_at desc, m.account_id desc, mail_key desc limit $5`,
    [
      ...[wish.state ?? null, wish.behind?.at ?? null, wish.behind?.accountId ?? null],
      ...[wish.behind?.mailKey ?? null, wish.limit],
    ],
  );

/** Lets mails that failed, or of which it is not known, go again; how many. */
export const sendAgain = (client: Client, keys: readonly MailKey[], at: Date): Promise<number> =>
  client.run(
    `update notifications.mail m set state = 'waiting', tries = 0, next_try_at = $3, settled_at = null, fault = null
     from unnest($1::uuid[], $2::text[]) as k(account_id, mail_key)
     where m.account_id = k.account_id and m.mail_key = k.mail_key and m.state in ('failed', 'uncertain')
       and m.kind <> 'code'`,
    [keys.map(({ accountId }) => accountId), keys.map(({ mailKey }) => mailKey), at],
  );

export const removeOldMails = (client: Client, before: Date, most: number): Promise<number> =>
  client.run(
    `delete from notifications.mail where (account_id, mail_key) in (
       select account_id, mail_key from notifications.mail where made_at < $1 and state not in ('waiting', 'sending')
       order by made_at limit $2)`,
    [before, most],
  );
