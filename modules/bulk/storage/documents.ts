import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Finding } from '#kernel';
import type { Queryable } from '#postgres';
import { placeOf } from '#vault';
import type { FileKey } from './files.ts';

const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

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

const placeOfBad = ({ customsCode, fileId }: FileKey, firstRow: number): string =>
  placeOf('bulk.bad_document', customsCode, fileId, String(firstRow));

/** Adds documents that were not taken; their rows and findings are sealed when they are kept. */
export async function addBad(
  client: Queryable,
  key: FileKey,
  documents: readonly BadDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const contents = documents.map(({ firstRow, rows, findings }) =>
    client.vault.seal(
      placeOfBad(key, firstRow),
      zstdCompressSync(JSON.stringify({ rows, findings }), quickly),
    ),
  );
  await client.run(
    `insert into bulk.bad_document (customs_code, file_id, first_row, key, stage, content)
     select $1, $2, first_row, key, stage, content
     from unnest($3::integer[], $4::text[], $5::text[], $6::bytea[]) as d (first_row, key, stage, content)`,
    [
      ...[key.customsCode, key.fileId, documents.map(({ firstRow }) => firstRow)],
      ...[documents.map((document) => document.key), documents.map(({ stage }) => stage), contents],
    ],
  );
}

/** In the order of the file, after a row. */
export async function badAfter(
  client: Queryable,
  key: FileKey,
  after: number,
  limit: number,
): Promise<BadDocument[]> {
  const rows = await client.query<
    Pick<BadDocument, 'firstRow' | 'key' | 'stage'> & { readonly content: Buffer }
  >(
    `select first_row as "firstRow", key, stage, content from bulk.bad_document
     where customs_code = $1 and file_id = $2 and first_row > $3 order by first_row limit $4`,
    [key.customsCode, key.fileId, after, limit],
  );
  return rows.map(({ content, ...document }) => {
    const opened = zstdDecompressSync(client.vault.open(placeOfBad(key, document.firstRow), content));
    return {
      ...document,
      ...(JSON.parse(opened.toString('utf8')) as Pick<BadDocument, 'rows' | 'findings'>),
    };
  });
}
