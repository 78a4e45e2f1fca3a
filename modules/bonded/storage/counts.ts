import type { Client, Queryable } from '#postgres';

/** A stock count: what was found, and what the book said then. */
export interface StockCount {
  readonly countId: string;
  readonly bookNo: string;
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly settledAt: Date | null;
  readonly reason: string;
  readonly lines: readonly CountLine[];
}

export interface CountLine {
  readonly itemNo: number;
  readonly counted: string;
  readonly inBook: string;
}

const COLUMNS = `c.count_id::text as "countId", c.book_no as "bookNo", c.state, c.note, c.proposed_by as "proposedBy",
  c.proposed_at as "proposedAt", c.settled_at as "settledAt", c.reason,
  (select coalesce(json_agg(json_build_object('itemNo', item_no, 'counted', trim_scale(counted)::text, 'inBook', trim_scale(in_book)::text)
     order by item_no), '[]') from bonded.counted l where l.book_no = c.book_no and l.count_id = c.count_id) as lines`;

export async function addCount(
  client: Client,
  count: Pick<StockCount, 'countId' | 'bookNo' | 'note' | 'proposedBy' | 'proposedAt' | 'lines'>,
): Promise<void> {
  await client.run(
    `insert into bonded.stock_count (book_no, count_id, state, note, proposed_by, proposed_at)
     values ($1, $2, 'proposed', $3, $4, $5)`,
    [count.bookNo, count.countId, count.note, count.proposedBy, count.proposedAt],
  );
  await client.run(
    `insert into bonded.counted (book_no, count_id, item_no, counted, in_book)
     select $1, $2, item_no, counted, in_book from unnest($3::int[], $4::numeric[], $5::numeric[]) as l(item_no, counted, in_book)`,
    [
      ...[count.bookNo, count.countId, count.lines.map(({ itemNo }) => itemNo)],
      ...[count.lines.map(({ counted }) => counted), count.lines.map(({ inBook }) => inBook)],
    ],
  );
}

/** A count, locked until the transaction ends. */
export async function lockCount(client: Client, countId: string): Promise<StockCount | undefined> {
  const [row] = await client.query<StockCount>(
    `select ${COLUMNS} from bonded.stock_count c where c.count_id = $1 for update`,
    [countId],
  );
  return row;
}

export async function settleCount(
  client: Client,
  { bookNo, countId }: StockCount,
  settled: {
    readonly state: 'approved' | 'rejected';
    readonly by: string;
    readonly at: Date;
    readonly reason: string;
  },
): Promise<void> {
  await client.run(
    `update bonded.stock_count set state = $3, settled_by = $4, settled_at = $5, reason = $6
     where book_no = $1 and count_id = $2`,
    [bookNo, countId, settled.state, settled.by, settled.at, settled.reason],
  );
}

/** Counts of a book, the latest first. */
export async function countsPage(
  client: Queryable,
  wish: {
    readonly bookNo: string;
    readonly before: { readonly at: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<StockCount[]> {
  return client.query<StockCount>(
    `select ${COLUMNS} from bonded.stock_count c
     where c.book_no = $1 and ($2::timestamptz is null or (c.proposed_at, c.count_id) < ($2, $3::uuid))
     order by c.proposed_at desc, c.count_id desc limit $4`,
    [wish.bookNo, wish.before?.at ?? null, wish.before?.id ?? null, wish.limit],
  );
}
