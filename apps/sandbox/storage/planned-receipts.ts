import type { ReceiptRecord } from '#exchange';
import { type Client, type Queryable, statement } from '#postgres';

/** A receipt that is to come, and the paper it is about. */
export interface DueReceipt extends ReceiptRecord {
  readonly dueAt: Date;
  readonly root: string;
  readonly key: string;
}

const PLAN = statement(`
  insert into sandbox.planned_receipt (recipient, due_at, type, order_no, return_status, return_time, return_info, body,
    root, document_key)
  select * from json_to_recordset($1::json) as given (recipient text, "dueAt" timestamptz, type text, "orderNo" text,
    "returnStatus" text, "returnTime" text, "returnInfo" text, body json, root text, key text)`);
const TAKE = statement(`
  with due as (
    select recipient, seq from sandbox.planned_receipt where due_at <= $1 order by due_at, seq limit $2
    for update skip locked
  )
  delete from sandbox.planned_receipt as planned using due
  where planned.recipient = due.recipient and planned.seq = due.seq
  returning planned.recipient, planned.due_at as "dueAt", planned.seq, planned.type, planned.order_no as "orderNo",
    planned.return_status as "returnStatus", planned.return_time as "returnTime", planned.return_info as "returnInfo",
    planned.body, planned.root, planned.document_key as key`);
const NEXT = statement(`select min(due_at) as at from sandbox.planned_receipt`);
const DROP = statement(
  `delete from sandbox.planned_receipt where recipient = $1 and root = $2 and document_key = any($3::text[])`,
);

export async function planReceipts(client: Client, receipts: readonly DueReceipt[]): Promise<void> {
  if (receipts.length > 0) await client.run(PLAN, [JSON.stringify(receipts)]);
}

/** Takes receipts that are due out of the plan, the earliest first; what another process holds is left to it. */
export async function takeDue(client: Client, at: Date, limit: number): Promise<DueReceipt[]> {
  const rows = await client.query<DueReceipt & { seq: string }>(TAKE, [at, limit]);
  return rows.sort(
    (one, other) => one.dueAt.getTime() - other.dueAt.getTime() || Number(one.seq) - Number(other.seq),
  );
}

/** When the next receipt is due; undefined when none is planned. */
export async function nextDue(client: Queryable): Promise<Date | undefined> {
  const [row] = await client.query<{ at: Date | null }>(NEXT);
  return row?.at ?? undefined;
}

/** A paper that is changed or deleted gets no more of the receipts that were planned for it. */
export async function dropPlanned(
  client: Client,
  recipient: string,
  root: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length > 0) await client.run(DROP, [recipient, root, keys]);
}
