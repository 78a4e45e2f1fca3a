import { type Client, type Queryable, statement } from '#postgres';
import type { QuestionKey } from './questions.ts';

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** A question on its way to an agency. */
export interface Delivery extends QuestionKey {
  readonly deliveryId: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly madeAt: Date;
  readonly nextTryAt: Date;
  readonly deliveredAt: Date | null;
  readonly fault: string | null;
  readonly digest: string | null;
}

const COLUMNS = `d.order_no as "orderNo", d.ebp_code as "ebpCode", d.ebc_code as "ebcCode", d.attempt, d.agency, d.delivery_id::text as "deliveryId",
  d.state, d.tries, d.made_at as "madeAt", d.next_try_at as "nextTryAt", d.delivered_at as "deliveredAt", d.fault, d.digest`;

const add = statement(`
insert into agencies.delivery (order_no, ebp_code, ebc_code, attempt, agency, delivery_id, state, made_at, next_try_at)
select order_no, ebp_code, ebc_code, attempt, agency, gen_random_uuid(), 'waiting', $5, $5
from unnest($1::text[], $2::text[], $3::int[], $4::text[], $6::text[]) as q(order_no, ebp_code, attempt, agency, ebc_code)
on conflict do nothing`);

export async function addDeliveries(
  client: Client,
  questions: readonly QuestionKey[],
  at: Date,
): Promise<void> {
  if (questions.length === 0) return;
  await client.run(add, [
    ...[questions.map(({ orderNo }) => orderNo), questions.map(({ ebpCode }) => ebpCode)],
    ...[questions.map(({ attempt }) => attempt), questions.map(({ agency }) => agency), at],
    questions.map(({ ebcCode }) => ebcCode),
  ]);
}

/** A delivery with what is asked. */
export interface DueDelivery extends Delivery {
  readonly requirements: readonly string[];
}

const take = statement(`
with due as (
  select d.order_no, d.ebp_code, d.ebc_code, d.attempt, d.agency, q.requirements from agencies.delivery d
  join agencies.question q using (order_no, ebp_code, ebc_code, attempt, agency)
  where d.agency = $1 and d.state = 'waiting' and d.next_try_at <= $2 and q.state = 'waiting'
  order by d.next_try_at limit $4 for update of d skip locked)
update agencies.delivery d set next_try_at = $3, tries = d.tries + 1 from due
where d.order_no = due.order_no and d.ebp_code = due.ebp_code and d.ebc_code = due.ebc_code and d.attempt = due.attempt and d.agency = due.agency
returning ${COLUMNS}, due.requirements`);

/** Takes what is due in hand until a time; a server that dies leaves it to the next. */
export async function takeDue(
  client: Queryable,
  agency: string,
  now: Date,
  until: Date,
  most: number,
): Promise<DueDelivery[]> {
  return client.query<DueDelivery>(take, [agency, now, until, most]);
}

const note =
  statement(`update agencies.delivery d set state = $5, next_try_at = $6, delivered_at = $7, fault = $8, digest = $9
where d.order_no = $1 and d.ebp_code = $2 and d.ebc_code = $10 and d.attempt = $3 and d.agency = $4`);

/** Notes what came of a try. */
export async function noteTry(
  client: Queryable,
  { orderNo, ebpCode, ebcCode, attempt, agency }: QuestionKey,
  come: Pick<Delivery, 'state' | 'nextTryAt' | 'deliveredAt' | 'fault' | 'digest'>,
): Promise<void> {
  const { state, nextTryAt, deliveredAt, fault, digest } = come;
  await client.run(note, [
    ...[orderNo, ebpCode, attempt, agency, state, nextTryAt, deliveredAt, fault, digest],
    ebcCode,
  ]);
}

const byIds = statement(
  `select ${COLUMNS} from agencies.delivery d where d.delivery_id = any($1::uuid[]) and d.agency = $2`,
);

/** Deliveries to an agency, by their ids. */
export async function deliveriesById(
  client: Queryable,
  agency: string,
  ids: readonly string[],
): Promise<Delivery[]> {
  return client.query<Delivery>(byIds, [ids, agency]);
}

const page = statement(`select ${COLUMNS} from agencies.delivery d
where d.agency = $1 and d.state = $2 and ($3::timestamptz is null or (d.made_at, d.delivery_id) < ($3, $4::uuid))
order by d.made_at desc, d.delivery_id desc limit $5`);

/** Deliveries to an agency in a state, the latest first. */
export async function deliveriesPage(
  client: Queryable,
  wish: {
    readonly agency: string;
    readonly state: DeliveryState;
    readonly before: { readonly at: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<Delivery[]> {
  const { agency, state, before, limit } = wish;
  return client.query<Delivery>(page, [agency, state, before?.at ?? null, before?.id ?? null, limit]);
}

const again = statement(`update agencies.delivery d set state = 'waiting', next_try_at = $3, tries = 0
where d.delivery_id = $1 and d.agency = $2 and d.state in ('failed', 'waiting')`);

/** Has a delivery tried anew at once. @returns whether there is one that has not arrived */
export async function tryAgain(client: Queryable, agency: string, id: string, at: Date): Promise<boolean> {
  return (await client.run(again, [id, agency, at])) > 0;
}

const allAgain = statement(`update agencies.delivery d set state = 'waiting', next_try_at = $2, tries = 0
where d.agency = $1 and d.state = 'failed'`);

/** Has all that failed tried anew at once. @returns how many */
export const tryAllAgain = (client: Queryable, agency: string, at: Date): Promise<number> =>
  client.run(allAgain, [agency, at]);

const counts = statement(`select agency, state, count(*)::int as number from agencies.delivery
where state <> 'delivered' group by agency, state`);

/** What is on its way to agencies and what did not arrive. */
export async function deliveryCounts(
  client: Queryable,
): Promise<{ readonly agency: string; readonly state: DeliveryState; readonly number: number }[]> {
  return client.query(counts);
}
