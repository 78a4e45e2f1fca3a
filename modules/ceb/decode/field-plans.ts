import { type Field, fieldOf } from '../tables/field.ts';
import type { GroupTable, MessageTable, Row } from '../tables/row.ts';
import { BASE_SUBSCRIBE, MOST_SUBSCRIPTIONS, TRANSFER_OF } from '../tables/shared-groups.ts';
import type { Fields } from './frames.ts';
import { type TagBytes, tagBytes } from './tag-bytes.ts';

/** A field made ready for quick reading under one prefix. */
export interface FieldPlan {
  readonly name: string;
  readonly field: Field;
  readonly required: boolean;
  readonly type: Field['type'];
  readonly least: number;
  readonly most: number;
  /** Only the full judgement knows what to make of fixed, default and collapsed values. */
  readonly plain: boolean;
  readonly open: TagBytes;
  readonly close: TagBytes;
  /** Written as `<name/>`. */
  readonly empty: TagBytes;
}

/** A group of fields made ready. */
export interface GroupPlan {
  readonly open: TagBytes;
  readonly close: TagBytes;
  readonly fields: readonly FieldPlan[];
  /** An object with every field of the group in order, to be copied: all documents get one shape. */
  readonly blank: Fields;
}

/** A message made ready for quick reading of its documents and its transmission groups. */
export interface MessagePlan {
  readonly open: TagBytes;
  readonly close: TagBytes;
  readonly most: number;
  /** Fields of a flat document. */
  readonly flat: GroupPlan | undefined;
  readonly head: GroupPlan | undefined;
  readonly items: (GroupPlan & { readonly least: number; readonly most: number }) | undefined;
  readonly transfer: GroupPlan | undefined;
  readonly subscribe: (GroupPlan & { readonly most: number }) | undefined;
}

/** Prefixes other than the usual ones are the sender's choice, so what is kept for them is bounded. */
const MOST_KEPT = 16;
const kept = new Map<string, Map<MessageTable, MessagePlan>>();

/** The plan of a message whose elements carry a prefix (empty for the default namespace). */
export function messagePlan(table: MessageTable, prefix: string): MessagePlan {
  const known = kept.get(prefix)?.get(table);
  if (known) {
    return known;
  }
  if (kept.size >= MOST_KEPT) {
    kept.clear();
  }
  const plan = plansOf(table, prefix === '' ? '' : `${prefix}:`);
  const plans = kept.get(prefix) ?? new Map<MessageTable, MessagePlan>();
  plans.set(table, plan);
  kept.set(prefix, plans);
  return plan;
}

function plansOf(table: MessageTable, prefix: string): MessagePlan {
  const { name, most, rows, head, items } = table.document;
  const tail = table.tail === 'none' ? undefined : table.tail;
  return {
    open: tagBytes(`<${prefix}${name}>`),
    close: tagBytes(`</${prefix}${name}>`),
    most: times(most),
    flat: rows && groupPlan(name, rows, prefix),
    head: head && groupPlan(head.name, head.rows, prefix),
    items: items && {
      ...groupPlan(items.name, items.rows, prefix),
      least: items.least,
      most: times(items.most),
    },
    transfer: tail && sharedPlan(TRANSFER_OF[tail], prefix),
    subscribe: tail && { ...sharedPlan(BASE_SUBSCRIBE, prefix), most: MOST_SUBSCRIPTIONS },
  };
}

function sharedPlan(group: GroupTable, prefix: string): GroupPlan {
  return groupPlan(group.name, group.rows, prefix);
}

function groupPlan(name: string, rows: readonly Row[], prefix: string): GroupPlan {
  return {
    open: tagBytes(`<${prefix}${name}>`),
    close: tagBytes(`</${prefix}${name}>`),
    fields: rows.map((row) => fieldPlan(row, prefix)),
    blank: blankOf(rows),
  };
}

function fieldPlan(row: Row, prefix: string): FieldPlan {
  const field = fieldOf(row, '');
  const { name, type, minLength, maxLength } = field;
  return {
    name,
    field,
    required: field.required === true,
    type,
    least: minLength ?? 0,
    most: maxLength ?? Number.MAX_SAFE_INTEGER,
    plain: field.fixed === undefined && field.byDefault === undefined && !field.collapse,
    open: tagBytes(`<${prefix}${name}>`),
    close: tagBytes(`</${prefix}${name}>`),
    empty: tagBytes(`<${prefix}${name}/>`),
  };
}

/** Built through JSON, which makes an object of the quick kind whatever the number of its fields. */
function blankOf(rows: readonly Row[]): Fields {
  const blank: Fields = JSON.parse(JSON.stringify(Object.fromEntries(rows.map(([name]) => [name, '']))));
  for (const [name] of rows) {
    blank[name] = undefined;
  }
  return blank;
}

function times(most: number | 'unbounded'): number {
  return most === 'unbounded' ? Number.POSITIVE_INFINITY : most;
}
