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
export { sealedDocuments } from './sealed-documents.ts';
export { column } from './table-statements.ts';
