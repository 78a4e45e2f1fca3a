import type { Client, Queryable } from '#postgres';
import type { FileKey } from './files.ts';

/** Good documents of a file that go in together. */
export interface Bundle {
  readonly number: number;
  readonly documents: number;
  /** zstd */
  readonly content: Uint8Array;
  /** zstd of JSON: of each document its key and rows. */
  readonly sheetRows: Uint8Array;
}

export async function addBundle(
  client: Queryable,
  { customsCode, fileId }: FileKey,
  bundle: Omit<Bundle, 'number'>,
): Promise<void> {
  await client.run(
    `insert into bulk.bundle (customs_code, file_id, number, documents, content, sheet_rows)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5 from bulk.bundle where customs_code = $1 and file_id = $2`,
    [customsCode, fileId, bundle.documents, bundle.content, bundle.sheetRows],
  );
}

export async function nextBundle(
  client: Queryable,
  { customsCode, fileId }: FileKey,
): Promise<Bundle | undefined> {
  const rows = await client.query<Bundle>(
    `select number, documents, content, sheet_rows as "sheetRows" from bulk.bundle
     where customs_code = $1 and file_id = $2 and handed_in_at is null order by number limit 1`,
    [customsCode, fileId],
  );
  return rows[0];
}

/** Writes down what became of a bundle, and forgets its content: the evidence has it now. */
export async function settleBundle(
  client: Client,
  { customsCode, fileId }: FileKey,
  number: number,
  outcome: {
    readonly at: Date;
    readonly accepted: number;
    readonly repeated: number;
    readonly refused: number;
  },
): Promise<void> {
  await client.run(
    `update bulk.bundle set handed_in_at = $4, accepted = $5, repeated = $6, refused = $7, content = '', sheet_rows = ''
     where customs_code = $1 and file_id = $2 and number = $3`,
    [customsCode, fileId, number, outcome.at, outcome.accepted, outcome.repeated, outcome.refused],
  );
}
