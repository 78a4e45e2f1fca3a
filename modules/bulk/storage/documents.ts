import type { Finding } from '#kernel';
import type { Queryable } from '#postgres';
import type { FileKey } from './files.ts';

/**
 * Puts the keys of documents down; gives the first row of those that had come before in the file. A document that
 * is read again after a server has died finds itself and is not a repetition.
 */
export async function noteKeys(
  client: Queryable,
  { customsCode, fileId }: FileKey,
  documents: readonly { readonly key: string; readonly firstRow: number }[],
): Promise<ReadonlyMap<string, number>> {
  if (documents.length === 0) return new Map();
  const keys = documents.map(({ key }) => key);
  await client.run(
    `insert into bulk.document (customs_code, file_id, key, first_row)
     select $1, $2, key, min(first_row) from unnest($3::text[], $4::bigint[]) as d (key, first_row) group by key
     on conflict do nothing`,
    [customsCode, fileId, keys, documents.map(({ firstRow }) => firstRow)],
  );
  const rows = await client.query<{ key: string; firstRow: number }>(
    `select key, first_row::float8 as "firstRow" from bulk.document
     where customs_code = $1 and file_id = $2 and key = any($3)`,
    [customsCode, fileId, keys],
  );
  return new Map(rows.map(({ key, firstRow }) => [key, firstRow]));
}

/** A row as it is kept: its number, and its cells. */
export type KeptRow = readonly [number: number, cells: readonly string[]];

/** A finding as it is kept: with the row it is about, and the place of the cell. */
export interface KeptFinding extends Finding {
  readonly row: number;
  readonly cell: number;
}

export interface BadDocument {
  readonly firstRow: number;
  readonly key: string;
  readonly stage: 'reading' | 'handing-in';
  readonly rows: readonly KeptRow[];
  readonly findings: readonly KeptFinding[];
}

export async function addBad(
  client: Queryable,
  { customsCode, fileId }: FileKey,
  documents: readonly BadDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  await client.run(
    `insert into bulk.bad_document (customs_code, file_id, first_row, key, stage, sheet_rows, findings)
     select $1, $2, first_row, key, stage, sheet_rows::json, findings::json
     from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])
       as d (first_row, key, stage, sheet_rows, findings)`,
    [
      ...[customsCode, fileId, documents.map(({ firstRow }) => firstRow), documents.map(({ key }) => key)],
      documents.map(({ stage }) => stage),
      // PostgreSQL keeps no NUL in a text; such a cell is told of by its finding.
      documents.map(({ rows }) => JSON.stringify(rows).replaceAll('\\u0000', '\\ufffd')),
      documents.map(({ findings }) => JSON.stringify(findings).replaceAll('\\u0000', '\\ufffd')),
    ],
  );
}

/** In the order of the file, after a row. */
export const badAfter = (
  client: Queryable,
  { customsCode, fileId }: FileKey,
  after: number,
  limit: number,
): Promise<BadDocument[]> =>
  client.query<BadDocument>(
    `select first_row::float8 as "firstRow", key, stage, sheet_rows as rows, findings from bulk.bad_document
     where customs_code = $1 and file_id = $2 and first_row > $3 order by first_row limit $4`,
    [customsCode, fileId, after, limit],
  );
