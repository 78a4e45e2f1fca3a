import { type Client, CopyText, escapeText } from '#postgres';
import { placeOf, type Vault } from '#vault';
import { arrays, byGnum, line, record } from './cells.ts';
import type {
  DocumentRecord,
  DocumentRow,
  DocumentTableShape,
  LoadedDocument,
  PlainDocument,
  PreparedDocument,
  StoredHead,
} from './document.ts';
import { personalText, readPersonal } from './personal.ts';
import { RecentDocuments } from './recent-documents.ts';
import { column, keyFields, keyTypes, type TableStatements, tableStatements } from './table-statements.ts';

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

/** A key's parts joined; the separator cannot stand in XML, so no two keys run together. */
export const keyText = (parts: readonly string[]): string => parts.join('\u0000');

/**
 * One kind of document in the database: a row per document, a row per goods line, columns named after the
 * standard's elements. Every statement names the distribution key, order_no unless the shape says otherwise.
 */
export class DocumentTable {
  readonly shape: DocumentTableShape;
  readonly #content: readonly string[];
  readonly #personal: readonly string[];
  /** Columns beside the fields: what is sealed, and by which a person is found. */
  readonly #sealedColumns: readonly string[];
  readonly #itemNames: readonly string[];
  readonly #headNames: readonly string[];
  readonly #headColumns: readonly string[];
  readonly #itemColumns: readonly string[];
  readonly #keyNames: readonly string[];
  readonly #keyColumns: readonly string[];
  readonly #sql: TableStatements;
  readonly #recent = new RecentDocuments();

  constructor(shape: DocumentTableShape) {
    this.shape = shape;
    this.#headNames = shape.head;
    this.#itemNames = shape.items;
    this.#personal = shape.personal ?? [];
    const apart: readonly string[] = [...passing, ...this.#personal];
    this.#content = shape.head.filter((name) => !apart.includes(name));
    this.#sealedColumns = [
      ...(this.#personal.length > 0 ? ['personal'] : []),
      ...(shape.person ? ['person'] : []),
    ];
    this.#keyNames = keyFields(shape);
    this.#keyColumns = this.#keyNames.map(column);
    this.#headColumns = [
      ...(shape.extra ?? []),
      ...common,
      ...this.#sealedColumns,
      ...passing.map(column),
      ...this.#content.map(column),
    ];
    this.#itemColumns = [...this.#keyColumns, ...this.#itemNames.map(column)];
    this.#sql = tableStatements(shape);
  }

  keyOf(head: object): string {
    const record = head as DocumentRecord;
    return keyText(this.#keyNames.map((name) => String(record[name])));
  }

  prepare(document: PlainDocument, vault: Vault): PreparedDocument {
    const head = document.head as DocumentRecord;
    const headText = line(head, this.#content);
    const personal = this.#personal.length > 0 ? personalText(head, this.#personal) : undefined;
    const itemTexts = document.items.map((item) => line(item as DocumentRecord, this.#itemNames));
    let content = personal === undefined ? headText : `${headText}\n${personal}`;
    if (itemTexts.length > 0) content += `\n${itemTexts.join('\n')}`;
    return { headText, personalText: personal, itemTexts, contentHash: vault.contentDigest(content) };
  }

  /** Where the personal fields of a document are sealed for. */
  #place(key: string): string {
    return placeOf(this.shape.table, key);
  }

  /** The personal fields of a document from its column `personal`. @param key as `keyOf` makes it */
  openPersonal(vault: Vault, key: string, sealed: Uint8Array): Record<string, string> {
    return readPersonal(vault.openText(this.#place(key), sealed), this.#personal);
  }

  /**
   * What is on file for these orders, by key; deleted documents included. It is locked, so that what is decided
   * on it still holds when it is written; throws a serialization failure when it has changed meanwhile.
   */
  async find(client: Client, orderNos: readonly string[]): Promise<Map<string, StoredHead>> {
    const found = await this.seen(client, orderNos);
    const versions = new Set([...found].map(([key, { messageId }]) => keyText([key, messageId])));
    if (found.size > 0) await this.#lockFound(client, orderNos, versions);
    return found;
  }

  /** The same, looked at and held by nobody. */
  async seen(client: Client, orderNos: readonly string[]): Promise<Map<string, StoredHead>> {
    const [width, { parties }] = [this.#keyColumns.length, this.shape];
    const found = new Map<string, StoredHead>();
    const bare = new Set<string>();
    for (const row of await arrays(client, this.#sql.find, [orderNos])) {
      const key = keyText(row.slice(0, width).map(String));
      const [messageId = '', guid, appTime, contentHash, deleted, returnStatus, returnInfo, appType, sender] =
        row.slice(width, width + 9).map(String);
      const [sentFor, receivedAt] = row.slice(width + 9, width + 11);
      const [plain, ...rest] = row.slice(width + 11).map(String);
      if (plain === 'true') bare.add(key);
      found.set(key, {
        parties: Object.fromEntries(parties.map((name, i) => [name, rest[i]])),
        ...{ messageId, guid: guid ?? '', appType: appType ?? '', appTime: appTime ?? '' },
        ...{ sender: sender ?? '', sentFor: (sentFor as string | null) ?? undefined },
        receivedAt: receivedAt as Date,
        contentHash: (contentHash ?? '').replaceAll('-', ''),
        ...{ returnStatus: returnStatus ?? '', returnInfo: returnInfo ?? '' },
        ...{ deleted: deleted === 'true', extra: rest.slice(parties.length) },
      });
    }
    if (bare.size > 0) await this.#digestAnew(client, orderNos, bare, found);
    return found;
  }

  /** Rows that have not been sealed yet carry a bare digest: what they hold is digested as what comes in now is. */
  async #digestAnew(
    client: Client,
    orderNos: readonly string[],
    bare: ReadonlySet<string>,
    found: Map<string, StoredHead>,
  ): Promise<void> {
    for (const { key, document } of await this.readAll(client, orderNos)) {
      const stored = found.get(key);
      if (stored && bare.has(key))
        found.set(key, { ...stored, contentHash: this.prepare(document, client.vault).contentHash });
    }
  }

  /** Only now, and only what is on file: new documents, nearly all of them, cost no second look. */
  async #lockFound(client: Client, orderNos: readonly string[], versions: Set<string>): Promise<void> {
    for (const row of await arrays(client, this.#sql.lock, [orderNos]))
      versions.delete(keyText(row.map(String)));
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
      const key = this.keyOf(head);
      text += `${row.returnStatus}\t${escapeText(row.returnInfo)}\t${row.sentFor ?? '\\N'}\t`;
      text += `${this.#sealedText(client.vault, key, row)}${line(head, passing)}\t${prepared.headText}\n`;
      heads.lines(text, 1);
      this.#remember(key, row);
      if (prepared.itemTexts.length === 0) continue;
      const keyLine = line(head, this.#keyNames);
      for (const item of prepared.itemTexts) items.lines(`${keyLine}\t${item}\n`, 1);
    }
    await client.copy(this.shape.table, this.#headColumns, heads);
    if (items.rows > 0) await client.copy(`${this.shape.table}_item`, this.#itemColumns, items);
  }

  #sealedText(vault: Vault, key: string, { document: { head }, prepared }: DocumentRow): string {
    const { person } = this.shape;
    let text = '';
    if (prepared.personalText !== undefined)
      text += `${vault.sealForCopy(this.#place(key), prepared.personalText)}\t`;
    if (person) text += `${vault.personDigest(person(head))}\t`;
    return text;
  }

  #remember(key: string, row: DocumentRow): void {
    const { document, prepared, sender, sentFor, messageId, receivedAt, extra = [] } = row;
    if (row.deleted) return;
    const length = prepared.headText.length + (prepared.personalText?.length ?? 0);
    const size = prepared.itemTexts.reduce((total, item) => total + item.length, length);
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
    const types = keyTypes(this.shape);
    const from = `from unnest(${types.map((type, i) => `$${i + 1}::${type}`).join(', ')}) as k(${this.#keyColumns.join(', ')})`;
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
    for (const row of await arrays(client, this.#sql.selectKeys, [orderNos])) {
      const messageId = row.pop() as string | null;
      const recent = this.#recent.get(keyText(row as string[]), messageId ?? '');
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

  /** All documents of these orders as they are on file, deleted ones too. */
  async readAll(client: Client, orderNos: readonly string[]): Promise<LoadedDocument<PlainDocument>[]> {
    return this.#read(client, orderNos, this.#sql.selectAll);
  }

  /** What is written of a document beside its fields. */
  sealed(vault: Vault, key: string, document: PlainDocument) {
    const { personalText: text, contentHash } = this.prepare(document, vault);
    const personal = text === undefined ? null : vault.seal(this.#place(key), text);
    const person = this.shape.person ? vault.personDigest(this.shape.person(document.head)) : null;
    return { personal, contentHash, person };
  }

  /** One query for the heads, one for the goods lines. */
  async #read(
    client: Client,
    orderNos: readonly string[],
    select = this.#sql.select,
  ): Promise<LoadedDocument<PlainDocument>[]> {
    const rows = await arrays(client, select, [orderNos]);
    const items = this.shape.items.length ? await this.#loadItems(client, orderNos) : undefined;
    const width = this.#headNames.length;
    return rows.map((row) => {
      const plain = record(row, this.#headNames, 0);
      const key = this.keyOf(plain);
      const sealed = row[width + 3] as Buffer | null;
      const head = sealed ? { ...plain, ...this.openPersonal(client.vault, key, sealed) } : plain;
      return {
        document: { head, items: items?.get(key) ?? [] },
        key,
        sender: String(row[width]),
        messageId: String(row[width + 1]),
        receivedAt: row[width + 2] as Date,
        ...(row[width + 4] === null ? {} : { sentFor: String(row[width + 4]) }),
        extra: row.slice(width + 5).map(String),
      };
    });
  }

  async #loadItems(client: Client, orderNos: readonly string[]): Promise<Map<string, object[]>> {
    const rows = await arrays(client, this.#sql.selectItems, [orderNos]);
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
