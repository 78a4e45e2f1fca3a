import type { RuleRow } from './queries.ts';

export type Change = 'added' | 'gone' | 'changed' | undefined;

/** A rule is the same across editions by its code and first day: a new figure is a new row with another first day. */
export const keyOf = ({ group, code, from }: RuleRow): string => `${group} ${code} ${from}`;

/**
 * Rows of an edition with what has become of each since another; rows that only the other has follow, as gone.
 * Without another, nothing has changed.
 */
export function changesBetween(
  rows: readonly RuleRow[],
  before: readonly RuleRow[] | undefined,
): readonly { readonly row: RuleRow; readonly change: Change }[] {
  if (!before) return rows.map((row) => ({ row, change: undefined }));
  const old = new Map(before.map((row) => [keyOf(row), JSON.stringify(row)]));
  const kept = new Set(rows.map(keyOf));
  const changeOf = (row: RuleRow): Change => {
    const was = old.get(keyOf(row));
    if (was === undefined) return 'added';
    return was === JSON.stringify(row) ? undefined : 'changed';
  };
  return [
    ...rows.map((row) => ({ row, change: changeOf(row) })),
    ...before.filter((row) => !kept.has(keyOf(row))).map((row) => ({ row, change: 'gone' as const })),
  ];
}
