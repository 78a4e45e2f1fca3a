import type { Client, Statement } from '#postgres';
import { escapeText } from '#postgres';
import type { DocumentRecord, PlainDocument } from './document.ts';

/** Goods lines in the order in which they are read back, whatever order they were sent in. */
export function byGnum(document: PlainDocument): PlainDocument {
  const items = document.items as readonly { readonly gnum: number }[];
  if (items.every(({ gnum }, at) => at === 0 || gnum > (items[at - 1]?.gnum ?? 0))) return document;
  return { ...document, items: [...items].sort((one, other) => one.gnum - other.gnum) };
}

type Cell = string | number | boolean | Date | Buffer | null;

/** Rows as arrays: on the hot path the names would be written anew for every row. */
export async function arrays(client: Client, query: Statement, values: unknown[]): Promise<Cell[][]> {
  return (await client.raw.query<Cell[]>({ ...query, values, rowMode: 'array' })).rows;
}

export function record(row: readonly Cell[], names: readonly string[], from: number): object {
  const result: Record<string, Cell> = {};
  for (let i = 0; i < names.length; i += 1) {
    const cell = row[from + i];
    if (cell !== null && cell !== undefined) result[names[i] as string] = cell;
  }
  return result;
}

/** Fields as one line of COPY text; an absent field is NULL, an empty one stays empty. */
export function line(source: DocumentRecord, names: readonly string[]): string {
  let text = '';
  for (let i = 0; i < names.length; i += 1) {
    const value = source[names[i] as string];
    if (i > 0) text += '\t';
    text += value === undefined ? '\\N' : typeof value === 'number' ? value : escapeText(value);
  }
  return text;
}
