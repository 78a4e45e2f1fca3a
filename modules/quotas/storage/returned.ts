import { type Client, type Queryable, statement } from '#postgres';

/** The part of what one attempt of a list has reserved that goes back with a return. */
export interface ReturnedAllowance {
  readonly buyerKey: string;
  /** Calendar year of the reservation. */
  readonly year: number;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  /** Number of the return: it gives back once. */
  readonly reference: string;
  /** CNY, decimal text. */
  readonly amount: string;
  /** YYYY-MM-DD, China. */
  readonly day: string;
}

const lockAccounts = statement(
  'select buyer_key from quotas.allowance where (buyer_key, year) in (select * from unnest($1::text[], $2::smallint[])) order by buyer_key, year for update',
);

const addReturned = statement(`
insert into quotas.movement (buyer_key, year, order_no, ebp_code, attempt, kind, amount, moved_on, reference)
select buyer_key, year, order_no, ebp_code, attempt, 'returned', amount, day, reference
from unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::int[], $6::numeric[], $7::date[], $8::text[])
  as r(buyer_key, year, order_no, ebp_code, attempt, amount, day, reference)`);

const lowerUsed = statement(`
update quotas.allowance a set used = a.used - r.amount
from (select buyer_key, year, sum(amount) as amount
  from unnest($1::text[], $2::smallint[], $3::numeric[]) as r(buyer_key, year, amount) group by 1, 2) r
where a.buyer_key = r.buyer_key and a.year = r.year`);

/**
 * Gives parts of reservations back to their buyers, each once for a return: the ledger's key holds its number, and a
 * second time is a unique violation (23505). Below nothing the database does not go (23514).
 */
export async function giveBackReturned(
  client: Client,
  returned: readonly ReturnedAllowance[],
): Promise<void> {
  if (returned.length === 0) return;
  const of = <K extends keyof ReturnedAllowance>(name: K) => returned.map((one) => one[name]);
  await client.query(lockAccounts, [of('buyerKey'), of('year')]);
  await client.run(addReturned, [
    ...[of('buyerKey'), of('year'), of('orderNo'), of('ebpCode'), of('attempt')],
    ...[of('amount'), of('day'), of('reference')],
  ]);
  await client.run(lowerUsed, [of('buyerKey'), of('year'), of('amount')]);
}

/** Kilograms of one heading that go back with a return. */
export interface ReturnedWeight extends Omit<ReturnedAllowance, 'amount' | 'day'> {
  readonly heading: string;
  readonly kg: string;
}

const addReturnedWeights = statement(`
insert into quotas.weight_movement (buyer_key, year, heading, order_no, ebp_code, attempt, kind, kg, reference)
select buyer_key, year, heading, order_no, ebp_code, attempt, 'returned', kg, reference
from unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::int[], $7::numeric[], $8::text[])
  as r(buyer_key, year, heading, order_no, ebp_code, attempt, kg, reference)`);

/** The same of weights that a buyer may have only so much of in a year. @param returned one a heading and return */
export async function giveBackReturnedWeights(
  client: Client,
  returned: readonly ReturnedWeight[],
): Promise<void> {
  if (returned.length === 0) return;
  const of = <K extends keyof ReturnedWeight>(name: K) => returned.map((one) => one[name]);
  await client.run(addReturnedWeights, [
    ...[of('buyerKey'), of('year'), of('heading'), of('orderNo'), of('ebpCode'), of('attempt')],
    ...[of('kg'), of('reference')],
  ]);
}

const returnedOf = statement(`
select coalesce(sum(amount), 0)::text as amount from quotas.movement
where buyer_key = $1 and order_no = $2 and ebp_code = $3 and attempt = $4 and kind = 'returned'`);

/** What returns have given back already of what one attempt of a list had reserved. CNY, decimal text. */
export async function returnedBefore(
  client: Queryable,
  of: Pick<ReturnedAllowance, 'buyerKey' | 'orderNo' | 'ebpCode' | 'attempt'>,
): Promise<string> {
  const [row] = await client.query<{ amount: string }>(returnedOf, [
    of.buyerKey,
    of.orderNo,
    of.ebpCode,
    of.attempt,
  ]);
  return row?.amount ?? '0';
}
