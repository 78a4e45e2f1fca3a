/** Spreadsheets as streams: CSV and XLSX read row by row and written row by row, whatever their size. */
export { type CsvWriting, csvLine, unguarded } from './csv-write.ts';
export { readSheet } from './read-sheet.ts';
export { SHEET_CODES } from './sheet-codes.ts';
export { SheetFault } from './sheet-fault.ts';
export type { SheetLimits } from './sheet-limits.ts';
export type { SheetRow } from './sheet-row.ts';
export type { ByteSource } from './source.ts';
export type { CellStyle, CellToWrite, DropDown, NoteToWrite, SheetToWrite } from './workbook.ts';
export { writeWorkbook } from './xlsx-write.ts';
