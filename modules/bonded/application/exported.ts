import type { Day, Decimal } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';
import { itemsOfBooks } from '../storage/books.ts';
import { postMovements } from '../storage/ledger.ts';

/** Goods of a book that have left the country by a line of an export list. */
export interface ExportedGoods {
  readonly bookNo: string;
  readonly itemRecordNo: string;
  readonly quantity: Decimal;
  /** Unit of the quantity, which has to be that of the book. */
  readonly unit: string;
  /** Number customs gave the list. */
  readonly invtNo: string;
  readonly line: number;
  readonly day: Day;
  readonly by: string;
}

/**
 * Takes goods that have left out of their books, in the caller's transaction, each line once. What no book here has, in
 * this unit and quantity, stays as it is: the goods are gone, and the next count finds the difference (D).
 */
export async function postExported(client: Client, goods: readonly ExportedGoods[], at: Date): Promise<void> {
  const keyOf = (one: Pick<ExportedGoods, 'bookNo' | 'itemRecordNo'>) =>
    `${one.bookNo}\u0000${one.itemRecordNo}`;
  const items = new Map((await itemsOfBooks(client, goods)).map((item) => [keyOf(item), item]));
  const wishes = goods.flatMap((one) => {
    const item = items.get(keyOf(one));
    const { itemRecordNo: _, unit, invtNo, ...rest } = one;
    return item?.unit === unit
      ? [{ ...rest, itemNo: item.itemNo, cause: 'export', reference: invtNo } as const]
      : [];
  });
  if (wishes.length > 0) await postMovements(client, wishes, at);
}

const leftBy = statement(`
select line from bonded.movement where book_no = $1 and cause = 'export' and reference = $2`);

/** Lines of an export list whose goods have left a book: those alone can come back into it. */
export async function exportedLines(
  client: Queryable,
  bookNo: string,
  invtNo: string,
): Promise<ReadonlySet<number>> {
  const rows = await client.query<{ line: number }>(leftBy, [bookNo, invtNo]);
  return new Set(rows.map(({ line }) => line));
}
