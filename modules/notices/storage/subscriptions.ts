import type { Client, Queryable } from '#postgres';

export type SubscriptionState = 'active' | 'paused' | 'disabled';

/** A subscription by its whole key. */
export interface SubscriptionKey {
  readonly customsCode: string;
  readonly subscriptionId: string;
}

export interface Subscription extends SubscriptionKey {
  readonly address: string;
  readonly label: string;
  readonly events: readonly string[];
  readonly state: SubscriptionState;
  readonly disabledFor: 'failing' | 'gone' | null;
  readonly madeAt: Date;
  readonly changedAt: Date;
  /** Sealed, as the one before. */
  readonly secret: string;
  readonly formerSecret: string | null;
  readonly formerUntil: Date | null;
  readonly receiptsCursor: string;
  readonly journalCursor: string;
  readonly failingSince: Date | null;
  readonly lastDeliveredAt: Date | null;
}

const columns = `customs_code as "customsCode", subscription_id as "subscriptionId", address, label, events, state,
  disabled_for as "disabledFor", made_at as "madeAt", changed_at as "changedAt", secret,
  former_secret as "formerSecret", former_until as "formerUntil", receipts_cursor as "receiptsCursor",
  journal_cursor as "journalCursor", failing_since as "failingSince", last_delivered_at as "lastDeliveredAt"`;

/** The enterprise's own, by the oldest first. */
export const subscriptionsOf = (client: Queryable, customsCode: string): Promise<Subscription[]> =>
  client.query<Subscription>(
    `select ${columns} from notices.subscription where customs_code = $1 order by made_at, subscription_id`,
    [customsCode],
  );

export async function findSubscription(
  client: Queryable,
  { customsCode, subscriptionId }: SubscriptionKey,
): Promise<Subscription | undefined> {
  const rows = await client.query<Subscription>(
    `select ${columns} from notices.subscription where customs_code = $1 and subscription_id = $2`,
    [customsCode, subscriptionId],
  );
  return rows[0];
}

/** Adds one unless the enterprise has so many already; whether it did. */
export async function addSubscription(
  client: Client,
  made: Omit<
    Subscription,
    | 'state'
    | 'disabledFor'
    | 'changedAt'
    | 'formerSecret'
    | 'formerUntil'
    | 'failingSince'
    | 'lastDeliveredAt'
  >,
  most: number,
): Promise<boolean> {
  // Two at the same moment must not both find room for one.
  await client.run(`select pg_advisory_xact_lock(hashtextextended('notices ' || $1, 0))`, [made.customsCode]);
  const added = await client.run(
    `insert into notices.subscription (customs_code, subscription_id, address, label, events, state, made_at,
       changed_at, secret, receipts_cursor, journal_cursor)
     select $1::text, $2::uuid, $3::text, $4::text, $5::text[], 'active', $6::timestamptz, $6::timestamptz, $7::text,
       $8::text, $9::text
     where (select count(*) from notices.subscription where customs_code = $1::text) < $10::bigint`,
    [
      ...[
        made.customsCode,
        made.subscriptionId,
        made.address,
        made.label,
        made.events,
        made.madeAt,
        made.secret,
      ],
      ...[made.receiptsCursor, made.journalCursor, most],
    ],
  );
  return added === 1;
}

/** What the owner may change; made active it begins anew with what waits. Answers whether it was there, and as last seen. */
export async function changeSubscription(
  client: Queryable,
  key: SubscriptionKey,
  at: Date,
  to: Pick<Subscription, 'address' | 'label' | 'events'> & {
    readonly state: 'active' | 'paused' | undefined;
    readonly receiptsCursor: string | undefined;
    readonly journalCursor: string | undefined;
  },
  unchangedSince?: Date,
): Promise<boolean> {
  const changed = await client.run(
    `update notices.subscription set address = $3, label = $4, events = $5, state = coalesce($6, state),
       receipts_cursor = coalesce($7, receipts_cursor), journal_cursor = coalesce($8, journal_cursor), changed_at = $9,
       disabled_for = case when $6::text is null then disabled_for end,
       failing_since = case when $6 = 'active' and state <> 'active' then null else failing_since end,
       next_try_at = case when $6 = 'active' and state <> 'active' then $9 else next_try_at end
     where customs_code = $1 and subscription_id = $2 and ($10::timestamptz is null or changed_at = $10)`,
    [
      ...[key.customsCode, key.subscriptionId, to.address, to.label, to.events, to.state ?? null],
      ...[to.receiptsCursor ?? null, to.journalCursor ?? null, at, unchangedSince ?? null],
    ],
  );
  return changed === 1;
}

/** Gives it another secret; the one before signs on for a while. */
export async function changeSecret(
  client: Queryable,
  { customsCode, subscriptionId }: SubscriptionKey,
  secret: string,
  at: Date,
  formerUntil: Date,
): Promise<boolean> {
  const changed = await client.run(
    `update notices.subscription set former_secret = secret, former_until = $5, secret = $3, changed_at = $4
     where customs_code = $1 and subscription_id = $2`,
    [customsCode, subscriptionId, secret, at, formerUntil],
  );
  return changed === 1;
}

/** Removes it with what was put down for it; whether it was there. */
export async function removeSubscription(client: Client, key: SubscriptionKey): Promise<boolean> {
  const values = [key.customsCode, key.subscriptionId];
  const removed = await client.run(
    'delete from notices.subscription where customs_code = $1 and subscription_id = $2',
    values,
  );
  await client.run('delete from notices.attempt where customs_code = $1 and subscription_id = $2', values);
  await client.run('delete from notices.delivery where customs_code = $1 and subscription_id = $2', values);
  return removed === 1;
}

/** Active ones, with how many more may be put down for each; only those with room. */
export const collecting = (
  client: Queryable,
  mostWaiting: number,
): Promise<(Subscription & { readonly room: number })[]> =>
  client.query(
    `select ${columns}, room from (
       select s.*, $1::integer - (
         select count(*) from (
           select from notices.delivery d
           where d.customs_code = s.customs_code and d.subscription_id = s.subscription_id and d.state = 'waiting'
           limit $1::integer
         ) as waiting)::integer as room
       from notices.subscription s where state = 'active'
     ) as listening
     where room > 0 order by customs_code, subscription_id`,
    [mostWaiting],
  );

/** A subscription in the hands of one who sends for it. */
export interface Taken extends Subscription {
  readonly takenBy: string;
}

/** Takes one whose turn has come, for the time of the lease. */
export async function takeDue(
  client: Queryable,
  now: Date,
  leaseMs: number,
  takenBy: string,
): Promise<Taken | undefined> {
  const rows = await client.query<Taken>(
    `with due (code, id) as materialized (
       select customs_code, subscription_id from notices.subscription
       where state = 'active' and next_try_at <= $1
       order by next_try_at limit 1 for update skip locked)
     update notices.subscription
     set next_try_at = $1::timestamptz + make_interval(secs => $2::double precision / 1000), taken_by = $3::uuid
     from due where customs_code = code and subscription_id = id
     returning ${columns}, taken_by as "takenBy"`,
    [now, leaseMs, takenBy],
  );
  return rows[0];
}

/** Keeps it for another lease, as it is now; undefined if it is somebody else's, or no longer active. */
export async function keepTaken(client: Queryable, taken: Taken, until: Date): Promise<Taken | undefined> {
  const rows = await client.query<Taken>(
    `update notices.subscription set next_try_at = $4
     where customs_code = $1 and subscription_id = $2 and taken_by = $3 and state = 'active'
     returning ${columns}, taken_by as "takenBy"`,
    [taken.customsCode, taken.subscriptionId, taken.takenBy, until],
  );
  return rows[0];
}

/** Lets go of it; it is due again at once if something has been put down in the meantime. */
export async function letGo(client: Client, taken: Taken, at: Date): Promise<void> {
  const values = [taken.customsCode, taken.subscriptionId, taken.takenBy];
  // Whoever puts something down holds this row, and only the next statement sees what it was.
  await client.query(
    `select from notices.subscription
     where customs_code = $1 and subscription_id = $2 and taken_by = $3 for update`,
    values,
  );
  await client.run(
    `update notices.subscription s set taken_by = null, next_try_at = case when exists (
       select from notices.delivery d
       where d.customs_code = s.customs_code and d.subscription_id = s.subscription_id and d.state = 'waiting'
     ) then $4::timestamptz end
     where customs_code = $1 and subscription_id = $2 and taken_by = $3`,
    [...values, at],
  );
}

/** What a sending means for the subscription; false if it is somebody else's by now. */
export async function noteSending(
  client: Queryable,
  taken: Taken,
  note: {
    readonly nextTryAt: Date;
    readonly failingSince: Date | null;
    readonly deliveredAt: Date | null;
    readonly disabledFor: 'failing' | 'gone' | null;
  },
): Promise<boolean> {
  const noted = await client.run(
    `update notices.subscription set next_try_at = $4, failing_since = $5,
       last_delivered_at = coalesce($6, last_delivered_at),
       disabled_for = case when state = 'active' then $7 else disabled_for end,
       state = case when $7::text is not null and state = 'active' then 'disabled' else state end
     where customs_code = $1 and subscription_id = $2 and taken_by = $3`,
    [
      ...[taken.customsCode, taken.subscriptionId, taken.takenBy],
      ...[note.nextTryAt, note.failingSince, note.deliveredAt, note.disabledFor],
    ],
  );
  return noted === 1;
}
