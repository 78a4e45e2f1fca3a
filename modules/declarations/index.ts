/** The declaration lists 清单 of retail imports (CEB621). */
export type { ImportListPorts } from './application/handler.ts';
export { importListHandler, receiptBody } from './application/handler.ts';
export { type CarriedList, carriedLists, recentListsOfBook } from './storage/carried-lists.ts';
export { guarantorsOf } from './storage/guarantors.ts';
export { importLists } from './storage/import-lists.ts';
export {
  type ListHead,
  type ListWish,
  lastLookedAt,
  listsByOrderNo,
  listsOf,
  listsOfPerson,
  newestLists,
  recentListsByNumber,
} from './storage/list-pages.ts';
export { type ListPlace, searchLists } from './storage/list-search.ts';
