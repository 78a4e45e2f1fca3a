export { answerDocuments } from './answer-documents.ts';
export type {
  DocumentAnswer,
  DocumentRow,
  DocumentTableShape,
  LoadedDocument,
  PlainDocument,
  PreparedDocument,
  StoredHead,
} from './document.ts';
export {
  DocumentPages,
  type FoundDocument,
  type PageEnd,
  type PageWish,
  type Searched,
} from './document-pages.ts';
export { DocumentTable, keyText } from './document-table.ts';
export { type AgedDocument, agedDocuments, erasePersons } from './erasing.ts';
export { sealedDocuments } from './sealed-documents.ts';
export { column, keyFields } from './table-statements.ts';
export {
  announceChanges,
  pauseChanges,
  type WaitingDocument,
  WaitingTable,
} from './waiting-table.ts';
