import { type ListHead, listsByOrderNo, listsOf, recentListsByNumber } from '#declarations';
import type { Queryable } from '#postgres';
import { ordersOfWaybill } from '#waybills';
import { type ListKey, listsByInvtNo } from '../storage/pages.ts';

/** So many lists that a number names are looked through for those the reader may see and wishes to. */
const searchLimit = 1_000;
/** Own and pre-entry numbers are looked for among this many of the newest lists. */
const recentLimit = 10_000;

/**
 * The lists that the beginning of a number names, newest first: one kind of number after the other, until one finds
 * some that are chosen.
 */
export async function listsByNumber(
  database: Queryable,
  text: string,
  choose: (found: readonly ListHead[]) => Promise<readonly ListHead[]>,
): Promise<ListHead[]> {
  for (const find of finders) {
    const found = await listsOf(database, await find(database, text));
    const chosen = await choose([...found.values()]);
    if (chosen.length > 0) return chosen.toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
  }
  return [];
}

/** Keys of the lists that a number names: asked one after the other until one finds what the reader may see. */
const finders: readonly ((database: Queryable, text: string) => Promise<ListKey[]>)[] = [
  (database, text) => listsByOrderNo(database, text, searchLimit),
  (database, text) => listsByInvtNo(database, text, searchLimit),
  listsByWaybill,
  (database, text) => recentListsByNumber(database, text, searchLimit, recentLimit),
];

async function listsByWaybill(database: Queryable, text: string): Promise<ListKey[]> {
  const carried = await ordersOfWaybill(database, text);
  const lists = await Promise.all(carried.map((orderNo) => listsByOrderNo(database, orderNo, 10)));
  // Order numbers that only begin like the carried one are other purchases.
  return lists.flatMap((keys, i) => keys.filter(({ orderNo }) => orderNo === carried[i]));
}
