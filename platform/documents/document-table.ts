import { hash } from 'node:crypto';
import { type Client, CopyText, escapeText, type Statement, statement } from '#postgres';
import type {
  DocumentRecord,
  DocumentRow,
  DocumentTableShape,
  LoadedDocument,
  PlainDocument,
  PreparedDocument,
  StoredHead,
} from './document.ts';
import { RecentDocuments } from './recent-documents.ts';

const passing = ['guid', 'appType', 'appTime'] as const;
const common = [
  'sender',
  'message_id',
  'received_at',
  'content_hash',
  'deleted',
  'return_status',
  'return_info',
  'sent_for',
] as const;

export const column = (field: string): string => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** A key's parts joined; the separator cannot stand in XML, so no two keys run together. */
export const keyText = (parts: readonly string[]): string => parts.join('\u0000');

/**
 * One kind of document in the database: a row per document, a row per goods line, columns named after the
 * standard's elements. Every statement names order_no, the distribution key.
 */
export class DocumentTable {
  readonly shape: DocumentTableShape;
  readonly #content: readonly string[];
  readonly #itemNames: readonly string[];
  readonly #headNames: readonly string[];
  readonly #headColumns: readonly string[];
  readonly #itemColumns: readonly string[];
  readonly #keyNames: readonly string[];
  readonly #keyColumns: readonly string[];
  readonly #select: Statement;
  readonly #selectItems: Statement;
  readonly #find: Statement;
  readonly #lock: Statement;
  readonly #selectKeys: Statement;
  readonly #recent = new RecentDocuments();

  constructor(shape: DocumentTableShape) {
    this.shape = shape;
    this.#headNames = shape.head;
    this.#itemNames = shape.items;
    this.#content = shape.head.filter((name) => !(passing as readonly string[]).includes(name));
    this.#keyNames = ['orderNo', ...shape.key];
    this.#keyColumns = this.#keyNames.map(column);
    this.#headColumns = [
      ...(shape.extra ?? []),
      ...common,
      ...passing.map(column),
      ...this.#content.map(column),
    ];
    this.#itemColumns = [...this.#keyColumns, ...this.#itemNames.map(column)];
    const { table } = shape;
    const head = [
      ...shape.head.map(column),
      'sender',
      'message_id',
      'received_at',
      'sent_for',
      ...(shape.extra ?? []),
    ];
    this.#selectKeys = statement(
      `select ${this.#keyColumns.join(', ')}, message_id from ${table} where order_no = any($1) and not deleted`,
    );
    this.#select = statement(
      `select ${head.join(', ')} from ${table} where order_no = any($1) and not deleted`,
    );
    const items = [...this.#keyColumns, ...this.#itemNames.map(column)];
    this.#selectItems = statement(
      `select ${items.join(', ')} from ${table}_item where order_no = any($1) order by order_no, gnum`,
    );
    this.#lock = statement(
      `select ${this.#keyColumns.join(', ')}, message_id from ${table} where order_no = any($1) order by order_no for update`,
    );
    const found = [
      ...this.#keyColumns,
      'message_id',
      'guid',
      'app_time',
      'content_hash',
      'deleted',
      'return_status',
      'return_info',
      ...shape.parties.map(column),
    ];
    this.#find = statement(
      `select ${[...found, ...(shape.extra ?? [])].join(', ')} from ${table} where order_no = any($1)`,
    );
  }

  keyOf(head: object): string {
    const record = head as DocumentRecord;
    return keyText(this.#keyNames.map((name) => String(record[name])));
  }

  prepare(document: PlainDocument): PreparedDocument {
    const headText = line(document.head as DocumentRecord, this.#content);
    const itemTexts = document.items.map((item) => line(item as DocumentRecord, this.#itemNames));
    const contentHash = hash(
      'sha256',
      itemTexts.length ? `${headText}\n${itemTexts.join('\n')}` : headText,
    ).slice(0, 32);
    return { headText, itemTexts, contentHash };
  }

  /**
   * What is on file for these orders, by key; deleted documents included. It is locked, so that what is decided
   * on it still holds when it is written; throws a serialization failure when it has changed meanwhile.
   */
  async find(client: Client, orderNos: readonly string[]): Promise<Map<string, StoredHead>> {
    const width = this.#keyColumns.length;
    const { parties } = this.shape;
    const found = new Map<string, StoredHead>();
    const versions = new Set<string>();
    for (const row of await arrays(client, this.#find, [orderNos])) {
      const key = keyText(row.slice(0, width).map(String));
      const [messageId = '', guid, appTime, contentHash, deleted, returnStatus, returnInfo, ...rest] = row
        .slice(width)
        .map(String);
      versions.add(keyText([key, messageId]));
      found.set(key, {
        parties: Object.fromEntries(parties.map((name, i) => [name, rest[i]])),
        guid: guid ?? '',
        appTime: appTime ?? '',
        contentHash: (contentHash ?? '').replaceAll('-', ''),
        deleted: deleted === 'true',
        returnStatus: returnStatus ?? '',
        returnInfo: returnInfo ?? '',
        extra: rest.slice(parties.length),
      });
    }
    if (found.size > 0) await this.#lockFound(client, orderNos, versions);
    return found;
  }

  /** Only now, and only what is on file: new documents, nearly all of them, cost no second look. */
  async #lockFound(client: Client, orderNos: readonly string[], versions: Set<string>): Promise<void> {
    for (const row of await arrays(client, this.#lock, [orderNos])) versions.delete(keyText(row.map(String)));
    if (versions.size > 0)
      throw Object.assign(new Error('documents on file have been changed meanwhile'), { code: '40001' });
  }

  /** Writes documents that are not on file. Throws a unique violation when one has come in meanwhile. */
  async insert(client: Client, rows: readonly DocumentRow[]): Promise<void> {
    if (rows.length === 0) return;
    const heads = new CopyText();
    const items = new CopyText();
    for (const row of rows) {
      const head = row.document.head as DocumentRecord;
      const { prepared } = row;
      let text = '';
      for (const value of row.extra ?? []) text += `${escapeText(value)}\t`;
      text += `${row.sender}\t${row.messageId}\t${row.receivedAt}\t${prepared.contentHash}\t${row.deleted ? 't' : 'f'}\t`;
      text += `${row.returnStatus}\t${escapeText(row.returnInfo)}\t${row.sentFor ?? '\\N'}\t${line(head, passing)}\t${prepared.headText}\n`;
      heads.lines(text, 1);
      this.#remember(row);
      if (prepared.itemTexts.length === 0) continue;
      const key = line(head, this.#keyNames);
      for (const item of prepared.itemTexts) items.lines(`${key}\t${item}\n`, 1);
    }
    await client.copy(this.shape.table, this.#headColumns, heads);
    if (items.rows > 0) await client.copy(`${this.shape.table}_item`, this.#itemColumns, items);
  }

  #remember(row: DocumentRow): void {
    const { document, prepared, sender, sentFor, messageId, receivedAt, extra = [] } = row;
    if (row.deleted) return;
    const key = this.keyOf(document.head);
    const size = prepared.itemTexts.reduce((total, { length }) => total + length, prepared.headText.length);
    const kept = {
      document: byGnum(document),
      key,
      sender,
      ...(sentFor ? { sentFor } : {}),
      messageId,
      extra,
    };
    this.#recent.add({ ...kept, receivedAt: new Date(receivedAt) }, size);
  }

  /** Puts changed documents (or their deletion) in the place of what is on file; the message keeps the old ones. */
  async replace(client: Client, rows: readonly DocumentRow[]): Promise<void> {
    if (rows.length === 0) return;
    const keys = rows.map((row) => row.document.head as DocumentRecord);
    const values = this.#keyNames.map((name) => keys.map((head) => String(head[name])));
    const match = this.#keyColumns.map((name) => `t.${name} = k.${name}`).join(' and ');
    const from = `from unnest(${this.#keyColumns.map((_, i) => `$${i + 1}::text[]`).join(', ')}) as k(${this.#keyColumns.join(', ')})`;
    for (const table of this.shape.items.length
      ? [`${this.shape.table}_item`, this.shape.table]
      : [this.shape.table]) {
      await client.run(`delete from ${table} t using (select * ${from}) k where ${match}`, values);
    }
    await this.insert(client, rows);
  }

  /**
   * The living documents of these orders. Those this process has just written it still has at hand; whether they
   * are what is on file is asked of the database, by the message they came in.
   */
  async load<D extends PlainDocument>(
    client: Client,
    orderNos: readonly string[],
  ): Promise<LoadedDocument<D>[]> {
    const loaded: LoadedDocument<PlainDocument>[] = [];
    const others: string[] = [];
    for (const row of await arrays(client, this.#selectKeys, [orderNos])) {
      const messageId = row.pop() as string;
      const recent = this.#recent.get(keyText(row as string[]), messageId);
      if (recent) loaded.push(recent);
      else others.push(row[0] as string);
    }
    if (others.length > 0) {
      const atHand = new Set(loaded.map(({ key }) => key));
      const read = await this.#read(client, [...new Set(others)]);
      loaded.push(...read.filter(({ key }) => !atHand.has(key)));
    }
    return loaded as LoadedDocument<D>[];
  }

  /** One query for the heads, one for the goods lines. */
  async #read(client: Client, orderNos: readonly string[]): Promise<LoadedDocument<PlainDocument>[]> {
    const rows = await arrays(client, this.#select, [orderNos]);
    const items = this.shape.items.length ? await this.#loadItems(client, orderNos) : undefined;
    const width = this.#headNames.length;
    return rows.map((row) => {
      const head = record(row, this.#headNames, 0);
      const key = this.keyOf(head);
      return {
        document: { head, items: items?.get(key) ?? [] },
        key,
        sender: String(row[width]),
        messageId: String(row[width + 1]),
        receivedAt: row[width + 2] as Date,
        ...(row[width + 3] === null ? {} : { sentFor: String(row[width + 3]) }),
        extra: row.slice(width + 4).map(String),
      };
    });
  }

  async #loadItems(client: Client, orderNos: readonly string[]): Promise<Map<string, object[]>> {
    const rows = await arrays(client, this.#selectItems, [orderNos]);
    const width = this.#keyColumns.length;
    const byKey = new Map<string, object[]>();
    for (const row of rows) {
      const key = keyText(row.slice(0, width).map(String));
      const item = record(row, this.#itemNames, width);
      const list = byKey.get(key);
      if (list) list.push(item);
      else byKey.set(key, [item]);
    }
    return byKey;
  }
}

/** Goods lines in the order in which they are read back, whatever order they were sent in. */
function byGnum(document: PlainDocument): PlainDocument {
  const items = document.items as readonly { readonly gnum: number }[];
  if (items.every(({ gnum }, at) => at === 0 || gnum > (items[at - 1]?.gnum ?? 0))) return document;
  return { ...document, items: [...items].sort((one, other) => one.gnum - other.gnum) };
}

type Cell = string | number | boolean | Date | null;

/** Rows as arrays: on the hot path the names would be written anew for every row. */
async function arrays(client: Client, query: Statement, values: unknown[]): Promise<Cell[][]> {
  return (await client.raw.query<Cell[]>({ ...query, values, rowMode: 'array' })).rows;
}

function record(row: readonly Cell[], names: readonly string[], from: number): object {
  const result: Record<string, Cell> = {};
  for (let i = 0; i < names.length; i += 1) {
    const cell = row[from + i];
    if (cell !== null && cell !== undefined) result[names[i] as string] = cell;
  }
  return result;
}

/** Fields as one line of COPY text; an absent field is NULL, an empty one stays empty. */
function line(source: DocumentRecord, names: readonly string[]): string {
  let text = '';
  for (let i = 0; i < names.length; i += 1) {
    const value = source[names[i] as string];
    if (i > 0) text += '\t';
    text += value === undefined ? '\\N' : typeof value === 'number' ? value : escapeText(value);
  }
  return text;
}
