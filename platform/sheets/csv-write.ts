export interface CsvWriting {
  /** Keep long numbers from being shown as 5.3E+17: a tab before them, which reading takes away again. */
  readonly longNumbers?: boolean;
}

/** Begins a formula when a spreadsheet program opens the file. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?\d{1,11}(\.\d+)?$/;
const longNumber = /^\d{12,}[Xx]?$/;

/**
 * One row of CSV with its line end. A cell that would begin a formula gets an apostrophe in front, which
 * `unguarded` takes away again.
 */
export function csvLine(cells: readonly string[], { longNumbers = false }: CsvWriting = {}): string {
  return `${cells.map((cell) => quoted(guarded(cell, longNumbers))).join(',')}\r\n`;
}

function guarded(cell: string, longNumbers: boolean): string {
  if (formula.test(cell) && !plainNumber.test(cell)) return `'${cell}`;
  return longNumbers && longNumber.test(cell) ? `\t${cell}` : cell;
}

const quoted = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** What a cell held before `csvLine` guarded it. */
export function unguarded(cell: string): string {
  if (cell.startsWith("'") && formula.test(cell.slice(1))) return cell.slice(1);
  return cell.startsWith('\t') ? cell.slice(1) : cell;
}
