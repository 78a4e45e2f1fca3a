import { type Field, fieldOf } from '../tables/field.ts';
import type { GroupChecks, GroupTable, MessageTable, Row } from '../tables/row.ts';
import { BASE_TRANSFER } from '../tables/shared-groups.ts';
import { TABLES } from '../tables/tables.ts';
import { isNumbered } from './issued-numbers.ts';

/** A group of fields made ready for these checks. */
export interface CheckedGroup {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Fields with something to ask of each alone. */
  readonly alone: readonly Field[];
  readonly checks: GroupChecks;
}

export interface CheckedMessage {
  readonly table: MessageTable;
  readonly head: CheckedGroup;
  readonly items: CheckedGroup | undefined;
}

export const checkedMessages: ReadonlyMap<string, CheckedMessage> = new Map(
  (TABLES as readonly MessageTable[]).map((table) => [table.root, prepare(table)]),
);

/** Who transmits, in whatever declaration. */
export const checkedTransfer: CheckedGroup = groupOf(BASE_TRANSFER, true);

function prepare(table: MessageTable): CheckedMessage {
  const { name, rows = [], head, items } = table.document;
  const declared = table.kind === 'declaration';
  return {
    table,
    head: groupOf(head ?? { name, rows }, declared),
    items: items && groupOf(items, declared),
  };
}

function groupOf(
  { name, rows, checks = {} }: Pick<GroupTable, 'name' | 'rows' | 'checks'>,
  declared: boolean,
): CheckedGroup {
  const fields = rows.map((row: Row) => fieldOf(row, ''));
  return {
    name,
    fields: new Map(fields.map((field) => [field.name, field])),
    alone: fields.filter((field) => declared && isAsked(field)),
    checks,
  };
}

function isAsked(field: Field): boolean {
  const { required, byText, never, type } = field;
  return Boolean((required === true && type === 'string') || byText || never || isNumbered(field));
}
