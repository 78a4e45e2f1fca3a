import { Problem } from '#http';
import type { Database } from '#postgres';
import { type KeptShowing, showingsOf } from '../storage/showings.ts';

export interface ShowingsQuery {
  readonly number?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * A page of showings, the latest first.
 * @param party whose papers; undefined for an auditor, who is also told from where each was asked
 */
export async function readShowings(
  { database }: { readonly database: Pick<Database, 'readers'> },
  party: string | undefined,
  { number, limit, cursor }: ShowingsQuery,
) {
  const before = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await showingsOf(database.readers, { party, number, limit, before });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    showings: rows.map((row) => shown(row, party === undefined)),
    ...(last ? { next: `${last.at.toISOString()}~${last.seq}~${last.number}` } : {}),
  };
}

function shown({ seq: _seq, at, address, papers, ...row }: KeptShowing, audit: boolean) {
  return {
    ...row,
    at: at.toISOString(),
    papers: [...papers],
    ...(audit && address !== '' ? { address } : {}),
  };
}

function readCursor(cursor: string): { at: string; seq: string; number: string } {
  const [, at = '', seq = '', number = ''] = /^([^~]+)~(\d{1,18})~(.*)$/s.exec(cursor) ?? [];
  const time = new Date(at);
  const real = !Number.isNaN(time.getTime()) && time.toISOString() === at;
  if (real && !cursor.includes('\u0000')) return { at, seq, number };
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}
