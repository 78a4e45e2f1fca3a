export { type Act, type ActsWish, actsOf } from './acts.ts';
export {
  entriesAfter,
  type JournalEntry,
  latestCursor,
  newestTransaction,
  type ReadEntry,
  record,
} from './journal.ts';
export { Rounds } from './rounds.ts';
