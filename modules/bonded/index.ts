/** Account books of bonded goods as ledgers. */
export { noBook } from './application/books.ts';
export { type ExportedGoods, exportedLines, postExported } from './application/exported.ts';
export { type BookSaid, postReturned, type ReturnedGoods } from './application/papers-of-returns.ts';
export { postTogether } from './application/post-together.ts';
export { BONDED_CODES } from './domain/finding-codes.ts';
export { bondedFinding } from './domain/findings.ts';
export type { MovementWish } from './domain/movement.ts';
export { type Book, bookOf, itemsByRecord, itemsOf } from './storage/books.ts';
export { postMovements } from './storage/ledger.ts';
