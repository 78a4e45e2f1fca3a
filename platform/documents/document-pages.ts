import type { Queryable } from '#postgres';
import type { DocumentRecord, DocumentTableShape } from './document.ts';
import type { DocumentTable } from './document-table.ts';
import { column, keyFields } from './table-statements.ts';

/** Which documents somebody wants to see, the newest first. */
export interface PageWish {
  /** Field or column the enterprise stands in: `sender`, `sentFor`, or a party of the table; each has its index. */
  readonly side: string;
  readonly enterprise: string;
  readonly from?: Date | undefined;
  /** Not included. */
  readonly until?: Date | undefined;
  readonly deleted?: boolean | undefined;
  /** Beginning of the order number, or of what the table is spread by in its place. */
  readonly number?: string | undefined;
  /** What a name holds or another number begins with, looked for among so many of the newest. */
  readonly words?: { readonly text: string; readonly among: number } | undefined;
}

/** A stretch of them. */
export interface Stretch {
  readonly skip: number;
  readonly limit: number;
}

/** Fields words are looked for in. */
export interface Searched {
  /** Their beginning counts. */
  readonly numbers: readonly string[];
  /** Any part of them counts. */
  readonly names: readonly string[];
  /** The same of a goods line. */
  readonly goods: readonly string[];
}

/** A document as a list of them shows it. */
export interface FoundDocument {
  /** As `keyOf` makes it. */
  readonly key: string;
  readonly head: DocumentRecord;
  readonly firstItem: DocumentRecord | undefined;
  readonly itemCount: number;
  readonly sender: string;
  readonly sentFor: string | undefined;
  readonly receivedAt: Date;
  readonly returnStatus: string;
  readonly deleted: boolean;
}

/** Where a page ended, to go on from there. */
export type PageEnd = Pick<FoundDocument, 'receivedAt' | 'key'>;

/** Pages of one kind of document, for people to look at; each question is one statement. */
export class DocumentPages {
  readonly #table: DocumentTable;
  readonly #shape: DocumentTableShape;
  readonly #searched: Searched;
  readonly #keys: readonly string[];

  constructor(table: DocumentTable, searched: Searched) {
    this.#table = table;
    this.#shape = table.shape;
    this.#searched = searched;
    this.#keys = keyFields(this.#shape).map(column);
  }

  /** Documents so many places after the newest. */
  async page(client: Queryable, wish: PageWish, { skip, limit }: Stretch): Promise<FoundDocument[]> {
    const values: unknown[] = [];
    const keys = `${this.#found(wish, values)} order by ${this.#newestFirst()}
      limit ${bound(values, limit)} offset ${bound(values, skip)}`;
    return this.#read(client, keys, values);
  }

  /** Documents after the last of a page before, however many were before it: for reading all, one page after the other. */
  async pageAfter(
    client: Queryable,
    wish: PageWish,
    after: PageEnd | undefined,
    limit: number,
  ): Promise<FoundDocument[]> {
    const values: unknown[] = [];
    const found = this.#found(wish, values);
    const order = ['received_at', ...this.#keys].join(', ');
    const beyond =
      after &&
      [after.receivedAt, ...after.key.split('\u0000')].map((value) => bound(values, value)).join(', ');
    const keys = `select * from (${found}) f ${beyond ? `where (${order}) < (${beyond})` : ''}
      order by ${this.#newestFirst()} limit ${bound(values, limit)}`;
    return this.#read(client, keys, values);
  }

  /** How many there are, counted up to a limit. */
  async count(client: Queryable, wish: PageWish, most: number): Promise<number> {
    const values: unknown[] = [];
    const [row] = await client.query<{ count: string }>(
      `select count(*) as count from (${this.#found(wish, values)} limit ${bound(values, most)}) as found`,
      values,
    );
    return Number(row?.count ?? 0);
  }

  #newestFirst(): string {
    return ['received_at', ...this.#keys].map((name) => `${name} desc`).join(', ');
  }

  /** Keys of what is wished for. Words are looked for among the newest, as no index finds the middle of a name. */
  #found(wish: PageWish, values: unknown[]): string {
    const side = column(wish.side);
    const conditions = [`t.${side} = ${bound(values, wish.enterprise)}`];
    // The index of a party leaves out what the enterprise has sent itself.
    if (wish.side !== 'sender' && wish.side !== 'sentFor') conditions.push(`t.${side} <> t.sender`);
    if (wish.from) conditions.push(`t.received_at >= ${bound(values, wish.from)}`);
    if (wish.until) conditions.push(`t.received_at < ${bound(values, wish.until)}`);
    if (wish.deleted !== undefined) conditions.push(`t.deleted = ${bound(values, wish.deleted)}`);
    if (wish.number !== undefined) {
      const begins = bound(values, wish.number);
      conditions.push(`t.${this.#keys[0]} >= ${begins} and t.${this.#keys[0]} < ${begins} || chr(1114111)`);
    }
    const keys = ['received_at', ...this.#keys];
    const plain = `select ${keys.map((name) => `t.${name}`).join(', ')} from ${this.#shape.table} t
      where ${conditions.join(' and ')}`;
    if (!wish.words) return plain;
    const newest = `${plain} order by ${keys.map((name) => `t.${name} desc`).join(', ')}
      limit ${bound(values, wish.words.among)}`;
    return `select ${keys.map((name) => `t.${name}`).join(', ')} from (${newest}) n
      join ${this.#shape.table} t using (${this.#keys.join(', ')})
      where ${this.#says(wish.words.text, values)}`;
  }

  #says(text: string, values: unknown[]): string {
    const { numbers, names, goods } = this.#searched;
    const begins = bound(values, `${escaped(text)}%`);
    const holds = bound(values, `%${escaped(text)}%`);
    const conditions = [
      ...numbers.map((name) => `t.${column(name)} like ${begins}`),
      ...names.map((name) => `t.${column(name)} ilike ${holds}`),
    ];
    if (goods.length > 0)
      conditions.push(`exists (select from ${this.#shape.table}_item i
        where ${this.#keys.map((key) => `i.${key} = t.${key}`).join(' and ')}
          and (${goods.map((name) => `i.${column(name)} ilike ${holds}`).join(' or ')}))`);
    return `(${conditions.join(' or ')})`;
  }

  async #read(client: Queryable, keys: string, values: unknown[]): Promise<FoundDocument[]> {
    const { table, head, items, personal } = this.#shape;
    const heads = head.map((name) => `t.${column(name)} as "h.${name}"`);
    const lines = items.map((name) => `i.${column(name)} as "i.${name}"`);
    const on = (other: string) => this.#keys.map((key) => `${other}.${key} = k.${key}`).join(' and ');
    const first = items.length
      ? `left join lateral (select i.*, count(*) over () as lines from ${table}_item i
          where ${on('i')} order by i.gnum limit 1) i on true`
      : '';
    const rows = await client.query<Record<string, unknown>>(
      `select ${[...heads, ...lines].join(', ')}, t.sender, t.sent_for, t.received_at, t.return_status, t.deleted,
           ${personal?.length ? 't.personal' : 'null::bytea as personal'},
           ${items.length ? 'coalesce(i.lines, 0)' : '0'} as lines
         from (${keys}) k join ${table} t on ${on('t')} ${first}
         order by ${['received_at', ...this.#keys].map((name) => `k.${name} desc`).join(', ')}`,
      values,
    );
    return rows.map((row) => this.#foundOf(client, row));
  }

  #foundOf(client: Queryable, row: Readonly<Record<string, unknown>>): FoundDocument {
    const plain = fieldsOf(row, 'h.');
    const key = this.#table.keyOf(plain);
    const sealed = row.personal as Buffer | null;
    const count = Number(row.lines);
    return {
      key,
      head: sealed ? { ...plain, ...this.#table.openPersonal(client.vault, key, sealed) } : plain,
      firstItem: count > 0 ? fieldsOf(row, 'i.') : undefined,
      itemCount: count,
      sender: String(row.sender),
      sentFor: (row.sent_for as string | null) ?? undefined,
      receivedAt: row.received_at as Date,
      returnStatus: String(row.return_status),
      deleted: row.deleted === true,
    };
  }
}

/** Adds a value and names its place. */
function bound(values: unknown[], value: unknown): string {
  values.push(value);
  return `$${values.length}`;
}

/** Signs that mean something to LIKE mean themselves. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function fieldsOf(row: Readonly<Record<string, unknown>>, before: string): DocumentRecord {
  const fields: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(row))
    if (name.startsWith(before) && value !== null)
      fields[name.slice(before.length)] = value as string | number;
  return fields;
}
