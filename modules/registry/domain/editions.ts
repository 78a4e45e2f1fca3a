import { addDays, type Day } from '#kernel';

/** A row of a table of rules: column name → text, empty where it says nothing. */
export type TableRow = Readonly<Record<string, string>>;

/** What two editions of a table differ in, row by row. */
export interface TableDifference {
  readonly added: readonly TableRow[];
  /** Rows the new edition no longer has: they end the day before it begins. */
  readonly ended: readonly TableRow[];
  readonly changed: readonly { readonly before: TableRow; readonly after: TableRow }[];
}

/** What names a row besides its days: the code, and where a list holds several tables, which. */
const keyOf = ({ code = '', table = '', use = '', flow = '' }: TableRow): string =>
  [code, table, use, flow].join(' ').trimEnd();

/** Rows in use on a day, by what names them; the one that began last where there are several. */
function onDay(rows: readonly TableRow[], day: Day): Map<string, TableRow> {
  const inUse = new Map<string, TableRow>();
  for (const row of rows) {
    const { from = '', to = '' } = row;
    if (from > day || (to !== '' && to < day)) continue;
    const known = inUse.get(keyOf(row));
    if (!known || (known.from ?? '') <= from) inUse.set(keyOf(row), row);
  }
  return inUse;
}

/** Whether two rows of a code say the same, whatever days they begin on; an end that is set is a change. */
function same(one: TableRow, other: TableRow): boolean {
  const columns = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...columns].every(
    (column) => column === 'from' || (one[column] ?? '').trim() === (other[column] ?? '').trim(),
  );
}

/** What an edition that is in force from a day on changes in a table. */
export function differenceOf(
  present: readonly TableRow[],
  edition: readonly TableRow[],
  from: Day,
): TableDifference {
  const [before, after] = [onDay(present, from), onDay(edition, from)];
  // A code that begins later is added as well, and is not in use on the day.
  const known = new Set(present.map(keyOf));
  const later = edition.filter((row) => (row.from ?? '') > from && !known.has(keyOf(row)));
  return {
    added: [...[...after].flatMap(([key, row]) => (before.has(key) ? [] : [row])), ...later],
    ended: [...before].flatMap(([key, row]) => (after.has(key) ? [] : [row])),
    changed: [...before].flatMap(([key, row]) => {
      const now = after.get(key);
      return now && !same(row, now) ? [{ before: row, after: now }] : [];
    }),
  };
}

/**
 * The table with an edition in force from a day on: what it ends ends the day before, what it adds or changes begins that
 * day, and everything that held before still holds of the days before. No row is lost, so that what was decided by it
 * can be explained; each keeps its source and confidence.
 */
export function withEdition(
  present: readonly TableRow[],
  edition: readonly TableRow[],
  from: Day,
): TableRow[] {
  const { added, ended, changed } = differenceOf(present, edition, from);
  const last = addDays(from, -1);
  const closing = new Set<TableRow>([...ended, ...changed.map(({ before }) => before)]);
  const kept = present.flatMap((row) => {
    if (!closing.has(row)) return [row];
    // What would have begun on that very day never holds.
    return (row.from ?? '') > last ? [] : [{ ...row, to: last }];
  });
  const begun = [...added, ...changed.map(({ after }) => after)].map((row) => ({
    ...row,
    from: (row.from ?? '') > from ? (row.from ?? '') : from,
  }));
  return [...kept, ...begun];
}
