export {
  entriesAfter,
  type JournalEntry,
  latestCursor,
  newestTransaction,
  type ReadEntry,
  record,
} from './journal.ts';
