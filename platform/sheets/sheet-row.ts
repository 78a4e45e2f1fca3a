/** One row that holds anything, as text: dates as `2026-11-26 15:30:00`, numbers as they are shown. */
export interface SheetRow {
  /** As a spreadsheet program counts, from 1. */
  readonly number: number;
  /** Up to the last one that was written; what is not there is ''. */
  readonly cells: readonly string[];
}
