import type { MessageTable, When } from '../tables/row.ts';

/** How the checks look at a message: its documents before their type is known, and the paths of their fields. */
export type Fields = Readonly<Record<string, string | number | undefined>>;

export interface LooseDocument {
  readonly head: Fields;
  readonly items: readonly Fields[];
}

/** Path of a field: `index` is the place of the document, `item` that of the item, both from 0; -1 is the head. */
export function pathOf(
  table: MessageTable,
  index: number,
  group: string,
  item: number,
  field: string,
): string {
  const { name, most, rows } = table.document;
  const document = most === 1 ? name : `${name}[${index + 1}]`;
  if (rows) {
    return `${document}/${field}`;
  }
  return item < 0 ? `${document}/${group}/${field}` : `${document}/${group}[${item + 1}]/${field}`;
}

/** Whether a condition holds by the head of the document. */
export function holds({ field, is, isNot }: When, head: Fields): boolean {
  const value = head[field];
  if (typeof value !== 'string') {
    return false;
  }
  return is ? is.includes(value) : isNot !== undefined && !isNot.includes(value);
}

export function given(value: string | number | undefined): value is string | number {
  return value !== undefined && value !== '';
}
