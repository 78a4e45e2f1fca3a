import { type Book, bookOf } from '#bonded';
import type { Client } from '#postgres';
import { allGone } from '../domain/on-display.ts';
import {
  type Consignment,
  consignmentOf,
  endConsignment,
  type GoodsRow,
  goodsOf,
} from '../storage/consignments.ts';
import { nothingShown, notShownNow } from './problems.ts';

/** Goods that are out on display, locked, with what there is of them. */
export interface Shown {
  readonly one: Consignment;
  readonly lines: readonly GoodsRow[];
}

/**
 * Locks goods that are out on display: whatever is done with them is done by one after another.
 * @param owner undefined for customs
 * @throws Problem 404 where there are none of the owner's, 409 where they are not out
 */
export async function lockShown(
  client: Client,
  displayNo: string,
  owner: string | undefined,
): Promise<Shown> {
  const one = await consignmentOf(client, displayNo, owner, true);
  if (one === undefined) throw nothingShown(displayNo);
  if (one.state !== 'out') throw notShownNow();
  return { one, lines: await linesOn(client, displayNo) };
}

export const linesOn = async (client: Client, displayNo: string): Promise<readonly GoodsRow[]> =>
  (await goodsOf(client, [displayNo])).get(displayNo) ?? [];

/** The book the goods are of. */
export async function bookOfShown(client: Client, { bookNo }: Consignment): Promise<Book> {
  const book = await bookOf(client, bookNo);
  if (book === undefined) throw new Error(`there is no book ${bookNo}`);
  return book;
}

/** Closes what has nothing out any more. @returns whether it did */
export async function closeWhenGone(client: Client, { displayNo }: Consignment, at: Date): Promise<boolean> {
  if (!allGone(await linesOn(client, displayNo))) return false;
  await endConsignment(client, displayNo, 'closed', at);
  return true;
}
