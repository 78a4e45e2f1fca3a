import { type Client, type Queryable, statement } from '#postgres';
import type { NewNotification } from '../domain/tell.ts';

/** What somebody was told. */
export interface Notification {
  readonly seq: string;
  readonly kind: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly happenedAt: Date;
  readonly about: string;
  readonly place: string;
  readonly readAt: Date | null;
}

// What comes again within its hour is new again, also for the next digest; at once it is mailed once.
const tell = statement(`
insert into notifications.notification as n
  (account_id, kind, gather_key, count, first_at, happened_at, about, place, shown, mail)
select t.account_id, t.kind, t.gather_key, t.count, t.first_at, t.happened_at, t.about, t.place,
  coalesce(p.shown, t.shown), case when a.account_id is null then 'never' else coalesce(p.mail, t.mail) end
from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[],
    $9::boolean[], $10::text[])
  as t(account_id, kind, gather_key, count, first_at, happened_at, about, place, shown, mail)
left join notifications.preference p on p.account_id = t.account_id and p.kind = t.kind
left join notifications.address a on a.account_id = t.account_id and a.confirmed_at is not null and a.stopped_for is null
where coalesce(p.shown, t.shown) or (a.account_id is not null and coalesce(p.mail, t.mail) <> 'never')
on conflict (account_id, gather_key) do update set count = n.count + excluded.count,
  first_at = least(n.first_at, excluded.first_at), happened_at = greatest(n.happened_at, excluded.happened_at),
  about = excluded.about, place = excluded.place, read_at = null,
  mail_key = case when n.mail = 'digest' then null else n.mail_key end`);

/** Tells everybody at once, but whoever does not wish to be told of the kind. */
export async function tellThese(client: Client, told: readonly NewNotification[]): Promise<number> {
  return client.run(tell, [
    told.map(({ accountId }) => accountId),
    told.map(({ kind }) => kind),
    told.map(({ gatherKey }) => gatherKey),
    told.map(({ count }) => count),
    told.map(({ firstAt }) => firstAt),
    told.map(({ happenedAt }) => happenedAt),
    told.map(({ about }) => about),
    told.map(({ place }) => place),
    told.map(({ shown }) => shown),
    told.map(({ mail }) => mail),
  ]);
}

/** A place in the list: behind it are those that happened before. */
export interface Behind {
  readonly at: string;
  readonly seq: string;
}

/** A page of what somebody was told, the newest first. */
export const notificationsOf = (
  client: Queryable,
  accountId: string,
  wish: { readonly unread: boolean; readonly behind: Behind | undefined; readonly limit: number },
): Promise<Notification[]> =>
  client.query<Notification>(
    `select seq::text as seq, kind, count, first_at as "firstAt", happened_at as "happenedAt", about, place,
       read_at as "readAt"
     from notifications.notification
     where account_id = $1 and shown and (not $2 or read_at is null)
       and ($3::timestamptz is null or (happened_at, seq) < ($3, $4::bigint))
     order by happened_at desc, notifications.notification.seq desc limit $5`,
    [accountId, wish.unread, wish.behind?.at ?? null, wish.behind?.seq ?? null, wish.limit],
  );

/** How many somebody has not read; no further than `most`. */
export async function unreadOf(client: Queryable, accountId: string, most: number): Promise<number> {
  const [row] = await client.query<{ count: string }>(
    `select count(*) as count from (
       select from notifications.notification where account_id = $1 and read_at is null and shown limit $2) as unread`,
    [accountId, most],
  );
  return Number(row?.count ?? 0);
}

/** Marks somebody's own as read: those named, or all that happened until then. Answers how many were unread. */
export const markRead = (
  client: Queryable,
  accountId: string,
  which: { readonly seqs: readonly string[] } | { readonly until: string },
  at: Date,
): Promise<number> =>
  'seqs' in which
    ? client.run(
        `update notifications.notification set read_at = $3
         where account_id = $1 and seq = any($2::bigint[]) and read_at is null`,
        [accountId, which.seqs, at],
      )
    : client.run(
        `update notifications.notification set read_at = $3
         where account_id = $1 and happened_at <= $2 and read_at is null and shown`,
        [accountId, which.until, at],
      );

/** Removes some of what is old; how many. */
export const removeOld = (client: Client, before: Date, most: number): Promise<number> =>
  client.run(
    `delete from notifications.notification where (account_id, seq) in (
       select account_id, seq from notifications.notification where happened_at < $1 order by happened_at limit $2)`,
    [before, most],
  );
