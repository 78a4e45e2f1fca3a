import type { Client, Queryable } from '#postgres';
import { statement } from '#postgres';

export type BatchState = 'booked' | 'departed' | 'cancelled';

/** Goods booked into an overseas warehouse. */
export interface Batch {
  readonly enterprise: string;
  readonly batchNo: string;
  readonly warehouseNo: string;
  readonly consignee: string;
  readonly packages: number;
  /** Kilograms, decimal text. */
  readonly grossWeight: string;
  readonly plannedOn: string;
  readonly sellerKind: 'trader' | 'factory';
  readonly state: BatchState;
  readonly bookedAt: Date;
  readonly exportNo: string | null;
  readonly departedOn: string | null;
  readonly claimedOn: string | null;
}

/** Goods of a batch; quantities in their unit, amounts in CNY, as decimal texts. */
export interface BatchLine {
  readonly line: number;
  readonly goodsNo: string;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  readonly quantity: string;
  readonly netPurchase: string;
}

/** A line as it stands. */
export interface BatchLineStand extends BatchLine {
  readonly refundRate: string | null;
  readonly soldAtClaim: string | null;
  readonly transit: string;
  readonly warehouse: string;
  readonly sold: string;
  readonly returned: string;
  readonly lost: string;
}

const COLUMNS = `enterprise, batch_no as "batchNo", warehouse_no as "warehouseNo", consignee, packages,
  trim_scale(gross_weight)::text as "grossWeight", planned_on::text as "plannedOn", seller_kind as "sellerKind", state,
  booked_at as "bookedAt", export_no as "exportNo", departed_on::text as "departedOn", claimed_on::text as "claimedOn"`;

const addLines = statement(`
insert into b2b.batch_line (enterprise, batch_no, line, goods_no, gcode, gname, unit, quantity, net_purchase)
select $1, $2, line, goods_no, gcode, gname, unit, quantity, net
from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[], $9::numeric[])
  as l(line, goods_no, gcode, gname, unit, quantity, net)`);

/** Books a batch with its lines. @returns whether there was none of its number */
export async function addBatch(
  client: Client,
  batch: Omit<Batch, 'state' | 'exportNo' | 'departedOn' | 'claimedOn'> & { readonly by: string },
  lines: readonly BatchLine[],
): Promise<boolean> {
  const { enterprise, batchNo, warehouseNo, consignee, packages, grossWeight, plannedOn } = batch;
  const added = await client.run(
    `insert into b2b.batch (enterprise, batch_no, warehouse_no, consignee, packages, gross_weight, planned_on, seller_kind,
       state, booked_at, booked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'booked', $9, $10) on conflict do nothing`,
    [
      ...[enterprise, batchNo, warehouseNo, consignee, packages, grossWeight, plannedOn],
      ...[batch.sellerKind, batch.bookedAt, batch.by],
    ],
  );
  if (added !== 1) return false;
  const of = <K extends keyof BatchLine>(key: K) => lines.map((line) => line[key]);
  await client.run(addLines, [
    ...[enterprise, batchNo, of('line'), of('goodsNo'), of('gcode'), of('gname'), of('unit')],
    ...[of('quantity'), of('netPurchase')],
  ]);
  return true;
}

export async function batchOf(
  client: Queryable,
  enterprise: string,
  batchNo: string,
): Promise<Batch | undefined> {
  const [row] = await client.query<Batch>(
    `select ${COLUMNS} from b2b.batch where enterprise = $1 and batch_no = $2`,
    [enterprise, batchNo],
  );
  return row;
}

/** The batch, locked for the caller's transaction: whoever moves its goods comes one after the other. */
export async function lockBatch(
  client: Client,
  enterprise: string,
  batchNo: string,
): Promise<Batch | undefined> {
  const [row] = await client.query<Batch>(
    `select ${COLUMNS} from b2b.batch where enterprise = $1 and batch_no = $2 for update`,
    [enterprise, batchNo],
  );
  return row;
}

const ofExport = statement(`select batch_no as "batchNo" from b2b.batch
where enterprise = $1 and export_no = $2 and state = 'departed' order by batch_no for update`);

/** Numbers of the batches that left by an export, each locked for the caller's transaction. */
export async function lockDeparted(client: Client, enterprise: string, exportNo: string): Promise<string[]> {
  const rows = await client.query<{ batchNo: string }>(ofExport, [enterprise, exportNo]);
  return rows.map(({ batchNo }) => batchNo);
}

const linesOfBatches = statement(`
select l.batch_no as "batchNo", l.line, goods_no as "goodsNo", gcode, gname, unit, trim_scale(l.quantity)::text as quantity,
  trim_scale(net_purchase)::text as "netPurchase", trim_scale(refund_rate)::text as "refundRate",
  trim_scale(sold_at_claim)::text as "soldAtClaim",
  coalesce(trim_scale(max(s.quantity) filter (where place = 'transit')), 0)::text as transit,
  coalesce(trim_scale(max(s.quantity) filter (where place = 'warehouse')), 0)::text as warehouse,
  coalesce(trim_scale(max(s.quantity) filter (where place = 'sold')), 0)::text as sold,
  coalesce(trim_scale(max(s.quantity) filter (where place = 'returned')), 0)::text as returned,
  coalesce(trim_scale(max(s.quantity) filter (where place = 'lost')), 0)::text as lost
from b2b.batch_line l left join b2b.stock s using (enterprise, batch_no, line)
where l.enterprise = $1 and l.batch_no = any($2) group by l.enterprise, l.batch_no, l.line order by l.batch_no, l.line`);

/** The lines of batches of an enterprise, by batch and line. */
export async function linesOfAll(
  client: Queryable,
  enterprise: string,
  batchNos: readonly string[],
): Promise<{ readonly batchNo: string; readonly line: BatchLineStand }[]> {
  const rows = await client.query<BatchLineStand & { readonly batchNo: string }>(linesOfBatches, [
    ...[enterprise, batchNos],
  ]);
  return rows.map(({ batchNo, ...line }) => ({ batchNo, line }));
}

export async function batchLines(
  client: Queryable,
  enterprise: string,
  batchNo: string,
): Promise<BatchLineStand[]> {
  return (await linesOfAll(client, enterprise, [batchNo])).map(({ line }) => line);
}

/** Batches, the latest booked first, before one; of one exporter and one warehouse where they are named. */
export async function batchesPage(
  client: Queryable,
  wish: {
    readonly enterprise: string | undefined;
    readonly warehouseNo: string | undefined;
    readonly before:
      | { readonly at: string; readonly enterprise: string; readonly batchNo: string }
      | undefined;
    readonly limit: number;
  },
): Promise<Batch[]> {
  const { enterprise, warehouseNo, before, limit } = wish;
  return client.query<Batch>(
    `select ${COLUMNS} from b2b.batch
     where ($1::text is null or enterprise = $1) and ($2::text is null or warehouse_no = $2)
       and ($3::timestamptz is null or (booked_at, enterprise, batch_no) < ($3, $4, $5))
     order by booked_at desc, enterprise desc, batch_no desc limit $6`,
    [
      ...[enterprise ?? null, warehouseNo ?? null, before?.at ?? null],
      ...[before?.enterprise ?? '', before?.batchNo ?? '', limit],
    ],
  );
}

/** Notes that a batch has left, with the refund rates of its lines on that day. */
export async function markDeparted(
  client: Client,
  batch: Pick<Batch, 'enterprise' | 'batchNo'>,
  left: { readonly exportNo: string; readonly on: string },
  rates: readonly { readonly line: number; readonly rate: string | null }[],
): Promise<void> {
  const { enterprise, batchNo } = batch;
  await client.run(
    `update b2b.batch set state = 'departed', export_no = $3, departed_on = $4 where enterprise = $1 and batch_no = $2`,
    [enterprise, batchNo, left.exportNo, left.on],
  );
  await client.run(
    `update b2b.batch_line l set refund_rate = r.rate from unnest($3::int[], $4::numeric[]) as r(line, rate)
     where l.enterprise = $1 and l.batch_no = $2 and l.line = r.line`,
    [enterprise, batchNo, rates.map(({ line }) => line), rates.map(({ rate }) => rate)],
  );
}

export async function markCancelled(
  client: Client,
  { enterprise, batchNo }: Pick<Batch, 'enterprise' | 'batchNo'>,
) {
  await client.run(`update b2b.batch set state = 'cancelled' where enterprise = $1 and batch_no = $2`, [
    ...[enterprise, batchNo],
  ]);
}

/** Notes the claim of a batch: what is sold by now is claimed, the rest pre-refunded. */
export async function markClaimed(
  client: Client,
  { enterprise, batchNo }: Pick<Batch, 'enterprise' | 'batchNo'>,
  on: string,
): Promise<void> {
  await client.run(`update b2b.batch set claimed_on = $3 where enterprise = $1 and batch_no = $2`, [
    ...[enterprise, batchNo, on],
  ]);
  await client.run(
    `update b2b.batch_line l set sold_at_claim = coalesce((select s.quantity from b2b.stock s
       where s.enterprise = l.enterprise and s.batch_no = l.batch_no and s.line = l.line and s.place = 'sold'), 0)
     where enterprise = $1 and batch_no = $2`,
    [enterprise, batchNo],
  );
}
