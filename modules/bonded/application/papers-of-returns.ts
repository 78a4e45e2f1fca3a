import type { Decimal, Finding } from '#kernel';
import type { Client } from '#postgres';
import { bondedFinding, unitFinding } from '../domain/findings.ts';
import type { Cause } from '../domain/movement.ts';
import { itemsByRecord } from '../storage/books.ts';
import { postMovements } from '../storage/ledger.ts';

/** Goods of a return as its papers name them, on their way into their book or out of it for good. */
export interface ReturnedGoods {
  readonly itemRecordNo: string;
  readonly cause: Extract<Cause, 'return' | 'ship-back' | 'destruction'>;
  readonly quantity: Decimal;
  /** Unit of the quantity, which has to be that of the book. */
  readonly unit: string;
  readonly reference: string;
  readonly line: number;
  readonly day: string;
  readonly by: string;
}

/** What the book says: written, or not since no book here has the goods, or refused. */
export type BookSaid =
  | { readonly outcome: 'written'; readonly itemNo: number }
  | { readonly outcome: 'no-book' }
  | { readonly outcome: 'refused'; readonly finding: Finding };

/**
 * Writes goods of a return into their book, in the caller's transaction: either what comes back into stock or what
 * leaves it to be sent abroad or destroyed. What is written under its reference already is not written again.
 */
export async function postReturned(
  client: Client,
  at: Date,
  bookNo: string,
  goods: readonly ReturnedGoods[],
): Promise<BookSaid[]> {
  if (goods.length === 0) return [];
  const records = goods.map(({ itemRecordNo }) => itemRecordNo);
  const items = new Map(
    (await itemsByRecord(client, bookNo, records)).map((item) => [item.itemRecordNo, item]),
  );
  const wishes = goods.map((one) => {
    const item = items.get(one.itemRecordNo);
    return item && item.unit === one.unit ? { ...one, bookNo, itemNo: item.itemNo } : undefined;
  });
  const written = wishes.flatMap((wish) => wish ?? []);
  const posted = written.length > 0 ? (await postMovements(client, written, at)).values() : [].values();
  return goods.map((one, i): BookSaid => {
    const item = items.get(one.itemRecordNo);
    if (!item) return { outcome: 'no-book' };
    if (!wishes[i]) return { outcome: 'refused', finding: unitFinding(one.unit, `lines[${i}].unit`) };
    const said = posted.next().value;
    if (said?.outcome === 'refused')
      return { outcome: 'refused', finding: bondedFinding(said.refusal, `lines[${i}]`, said.there) };
    return { outcome: 'written', itemNo: item.itemNo };
  });
}
