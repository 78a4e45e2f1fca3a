import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type CoverTable, coverTable } from './domain/cover.ts';

const COVER = new URL('../../contracts/guarantee-cover.csv', import.meta.url);

/**
 * Reads how much cover enterprises of each class of credit give. Once, at start.
 * @throws Error when the file is missing, RangeError when a row cannot be read
 */
export const loadCoverTable = (): CoverTable =>
  coverTable(parse(readFileSync(COVER), { columns: true, skip_empty_lines: true, bom: true }));
