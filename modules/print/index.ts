/** A list, its tax and its release on paper. */
export { cannotPrint, type SheetKind, sheetKinds } from './domain/sheets.ts';
