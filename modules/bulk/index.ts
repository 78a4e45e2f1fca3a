/** Bulk files: tables of documents, read row by row and handed in as messages. */
export { BULK_CODES } from './domain/finding-codes.ts';
export { type BulkParameters, bulkParameters } from './domain/parameters.ts';
export type {
  BulkColumn,
  BulkTarget,
  BulkWork,
  FileContext,
  GatheredDocument,
  HandedIn,
  TargetFinding,
} from './domain/target.ts';
export type { BadDocumentsPage, BulkFileView } from './http/schemas.ts';
export { sealedBulk } from './storage/sealed.ts';
