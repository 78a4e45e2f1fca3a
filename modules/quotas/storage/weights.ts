import { type Client, CopyText, escapeText, type Queryable, statement } from '#postgres';

/** Kilograms of one heading that a list takes from what its buyer may buy in a year. */
export interface WeightMovement {
  readonly buyerKey: string;
  readonly year: number;
  /** Four digits of the tariff heading. */
  readonly heading: string;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  /** Decimal text. */
  readonly kg: string;
}

const columns = ['buyer_key', 'year', 'heading', 'order_no', 'ebp_code', 'attempt', 'kind', 'kg'];

export async function reserveWeights(client: Client, movements: readonly WeightMovement[]): Promise<void> {
  const rows = new CopyText();
  for (const { buyerKey, year, heading, orderNo, ebpCode, attempt, kg } of movements)
    rows.lines(
      `${buyerKey}\t${year}\t${heading}\t${escapeText(orderNo)}\t${escapeText(ebpCode)}\t${attempt}\treserve\t${kg}\n`,
      1,
    );
  await client.copy('quotas.weight_movement', columns, rows);
}

/** What one attempt of a list has reserved goes back, exactly once; less what returns have given back before. */
export async function giveBackWeights(
  client: Client,
  of: {
    readonly buyerKey: string;
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly attempt: number;
  },
): Promise<void> {
  await client.run(
    `insert into quotas.weight_movement (buyer_key, year, heading, order_no, ebp_code, attempt, kind, kg)
     select buyer_key, year, heading, order_no, ebp_code, attempt, 'give-back',
       sum(case kind when 'reserve' then kg else -kg end) from quotas.weight_movement
     where buyer_key = $1 and order_no = $2 and ebp_code = $3 and attempt = $4 and kind in ('reserve', 'returned')
     group by buyer_key, year, heading, order_no, ebp_code, attempt`,
    [of.buyerKey, of.orderNo, of.ebpCode, of.attempt],
  );
}

/** What the attempt before had reserved and was given back is reserved again by this one. */
export async function reserveWeightsAgain(
  client: Client,
  of: {
    readonly buyerKey: string;
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly attempt: number;
  },
): Promise<void> {
  await client.run(
    `insert into quotas.weight_movement (buyer_key, year, heading, order_no, ebp_code, attempt, kind, kg)
     select buyer_key, year, heading, order_no, ebp_code, $4, 'reserve', kg from quotas.weight_movement
     where buyer_key = $1 and order_no = $2 and ebp_code = $3 and attempt = $4 - 1 and kind = 'give-back'`,
    [of.buyerKey, of.orderNo, of.ebpCode, of.attempt],
  );
}

const usedOf = statement(`
select buyer_key as "buyerKey", heading, sum(case kind when 'reserve' then kg else -kg end)::text as kg
from quotas.weight_movement where buyer_key = any($1) and year = $2 group by buyer_key, heading`);

/** Kilograms each buyer has bought this year, by heading. */
export async function weightsUsed(
  client: Queryable,
  buyerKeys: readonly string[],
  year: number,
): Promise<{ buyerKey: string; heading: string; kg: string }[]> {
  return client.query(usedOf, [buyerKeys, year]);
}
