/** What people write by hand. */
export type { EntryPorts } from './application/ports.ts';
export { ENTRY_CODES } from './domain/finding-codes.ts';
export { sealedDrafts } from './storage/drafts.ts';
