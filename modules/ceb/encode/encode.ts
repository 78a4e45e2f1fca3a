import type { GroupTable, MessageTable, Row } from '../tables/row.ts';
import { BASE_SUBSCRIBE, BASE_TRANSFER, EXTEND_MESSAGE, EXTENSION_CONTENT } from '../tables/shared-groups.ts';
import { CEB_NAMESPACE, TABLES } from '../tables/tables.ts';
import type { CebMessage } from '../types.ts';
import { escapeAttribute, escapeText } from './escape.ts';

type Fields = Readonly<Record<string, string | number | undefined>>;

/** Start and end tags of one group under one prefix, so that writing a field is three concatenations. */
interface Tags {
  readonly open: string;
  readonly close: string;
  readonly fields: readonly { readonly name: string; readonly open: string; readonly close: string }[];
}

/**
 * Writes a message as XML text of edition 202205, without indentation: declarations with the prefix `ceb:`,
 * receipts and pushes with the default namespace, as both are seen in practice. Absent fields are left out; an empty
 * string is written as an empty element. What it writes, `decode` reads back as the same message, provided
 * the fields keep to the table; it does not check them.
 * Throws RangeError on a character XML cannot carry.
 */
export function encode(message: CebMessage): string {
  const table = TABLES.find((candidate) => candidate.root === message.root);
  if (!table) {
    throw new RangeError(`No table for the message ${(message as { root: string }).root}.`);
  }
  const prefix = prefixFor(table, message.namespaces);
  let xml = `<?xml version="1.0" encoding="UTF-8"?>\n${rootTag(message, prefix)}`;
  xml += documents(table, message.documents as readonly LooseDocument[], prefix);
  xml += tail(table, message, prefix);
  return `${xml}</${prefix}${message.root}>`;
}

interface LooseDocument {
  readonly head: Fields;
  readonly items: readonly Fields[];
}

/**
 * `ceb:` for declarations, none for what customs send; where the kept namespaces use that prefix for another name,
 * the one under which they keep the message's own, so that reading finds no prefix more than before.
 */
function prefixFor(table: MessageTable, kept: CebMessage['namespaces']): string {
  const wanted = table.kind === 'declaration' ? 'ceb' : '';
  const taken = kept?.[wanted] !== undefined && kept[wanted] !== CEB_NAMESPACE;
  let free = taken ? Object.keys(kept).find((prefix) => kept[prefix] === CEB_NAMESPACE) : wanted;
  for (let n = 1; free === undefined; n++) {
    if (kept?.[`ceb${n}`] === undefined) free = `ceb${n}`;
  }
  return free === '' ? '' : `${free}:`;
}

function rootTag(message: CebMessage, prefix: string): string {
  const own = prefix === '' ? '' : prefix.slice(0, -1);
  let tag = `<${prefix}${message.root} guid="${escapeAttribute(message.guid)}"`;
  tag += ` version="${escapeAttribute(message.version)}"`;
  tag += ` xmlns${own === '' ? '' : `:${own}`}="${CEB_NAMESPACE}"`;
  for (const [name, uri] of Object.entries(message.namespaces ?? {})) {
    if (name !== own) {
      tag += ` xmlns${name === '' ? '' : `:${name}`}="${escapeAttribute(uri)}"`;
    }
  }
  return `${tag}>`;
}

function documents(table: MessageTable, list: readonly LooseDocument[], prefix: string): string {
  const { name, rows, head, items } = table.document;
  const flat = rows ? tagsOf(name, rows, prefix) : undefined;
  const headTags = head ? tagsOf(head.name, head.rows, prefix) : undefined;
  const itemTags = items ? tagsOf(items.name, items.rows, prefix) : undefined;
  const open = `<${prefix}${name}>`;
  const close = `</${prefix}${name}>`;
  let xml = '';
  for (const document of list) {
    if (flat) {
      xml += group(flat, document.head);
      continue;
    }
    xml += open;
    if (headTags) {
      xml += group(headTags, document.head);
    }
    if (itemTags) {
      for (const item of document.items) {
        xml += group(itemTags, item);
      }
    }
    xml += close;
  }
  return xml;
}

/** What follows the documents; its order differs between import and export. */
function tail(table: MessageTable, message: CebMessage, prefix: string): string {
  if (table.tail === 'none') {
    return '';
  }
  let xml = message.transfer ? shared(BASE_TRANSFER, message.transfer, prefix) : '';
  for (const subscription of message.subscriptions) {
    xml += shared(BASE_SUBSCRIBE, subscription, prefix);
  }
  const extension = message.extension ? extend(message.extension, prefix) : '';
  const signature = message.signature ?? '';
  return xml + (table.tail === 'import' ? extension + signature : signature + extension);
}

function extend(extension: NonNullable<CebMessage['extension']>, prefix: string): string {
  const tags = tagsOf(EXTEND_MESSAGE.name, EXTEND_MESSAGE.rows, prefix);
  const fields = { name: extension.name, version: extension.version };
  const content = `<${prefix}${EXTENSION_CONTENT}>${extension.xml ?? ''}</${prefix}${EXTENSION_CONTENT}>`;
  return `${group({ ...tags, close: '' }, fields)}${content}${tags.close}`;
}

function shared(table: GroupTable, fields: Fields, prefix: string): string {
  return group(tagsOf(table.name, table.rows, prefix), fields);
}

function group(tags: Tags, fields: Fields): string {
  let xml = tags.open;
  for (const { name, open, close } of tags.fields) {
    const value = fields[name];
    if (value !== undefined) {
      xml += open + (typeof value === 'number' ? value : escapeText(value)) + close;
    }
  }
  return xml + tags.close;
}

/** Tags under the two usual prefixes are made once; a prefix taken from a message is not worth keeping. */
const madeOnce: Readonly<Record<string, WeakMap<readonly Row[], Tags>>> = {
  '': new WeakMap(),
  'ceb:': new WeakMap(),
};

function tagsOf(name: string, rows: readonly Row[], prefix: string): Tags {
  const kept = madeOnce[prefix];
  const known = kept?.get(rows);
  if (known) {
    return known;
  }
  const fields = rows.map(([field]) => ({
    name: field,
    open: `<${prefix}${field}>`,
    close: `</${prefix}${field}>`,
  }));
  const tags = { open: `<${prefix}${name}>`, close: `</${prefix}${name}>`, fields };
  kept?.set(rows, tags);
  return tags;
}
