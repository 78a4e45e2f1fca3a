import type { Queryable } from '#postgres';
import type { FileKey } from './files.ts';

/** Adds bytes of a file, packed. */
export async function addPart(
  client: Queryable,
  { customsCode, fileId }: FileKey,
  part: { readonly start: number; readonly size: number; readonly content: Uint8Array },
): Promise<void> {
  await client.run(
    `insert into bulk.part (customs_code, file_id, start_byte, size_bytes, content) values ($1, $2, $3, $4, $5)`,
    [customsCode, fileId, part.start, part.size, part.content],
  );
}

/** The part in which a byte lies. */
export async function partAt(
  client: Queryable,
  { customsCode, fileId }: FileKey,
  place: number,
): Promise<{ readonly start: number; readonly content: Buffer } | undefined> {
  const rows = await client.query<{ start: number; content: Buffer }>(
    `select start_byte::float8 as start, content from bulk.part
     where customs_code = $1 and file_id = $2 and start_byte <= $3
     order by start_byte desc limit 1`,
    [customsCode, fileId, place],
  );
  return rows[0];
}

export async function removeParts(client: Queryable, { customsCode, fileId }: FileKey): Promise<void> {
  await client.run('delete from bulk.part where customs_code = $1 and file_id = $2', [customsCode, fileId]);
}
