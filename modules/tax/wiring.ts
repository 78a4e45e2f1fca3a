import { CONTRACTS, shippedTable } from '#shipped';
import type { SourceTables } from './domain/compact.ts';
import type { TaxTables } from './domain/declared-goods.ts';
import { parseParameters } from './domain/parameters.ts';
import type { TableRow } from './domain/table-row.ts';
import { parseTariff } from './domain/tariff.ts';
import { parseUnits } from './domain/units.ts';

/** Everything the tax is read from. */
export interface TaxBook extends TaxTables, SourceTables {}

/** Rows of a table as they are with what came after its file. */
export type Amend = (table: string, rows: readonly TableRow[]) => readonly TableRow[];

/**
 * Reads parameters, tariff and units from the project's `contracts/`. Read once, at start.
 * @param contracts another folder of the same layout.
 * @param amend lays what came after the files over the rows of `tariff` and `unit`.
 * @throws Error when a file is missing, RangeError when a row cannot be read.
 */
export function loadTaxBook(contracts: URL = CONTRACTS, amend: Amend = (_table, rows) => rows): TaxBook {
  const read = (table: string, file: string) =>
    amend(table, shippedTable<TableRow>(new URL(file, contracts)));
  return {
    parameters: parseParameters(shippedTable<TableRow>(new URL('parameters.csv', contracts))),
    tariff: parseTariff(read('tariff', 'tariff.csv')),
    units: parseUnits(read('unit', 'codelists/unit.csv')),
  };
}
