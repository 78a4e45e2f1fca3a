import { shippedTable } from '#shipped';
import { type CoverTable, coverTable } from './domain/cover.ts';

/**
 * Reads how much cover enterprises of each class of credit give. Once, at start.
 * @throws Error when the file is missing, RangeError when a row cannot be read
 */
export const loadCoverTable = (): CoverTable => coverTable(shippedTable('guarantee-cover.csv'));
