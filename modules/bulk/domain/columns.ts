import type { Finding } from '#kernel';
import { bulkFinding } from './bulk-finding.ts';
import type { BulkColumn, BulkTarget } from './target.ts';

/** What the first row says of the columns. */
export interface Heading {
  /** The names as they stand there. */
  readonly names: readonly string[];
  /** By place in a row: the column, or undefined where it is not known. */
  readonly columns: readonly (BulkColumn | undefined)[];
  readonly unknown: readonly string[];
  /** Because of them the file cannot be read. */
  readonly findings: readonly Finding[];
}

/** Columns the platform itself adds when it gives rows back; they are passed over without a word. */
export const ownColumn = '#';

/** Names are compared without case, blanks, width and the marks of what is required. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*\ufeff\u200b]|\(必填\)|\(required\)/g, '');

/** Recognises columns by the field's name or by their Chinese or English name, in any order. */
export function recogniseColumns(target: BulkTarget, cells: readonly string[]): Heading {
  const known = namesOf(target);
  const columns = cells.map((cell) => (plain(cell) === '' ? undefined : known.get(plain(cell))));
  const names = cells.map((cell) => cell.trim());
  const unknown = names.filter((name, at) => name !== '' && !columns[at] && !name.startsWith(ownColumn));
  const found = new Set(columns.filter((column) => column !== undefined));
  if (found.size === 0)
    return {
      names,
      columns,
      unknown: unknown.slice(0, 50),
      findings: [bulkFinding('BULK-COLUMNS-UNKNOWN', 'row 1')],
    };
  const missing = target.columns
    .filter((column) => column.need === 'required' && !found.has(column))
    .map(({ name, title }) =>
      bulkFinding('BULK-COLUMN-MISSING', name, [`${title.zh}（${name}）`, `${title.en} (${name})`]),
    );
  const twice = [...found]
    .filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column))
    .map(({ name, title }) =>
      bulkFinding('BULK-COLUMN-TWICE', name, [`${title.zh}（${name}）`, `${title.en} (${name})`]),
    );
  return { names, columns, unknown: unknown.slice(0, 50), findings: [...missing, ...twice] };
}

/** Whether a row below the first only names the same columns again, as the templates do. */
export function repeatsHeading(target: BulkTarget, heading: Heading, cells: readonly string[]): boolean {
  const known = namesOf(target);
  let named = 0;
  const agrees = cells.every((cell, at) => {
    const name = plain(cell);
    if (name === '') return true;
    const column = known.get(name);
    if (column) named += 1;
    return (column !== undefined && column === heading.columns[at]) || heading.columns[at] === undefined;
  });
  return agrees && named > 1;
}

const remembered = new WeakMap<BulkTarget, ReadonlyMap<string, BulkColumn>>();

function namesOf(target: BulkTarget): ReadonlyMap<string, BulkColumn> {
  const made = remembered.get(target);
  if (made) return made;
  const names = new Map<string, BulkColumn>();
  // The head comes first: where head and lines share a name, it means the head's.
  for (const column of target.columns) {
    for (const name of [column.name, column.title.zh, column.title.en, ...column.aliases])
      if (!names.has(plain(name))) names.set(plain(name), column);
  }
  remembered.set(target, names);
  return names;
}
