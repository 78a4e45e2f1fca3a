import { type Client, CopyText, escapeText, type Queryable, statement } from '#postgres';

/** Fields of a receipt by name; of a message with items, the items under the name of their element. */
export type ReceiptBody = Readonly<Record<string, string | Record<string, string>[]>>;

export interface ReceiptRecord {
  readonly recipient: string;
  /** e.g. `CEB622` */
  readonly type: string;
  readonly orderNo: string | null;
  readonly returnStatus: string;
  /** YYYYMMDDhhmmssSSS, China time. */
  readonly returnTime: string;
  readonly returnInfo: string;
  /** Fields of the receipt beyond the common tail, in the standard's names; items under the name of their element. */
  readonly body: ReceiptBody;
}

export interface FetchedReceipt extends ReceiptRecord {
  readonly cursor: string;
}

const columns = [
  'recipient',
  'type',
  'order_no',
  'return_status',
  'return_time',
  'return_info',
  'body',
] as const;

export async function addReceipts(client: Client, receipts: readonly ReceiptRecord[]): Promise<void> {
  if (receipts.length === 0) return;
  const rows = new CopyText();
  for (const receipt of receipts) {
    let text = `${receipt.recipient}\t${receipt.type}\t${receipt.orderNo === null ? '\\N' : escapeText(receipt.orderNo)}\t`;
    text += `${receipt.returnStatus}\t${receipt.returnTime}\t${escapeText(receipt.returnInfo)}\t`;
    text += `${escapeText(JSON.stringify(receipt.body))}\n`;
    rows.lines(text, 1);
  }
  await client.copy('exchange.receipt', columns, rows);
}

/** A page ends with the receipt whose text passes so many characters (D). */
const pageCharacters = 4 * 1024 * 1024;

const afterCursor = statement(`
select tx || '.' || seq as cursor, type, order_no as "orderNo", return_status as "returnStatus",
  return_time as "returnTime", return_info as "returnInfo", body
from (
  select *, sum(length(return_info)) over (order by tx, seq rows unbounded preceding) - length(return_info) as before
  from (
    select tx, seq, type, order_no, return_status, return_time, return_info, body
    from exchange.receipt
    where recipient = $1
      and (tx, seq) > ($2::xid8, $3::bigint)
      and tx < pg_snapshot_xmin(pg_current_snapshot())
      and ($4::text is null or type = $4)
    order by tx, seq
    limit $5
  ) as page
) as measured
where before < ${pageCharacters}
order by tx, seq`);

/**
 * Receipts after a cursor, oldest first. Rows of transactions that may still commit before a running one are
 * left for the next call: a cursor that has passed them would skip the late one for ever. Long texts make a page
 * end before its limit.
 * @param cursor `tx.seq` of the last receipt seen; undefined from the start
 */
export async function receiptsAfter(
  client: Queryable,
  recipient: string,
  cursor: string | undefined,
  limit: number,
  type?: string,
): Promise<FetchedReceipt[]> {
  const [tx = '0', seq = '0'] = cursor?.split('.') ?? [];
  const rows = await client.query<Omit<FetchedReceipt, 'recipient'>>(afterCursor, [
    recipient,
    tx,
    seq,
    type ?? null,
    limit,
  ]);
  return rows.map((row) => ({ ...row, recipient }));
}

/**
 * Number of the transaction that wrote the newest receipt; 0 when there is none. Whoever has receipts has or had
 * a key: recipient by recipient the index answers, a maximum of the whole table would read all of it.
 */
export async function newestReceiptTransaction(client: Queryable): Promise<bigint> {
  const rows = await client.query<{ tx: string }>(`
    select newest.tx::text as tx
    from (select distinct customs_code from exchange.api_key) as reader
    cross join lateral (
      select tx from exchange.receipt where recipient = reader.customs_code order by tx desc limit 1
    ) as newest
    order by newest.tx desc
    limit 1`);
  return BigInt(rows[0]?.tx ?? '0');
}
