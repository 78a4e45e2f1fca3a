import { addDays, type Day } from '#kernel';
import type { Recognition } from './tables.ts';

/** Something an agency has found in order of a list. */
export interface FoundInOrder {
  readonly agency: string;
  readonly ground: string;
  readonly day: Day;
}

/**
 * The row by which what was found in order already makes another inspection needless.
 * @returns undefined where the inspection is needed
 */
export function recognisedBy(
  rows: readonly Recognition[],
  wanted: { readonly agency: string; readonly ground: string },
  found: readonly FoundInOrder[],
  day: Day,
): Recognition | undefined {
  return rows.find(
    (row) =>
      row.for.agency === wanted.agency &&
      row.for.ground === wanted.ground &&
      found.some(
        ({ agency, ground, day: on }) =>
          agency === row.by.agency &&
          ground === row.by.ground &&
          on <= day &&
          day <= addDays(on, row.validDays),
      ),
  );
}
