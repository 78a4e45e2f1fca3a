import { type Bilingual, type Day, holdsOn } from '#kernel';
import type { Form, ProjectedDocument, ProjectionRow } from './projection.ts';

/** Fields an agency got for one purpose, by one law. */
export interface Ground {
  readonly purpose: Bilingual;
  /** The law or notice that lets the agency ask for them. */
  readonly basis: string;
  readonly fields: readonly {
    readonly document: ProjectedDocument;
    /** Name of the standard; of goods lines `items.` before it. */
    readonly field: string;
    readonly form: Form;
  }[];
}

/**
 * For what and by which law an agency got fields on a day, in the order of the table.
 * @param fields `declaration.orderNo`, `declaration.items.gcode` …, as they are on record of a sending
 */
export function groundsOf(
  rows: readonly ProjectionRow[],
  agency: string,
  fields: readonly string[],
  day: Day,
): readonly Ground[] {
  const got = new Set(fields);
  const granted = rows.filter(
    (row) => row.agency === agency && holdsOn(row, day) && got.has(`${row.document}.${row.field}`),
  );
  const grounds = Map.groupBy(granted, ({ purpose, basis }) => JSON.stringify([purpose.zh, basis]));
  return [...grounds.values()].flatMap((rowsOfOne) => {
    const [first] = rowsOfOne;
    if (!first) return [];
    return [
      {
        ...{ purpose: first.purpose, basis: first.basis },
        fields: rowsOfOne.map(({ document, field, value }) => ({ document, field, form: value })),
      },
    ];
  });
}
