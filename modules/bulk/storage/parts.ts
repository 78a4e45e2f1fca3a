import type { Queryable } from '#postgres';
import { placeOf } from '#vault';
import type { FileKey } from './files.ts';

const placeOfPart = ({ customsCode, fileId }: FileKey, start: number): string =>
  placeOf('bulk.part', customsCode, fileId, String(start));

/** Adds bytes of a file, packed; they are sealed when they are kept. */
export async function addPart(
  client: Queryable,
  { customsCode, fileId }: FileKey,
  part: { readonly start: number; readonly size: number; readonly content: Uint8Array },
): Promise<void> {
  await client.run(
    `insert into bulk.part (customs_code, file_id, start_byte, size_bytes, content) values ($1, $2, $3, $4, $5)`,
    [
      ...[customsCode, fileId, part.start, part.size],
      client.vault.seal(placeOfPart({ customsCode, fileId }, part.start), part.content),
    ],
  );
}

/** The part in which a byte lies. */
export async function partAt(
  client: Queryable,
  { customsCode, fileId }: FileKey,
  place: number,
): Promise<{ readonly start: number; readonly content: Buffer } | undefined> {
  const rows = await client.query<{ start: number; content: Buffer }>(
    `select start_byte as start, content from bulk.part
     where customs_code = $1 and file_id = $2 and start_byte <= $3
     order by start_byte desc limit 1`,
    [customsCode, fileId, place],
  );
  const [part] = rows;
  return (
    part && {
      ...part,
      content: client.vault.open(placeOfPart({ customsCode, fileId }, part.start), part.content),
    }
  );
}

export async function removeParts(client: Queryable, { customsCode, fileId }: FileKey): Promise<void> {
  await client.run('delete from bulk.part where customs_code = $1 and file_id = $2', [customsCode, fileId]);
}
