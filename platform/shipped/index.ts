import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A row of a table, by the names of its columns. */
export type ShippedRow = Readonly<Record<string, string>>;

/** Where the tables lie that are shipped with the program. */
export const CONTRACTS = new URL('../../contracts/', import.meta.url);

const known = new Map<string, readonly ShippedRow[]>();

/**
 * The rows of a table with a header line (CSV, UTF-8). What is shipped is read once, however many ask for it; it does not
 * change while the program runs.
 * @param file within `contracts/`, or the address of a table elsewhere
 * @throws Error when the file is missing or its rows are of unequal length
 */
export function shippedTable<Row extends ShippedRow>(file: string | URL): readonly Row[] {
  const address = new URL(file, CONTRACTS);
  const rows = known.get(address.href) ?? read(address);
  if (address.href.startsWith(CONTRACTS.href)) known.set(address.href, rows);
  return rows as readonly Row[];
}

const read = (file: URL): readonly ShippedRow[] =>
  Object.freeze(
    parse<ShippedRow>(readFileSync(file), { columns: true, skip_empty_lines: true, bom: true }).map((row) =>
      Object.freeze(row),
    ),
  );
