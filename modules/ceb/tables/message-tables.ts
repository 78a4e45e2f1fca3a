import type { Root } from '../types.ts';
import { type Field, fieldOf } from './field.ts';
import type { AnswerCodes, GroupChecks, GroupTable, MessageTable, Most, Row } from './row.ts';
import { BASE_SUBSCRIBE, EXTEND_MESSAGE, MOST_SUBSCRIPTIONS, TRANSFER_OF } from './shared-groups.ts';
import { TABLES } from './tables.ts';

/** One group of fields as it stands in a message. */
export interface GroupDescription {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly least: number;
  readonly most: Most;
  readonly fields: readonly Field[];
  /** Fields the text names and the schema does not know: seen in practice, refused strictly. */
  readonly textOnly?: readonly Field[];
  readonly checks?: GroupChecks;
}

/** One message of the standard spelt out, for people, screens and generated documentation. */
export interface MessageDescription {
  readonly root: Root;
  readonly zh: string;
  readonly en: string;
  readonly direction: MessageTable['direction'];
  readonly kind: MessageTable['kind'];
  readonly sender: { readonly zh: string; readonly en: string };
  readonly sentBy?: readonly string[];
  readonly answer?: string;
  readonly answerCodes?: AnswerCodes;
  readonly signature: MessageTable['signature'];
  readonly signedWhenDeclared?: true;
  readonly source: string;
  /** The repeated element that holds one document. */
  readonly document: { readonly name: string; readonly zh: string; readonly en: string; readonly most: Most };
  /** Groups inside the document: a head and perhaps items; of a flat document, itself. */
  readonly groups: readonly GroupDescription[];
  /** Groups after the documents; none in receipts. */
  readonly tail: readonly GroupDescription[];
}

/** The tables of the messages this module reads and writes, field by field, by root element. */
export const messageTables: Readonly<Record<Root, MessageDescription>> = Object.fromEntries(
  TABLES.map((table) => [table.root, describe(table)]),
) as Record<Root, MessageDescription>;

function describe(table: MessageTable & { readonly root: Root }): MessageDescription {
  const { document, source } = table;
  const { name, zh, en, most, rows, head, items } = document;
  const groups: GroupDescription[] = [];
  if (rows) {
    groups.push(groupOf({ name, zh, en, rows }, 1, 1, source));
  }
  if (head) {
    groups.push(groupOf(head, 1, 1, source));
  }
  if (items) {
    groups.push(groupOf(items, items.least, items.most, source));
  }
  const { root, direction, kind, sender, answer, answerCodes, signature } = table;
  return {
    ...{ root, zh: table.zh, en: table.en, direction, kind, sender, signature, source },
    ...(table.sentBy === undefined ? {} : { sentBy: table.sentBy }),
    ...(answer === undefined ? {} : { answer }),
    ...(answerCodes === undefined ? {} : { answerCodes }),
    ...(table.signedWhenDeclared && { signedWhenDeclared: true as const }),
    document: { name, zh, en, most },
    groups,
    tail: table.tail === 'none' ? [] : tailGroups(table.tail, source),
  };
}

function tailGroups(tail: 'import' | 'export', source: string): GroupDescription[] {
  return [
    groupOf(TRANSFER_OF[tail], 1, 1, source),
    groupOf(BASE_SUBSCRIBE, 0, MOST_SUBSCRIPTIONS, source),
    groupOf(EXTEND_MESSAGE, 0, 1, source),
  ];
}

function groupOf(group: GroupTable, least: number, most: Most, source: string): GroupDescription {
  const { name, zh, en, rows, textOnly, checks } = group;
  const spelt = (some: readonly Row[]): Field[] => some.map((row) => fieldOf(row, source));
  return {
    ...{ name, zh, en, least, most, fields: spelt(rows) },
    ...(textOnly ? { textOnly: spelt(textOnly) } : {}),
    ...(checks ? { checks } : {}),
  };
}
