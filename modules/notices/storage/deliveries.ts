import type { Client, Queryable } from '#postgres';
import type { SubscriptionKey } from './subscriptions.ts';

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** An event that is to be sent to a subscription. */
export interface Delivery {
  readonly seq: string;
  readonly eventId: string;
  readonly kind: string;
  readonly happenedAt: Date;
  readonly madeAt: Date;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly triesInRow: number;
  readonly settledAt: Date | null;
  readonly body: string;
}

export interface Attempt {
  readonly number: number;
  readonly beganAt: Date;
  readonly tookMs: number;
  readonly address: string;
  readonly httpStatus: number | null;
  readonly fault: string | null;
  readonly answer: string | null;
}

export type NewDelivery = Pick<Delivery, 'eventId' | 'kind' | 'happenedAt' | 'body'>;

const columns = `seq, event_id as "eventId", kind, happened_at as "happenedAt", made_at as "madeAt", state, tries,
  tries_in_row as "triesInRow", settled_at as "settledAt", body`;

/**
 * Puts events down and moves the cursor behind them, both or neither; nothing where another server has moved it, or
 * where the subscription is no longer active.
 */
export async function putDown(
  client: Client,
  { customsCode, subscriptionId }: SubscriptionKey,
  source: 'receipts' | 'journal',
  from: string,
  to: string,
  events: readonly NewDelivery[],
  at: Date,
): Promise<boolean> {
  const cursor = source === 'receipts' ? 'receipts_cursor' : 'journal_cursor';
  const moved = await client.run(
    `update notices.subscription set ${cursor} = $4,
       next_try_at = case when $5 then coalesce(next_try_at, $6) else next_try_at end
     where customs_code = $1 and subscription_id = $2 and ${cursor} = $3 and state = 'active'`,
    [customsCode, subscriptionId, from, to, events.length > 0, at],
  );
  if (moved === 0) return false;
  await client.run(
    `insert into notices.delivery (customs_code, subscription_id, event_id, kind, happened_at, made_at, state, body)
     select $1, $2, event_id, kind, happened_at, $3, 'waiting', body
     from unnest($4::text[], $5::text[], $6::timestamptz[], $7::text[])
       with ordinality as event (event_id, kind, happened_at, body, place)
     order by place
     on conflict (customs_code, subscription_id, event_id) do nothing`,
    [
      ...[customsCode, subscriptionId, at],
      ...[events.map(({ eventId }) => eventId), events.map(({ kind }) => kind)],
      ...[events.map(({ happenedAt }) => happenedAt), events.map(({ body }) => body)],
    ],
  );
  return true;
}

/** Notes a delivery that was tried once, outside the row: a test. */
export async function addTested(
  client: Queryable,
  { customsCode, subscriptionId }: SubscriptionKey,
  event: NewDelivery,
  state: 'delivered' | 'failed',
  at: Date,
): Promise<string> {
  const rows = await client.query<{ seq: string }>(
    `insert into notices.delivery (customs_code, subscription_id, event_id, kind, happened_at, made_at, state, tries,
       settled_at, body)
     values ($1, $2, $3, $4, $5, $6, $7, 1, $6, $8) returning seq`,
    [customsCode, subscriptionId, event.eventId, event.kind, event.happenedAt, at, state, event.body],
  );
  return rows[0]?.seq ?? '';
}

/** The one whose turn it is: the oldest that waits. */
export async function nextWaiting(
  client: Queryable,
  { customsCode, subscriptionId }: SubscriptionKey,
): Promise<Delivery | undefined> {
  const rows = await client.query<Delivery>(
    `select ${columns} from notices.delivery
     where customs_code = $1 and subscription_id = $2 and state = 'waiting' order by seq limit 1`,
    [customsCode, subscriptionId],
  );
  return rows[0];
}

/** Notes how a sending ended. */
export async function noteTry(
  client: Queryable,
  { customsCode, subscriptionId }: SubscriptionKey,
  seq: string,
  state: DeliveryState,
  at: Date,
): Promise<void> {
  await client.run(
    `update notices.delivery set state = $4, tries = tries + 1, tries_in_row = tries_in_row + 1,
       settled_at = case when $4 <> 'waiting' then $5::timestamptz end
     where customs_code = $1 and subscription_id = $2 and seq = $3`,
    [customsCode, subscriptionId, seq, state, at],
  );
}

export async function addAttempt(
  client: Queryable,
  { customsCode, subscriptionId }: SubscriptionKey,
  seq: string,
  attempt: Attempt,
): Promise<void> {
  const { number, beganAt, tookMs, address, httpStatus, fault, answer } = attempt;
  await client.run(
    `insert into notices.attempt (customs_code, subscription_id, seq, number, began_at, took_ms, address, http_status,
       fault, answer) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [customsCode, subscriptionId, seq, number, beganAt, tookMs, address, httpStatus, fault, answer],
  );
}

/** Newest first, before a number. */
export const deliveriesBefore = (
  client: Queryable,
  { customsCode, subscriptionId }: SubscriptionKey,
  wish: {
    readonly state: DeliveryState | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  },
): Promise<Omit<Delivery, 'body'>[]> =>
  client.query(
    `select ${columns.replace(/, body$/, '')} from notices.delivery
     where customs_code = $1 and subscription_id = $2 and ($3::text is null or state = $3)
       and ($4::bigint is null or seq < $4)
     order by seq desc limit $5`,
    [customsCode, subscriptionId, wish.state ?? null, wish.before ?? null, wish.limit],
  );

export async function findDelivery(
  client: Queryable,
  { customsCode, subscriptionId }: SubscriptionKey,
  seq: string,
): Promise<(Delivery & { readonly attempts: Attempt[] }) | undefined> {
  const values = [customsCode, subscriptionId, seq];
  const [found] = await client.query<Delivery>(
    `select ${columns} from notices.delivery where customs_code = $1 and subscription_id = $2 and seq = $3`,
    values,
  );
  if (!found) return undefined;
  const attempts = await client.query<Attempt>(
    `select number, began_at as "beganAt", took_ms as "tookMs", address, http_status as "httpStatus", fault, answer
     from notices.attempt where customs_code = $1 and subscription_id = $2 and seq = $3 order by number`,
    values,
  );
  return { ...found, attempts };
}

/** How many of a subscription wait and have failed, by its id; tests, which are not sent again, are not counted. */
export async function countsOf(
  client: Queryable,
  customsCode: string,
): Promise<ReadonlyMap<string, { readonly waiting: number; readonly failed: number }>> {
  const rows = await client.query<{ id: string; waiting: string; failed: string }>(
    `select id, sum(waiting) as waiting, sum(failed) as failed from (
       select subscription_id as id, 1 as waiting, 0 as failed from notices.delivery
       where customs_code = $1 and state = 'waiting'
       union all
       select subscription_id, 0, 1 from notices.delivery
       where customs_code = $1 and state = 'failed' and kind <> 'webhook.test'
     ) as open group by id`,
    [customsCode],
  );
  return new Map(
    rows.map(({ id, waiting, failed }) => [id, { waiting: Number(waiting), failed: Number(failed) }]),
  );
}

/** Has failed ones sent again, all or those named, in their old order; how many. */
export async function replayFailed(
  client: Client,
  { customsCode, subscriptionId }: SubscriptionKey,
  seqs: readonly string[] | undefined,
  at: Date,
): Promise<number> {
  await client.run(
    `update notices.subscription set next_try_at = coalesce(next_try_at, $3)
     where customs_code = $1 and subscription_id = $2`,
    [customsCode, subscriptionId, at],
  );
  return client.run(
    `update notices.delivery set state = 'waiting', tries_in_row = 0, settled_at = null
     where customs_code = $1 and subscription_id = $2 and state = 'failed' and kind <> 'webhook.test'
       and ($3::bigint[] is null or seq = any($3))`,
    [customsCode, subscriptionId, seqs ?? null],
  );
}

/** Removes what was settled before, some at a time; how many. */
export async function removeSettled(client: Client, before: Date, most: number): Promise<number> {
  const gone = await client.query<{ code: string; id: string; seq: string }>(
    `with old (code, id, place) as materialized (
       select customs_code, subscription_id, seq from notices.delivery
       where state <> 'waiting' and settled_at < $1 order by settled_at limit $2)
     delete from notices.delivery using old where customs_code = code and subscription_id = id and seq = place
     returning code, id, seq`,
    [before, most],
  );
  await client.run(
    `delete from notices.attempt
     using unnest($1::text[], $2::uuid[], $3::bigint[]) as old (code, id, place)
     where customs_code = code and subscription_id = id and seq = place`,
    [gone.map(({ code }) => code), gone.map(({ id }) => id), gone.map(({ seq }) => seq)],
  );
  return gone.length;
}
