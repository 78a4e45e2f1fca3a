export { entriesAfter, type JournalEntry, latestCursor, type ReadEntry, record } from './journal.ts';
