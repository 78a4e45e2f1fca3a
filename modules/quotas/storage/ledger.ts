import { type Client, CopyText, escapeText, type Queryable, statement } from '#postgres';

/** One movement of a buyer's yearly allowance; never changed once written. */
export interface AllowanceMovement {
  readonly buyerKey: string;
  readonly year: number;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  readonly kind: 'reserve' | 'give-back';
  /** CNY, decimal text, positive in both directions. */
  readonly amount: string;
  /** YYYY-MM-DD, China. */
  readonly day: string;
}

const lockUsed = statement(
  `select buyer_key as "buyerKey", used::text as used from quotas.allowance
   where buyer_key = any($1) and year = $2 order by buyer_key for update`,
);

/** What each buyer has used this year, locked until the transaction ends; a buyer without a row has used nothing. */
export async function lockAllowances(
  client: Client,
  buyerKeys: readonly string[],
  year: number,
): Promise<Map<string, string>> {
  const rows = await client.query<{ buyerKey: string; used: string }>(lockUsed, [buyerKeys, year]);
  return new Map(rows.map(({ buyerKey, used }) => [buyerKey, used]));
}

// In the order of the keys, like the locks above: two batches then never wait for each other in a ring.
const openAccounts = statement(`
insert into quotas.allowance (buyer_key, year, used, yearly_limit)
select buyer_key, $2::smallint, amount, $4::numeric from unnest($1::text[], $3::numeric[]) as m(buyer_key, amount)
order by buyer_key`);

const moveUsed = statement(`
update quotas.allowance as a set used = a.used + m.amount, yearly_limit = greatest(a.yearly_limit, $4::numeric)
from (
  select buyer_key, amount from quotas.allowance
  join unnest($1::text[], $3::numeric[]) as given(buyer_key, amount) using (buyer_key)
  where year = $2 order by buyer_key for update of allowance) as m
where a.buyer_key = m.buyer_key and a.year = $2`);

const movementColumns = [
  'buyer_key',
  'year',
  'order_no',
  'ebp_code',
  'attempt',
  'kind',
  'amount',
  'moved_on',
];

/**
 * Writes movements of one year and moves the sums with them. A buyer without an account is given one; throws a
 * unique violation (23505) when another transaction has opened it meanwhile, since what was decided without
 * knowing that one's purchases does not hold.
 * @param net by buyer, what `used` grows by (CNY, decimal text; negative for what is given back)
 * @param yearlyLimit CNY; the database refuses a sum above it (check violation 23514)
 * @param hasAccount whether `lockAllowances` has found the buyer's account
 */
export async function moveAllowances(
  client: Client,
  movements: readonly AllowanceMovement[],
  net: ReadonlyMap<string, string>,
  year: number,
  yearlyLimit: string,
  hasAccount: (buyerKey: string) => boolean,
): Promise<void> {
  const rows = new CopyText();
  for (const m of movements) {
    const key = `${m.buyerKey}\t${m.year}\t${escapeText(m.orderNo)}\t${escapeText(m.ebpCode)}`;
    rows.lines(`${key}\t${m.attempt}\t${m.kind}\t${m.amount}\t${m.day}\n`, 1);
  }
  await client.copy('quotas.movement', movementColumns, rows);
  const known = [...net].filter(([buyerKey]) => hasAccount(buyerKey));
  const fresh = [...net].filter(([buyerKey]) => !hasAccount(buyerKey));
  for (const [moves, text] of [[known, moveUsed] as const, [fresh, openAccounts] as const]) {
    if (moves.length === 0) continue;
    const amounts = moves.map(([, amount]) => amount);
    await client.run(text, [moves.map(([buyerKey]) => buyerKey), year, amounts, yearlyLimit]);
  }
}

const recentOf = statement(`
select buyer_key as "buyerKey", moved_on::text as day,
  (case kind when 'reserve' then amount else -amount end)::text as amount
from quotas.movement
where buyer_key = any($1) and moved_on >= $2::date`);

/** Movements of these buyers since a day, for the rules that look at a buyer's recent purchases. */
export async function recentMovements(
  client: Queryable,
  buyerKeys: readonly string[],
  since: string,
): Promise<{ buyerKey: string; day: string; amount: string }[]> {
  return client.query(recentOf, [buyerKeys, since]);
}

/** A buyer's account of a year; undefined when nothing was ever reserved. */
export async function allowanceOf(
  client: Queryable,
  buyerKey: string,
  year: number,
): Promise<{ used: string; yearlyLimit: string } | undefined> {
  const rows = await client.query<{ used: string; yearlyLimit: string }>(
    'select used::text, yearly_limit::text as "yearlyLimit" from quotas.allowance where buyer_key = $1 and year = $2',
    [buyerKey, year],
  );
  return rows[0];
}

const movedLists = statement(`
select order_no as "orderNo", ebp_code as "ebpCode" from quotas.movement where buyer_key = $1 and kind = 'reserve'
group by order_no, ebp_code order by max(moved_on) desc, order_no desc, ebp_code desc limit $2`);

/** The lists that have taken of a buyer's allowance, the latest first; given back or not. */
export async function listsOfBuyer(
  client: Queryable,
  buyerKey: string,
  limit: number,
): Promise<{ orderNo: string; ebpCode: string }[]> {
  return client.query(movedLists, [buyerKey, limit]);
}
