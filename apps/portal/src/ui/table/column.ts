import type { ReactNode } from 'react';

/** A column of a long table. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** As CSS says it, `9rem`; the columns without one share what is left. */
  readonly width?: string;
  /** Numbers stand to the right. */
  readonly figure?: boolean;
  /** The cell that names the row. */
  readonly names?: boolean;
  readonly sortable?: boolean;
}

/** By which column rows are sorted: the server does it, and the address says it. */
export interface Sorting {
  readonly by: string;
  readonly descending: boolean;
  readonly onChange: (by: string, descending: boolean) => void;
}

/** Which rows are chosen, by their keys. */
export interface Selection {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  /** Keys of all rows that have come, for "choose all". */
  readonly all: readonly string[];
}
