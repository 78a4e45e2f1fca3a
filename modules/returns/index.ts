/** Goods that come back and lists that are cancelled. */
export type { Application } from './application/apply.ts';
export type {
  CentreRecord,
  ExportBackFollower,
  GiveBackFollower,
  GivenBackLine,
  GivenBackReturn,
} from './application/ports.ts';
export type { ExportReturnFacts, ExportReturnVerdict, ReturnableMode } from './domain/export-return.ts';
export { judgeExportReturn } from './domain/export-return.ts';
export { RETURNS_CODES } from './domain/finding-codes.ts';
export type {
  GivenBack,
  ImportReturnFacts,
  ImportReturnVerdict,
  ReturnedLine,
} from './domain/import-return.ts';
export { givenBackOf, IMPORT_RETURN_RULE, judgeImportReturn } from './domain/import-return.ts';
export { caseStates } from './storage/cases.ts';
export { importCancellations, importReturns } from './storage/documents.ts';
export { type PersonsReturn, returnsOfPerson } from './storage/of-person.ts';
