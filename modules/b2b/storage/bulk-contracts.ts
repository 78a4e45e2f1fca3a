import type { Client, Queryable } from '#postgres';

export type BulkState = 'open' | 'fulfilled' | 'ended-short';

/** A contract of bulk goods; quantities as decimal texts in its unit. */
export interface BulkContract {
  readonly seller: string;
  readonly contractNo: string;
  readonly buyer: string;
  readonly country: string;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  readonly quantity: string;
  readonly tolerancePercent: string;
  readonly unitPrice: string;
  readonly currency: string;
  readonly deliverFrom: string;
  readonly deliverTo: string;
  readonly state: BulkState;
  readonly delivered: string;
  /** What may be delivered at most, and what is enough. */
  readonly most: string;
  readonly least: string;
}

export interface BulkDelivery {
  readonly exportNo: string;
  readonly quantity: string;
  readonly deliveredOn: string;
  /** What had been delivered with it. */
  readonly total: string;
}

const COLUMNS = `seller, contract_no as "contractNo", buyer, country, gcode, gname, unit, trim_scale(quantity)::text as quantity,
  trim_scale(tolerance_percent)::text as "tolerancePercent", trim_scale(unit_price)::text as "unitPrice", currency,
  deliver_from::text as "deliverFrom", deliver_to::text as "deliverTo", state, trim_scale(delivered)::text as delivered,
  trim_scale(round(quantity * (1 + tolerance_percent / 100), 5))::text as most,
  trim_scale(round(quantity * (1 - tolerance_percent / 100), 5))::text as least`;

/** Enters a contract. @returns whether there was none of its number */
export async function addBulkContract(
  client: Queryable,
  contract: Omit<BulkContract, 'state' | 'delivered' | 'most' | 'least'>,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { seller, contractNo, buyer, country, gcode, gname, unit, quantity } = contract;
  const { tolerancePercent, unitPrice, currency, deliverFrom, deliverTo } = contract;
  const added = await client.run(
    `insert into b2b.bulk_contract (seller, contract_no, buyer, country, gcode, gname, unit, quantity, tolerance_percent,
       unit_price, currency, deliver_from, deliver_to, state, made_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', $14, $15) on conflict do nothing`,
    [
      ...[seller, contractNo, buyer, country, gcode, gname, unit, quantity, tolerancePercent],
      ...[unitPrice, currency, deliverFrom, deliverTo, at, by],
    ],
  );
  return added === 1;
}

export async function bulkContractOf(
  client: Queryable,
  seller: string,
  contractNo: string,
): Promise<BulkContract | undefined> {
  const [row] = await client.query<BulkContract>(
    `select ${COLUMNS} from b2b.bulk_contract where seller = $1 and contract_no = $2`,
    [seller, contractNo],
  );
  return row;
}

/** The contract, locked for the caller's transaction. */
export async function lockBulkContract(
  client: Client,
  seller: string,
  contractNo: string,
): Promise<BulkContract | undefined> {
  const [row] = await client.query<BulkContract>(
    `select ${COLUMNS} from b2b.bulk_contract where seller = $1 and contract_no = $2 for update`,
    [seller, contractNo],
  );
  return row;
}

/** Contracts in the order of seller and number, after one; of one seller where it is named. */
export async function bulkContractsPage(
  client: Queryable,
  wish: {
    readonly seller: string | undefined;
    readonly after: readonly [seller: string, contractNo: string];
    readonly limit: number;
  },
): Promise<BulkContract[]> {
  return client.query<BulkContract>(
    `select ${COLUMNS} from b2b.bulk_contract where ($1::text is null or seller = $1) and (seller, contract_no) > ($2, $3)
     order by seller, contract_no limit $4`,
    [wish.seller ?? null, ...wish.after, wish.limit],
  );
}

/** Writes a delivery and the sum with it; the contract must be locked. */
export async function addDelivery(
  client: Client,
  { seller, contractNo }: Pick<BulkContract, 'seller' | 'contractNo'>,
  delivery: BulkDelivery,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const { exportNo, quantity, deliveredOn, total } = delivery;
  await client.run(
    `insert into b2b.bulk_delivery (seller, contract_no, export_no, quantity, delivered_on, total, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [seller, contractNo, exportNo, quantity, deliveredOn, total, at, by],
  );
  await client.run(`update b2b.bulk_contract set delivered = $3 where seller = $1 and contract_no = $2`, [
    ...[seller, contractNo, total],
  ]);
}

export async function closeBulkContract(
  client: Client,
  { seller, contractNo }: Pick<BulkContract, 'seller' | 'contractNo'>,
  state: Exclude<BulkState, 'open'>,
  at: Date,
): Promise<void> {
  await client.run(
    `update b2b.bulk_contract set state = $3, closed_at = $4 where seller = $1 and contract_no = $2`,
    [seller, contractNo, state, at],
  );
}

/** Deliveries on a contract, in the order they were told. */
export async function deliveriesOf(
  client: Queryable,
  seller: string,
  contractNo: string,
): Promise<BulkDelivery[]> {
  return client.query<BulkDelivery>(
    `select export_no as "exportNo", trim_scale(quantity)::text as quantity, delivered_on::text as "deliveredOn",
       trim_scale(total)::text as total
     from b2b.bulk_delivery where seller = $1 and contract_no = $2 order by recorded_at, export_no`,
    [seller, contractNo],
  );
}
