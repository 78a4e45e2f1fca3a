import type { Format, GroupTable, MessageTable, Row, RowMore } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import { CHANGES, type GroupChanges, NEW_MESSAGES } from './changes.ts';

/** The tables of the edition before: ours, with every change taken back. */
export const FORMER_TABLES: readonly MessageTable[] = (TABLES as readonly MessageTable[])
  .filter(({ root }) => !NEW_MESSAGES.has(root))
  .map(formerly);

function formerly(table: MessageTable): MessageTable {
  const changes = CHANGES[table.root];
  if (!changes) {
    return table;
  }
  const { name, rows, head, items } = table.document;
  return {
    ...table,
    document: {
      ...table.document,
      ...(rows && { rows: rowsBefore(rows, changes[name]) }),
      ...(head && { head: groupBefore(head, changes[head.name]) }),
      ...(items && {
        items: { ...items, ...groupBefore(items, changes[items.name]), ...changes[items.name]?.times },
      }),
    },
  };
}

function groupBefore(group: GroupTable, changes: GroupChanges | undefined): GroupTable {
  return { ...group, rows: rowsBefore(group.rows, changes) };
}

function rowsBefore(rows: readonly Row[], changes: GroupChanges = {}): readonly Row[] {
  return rows.filter(([name]) => !changes.added?.includes(name)).map((row) => rowBefore(row, changes));
}

function rowBefore(row: Row, { formats, nonEmpty, plain, free, byDefault }: GroupChanges): Row {
  const [name, format, need, zh, en, more = {}] = row;
  const { collapse, fixed, byDefault: standing, ...others } = more;
  const before: RowMore = {
    ...others,
    ...(collapse && !plain?.includes(name) ? { collapse } : {}),
    ...(fixed !== undefined && !free?.includes(name) ? { fixed } : {}),
    ...(standing === undefined ? {} : { byDefault: byDefault?.[name] ?? standing }),
  };
  const filled = nonEmpty?.includes(name) ? notEmpty(format) : format;
  return [name, formats?.[name] ?? filled, need, zh, en, before];
}

/** `C..60` becomes `C1..60`. */
function notEmpty(format: Format): Format {
  return format.replace(/^C\.\./, 'C1..') as Format;
}
