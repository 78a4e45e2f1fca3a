import type { Client, Queryable } from '#postgres';
import { placeOf } from '#vault';
import type { FileKey } from './files.ts';

const placeOfBundle = ({ customsCode, fileId }: FileKey, number: number): string =>
  placeOf('bulk.bundle', customsCode, fileId, String(number));

/** Good documents of a file that go in together; sealed when they are kept. */
export interface Bundle {
  readonly number: number;
  readonly documents: number;
  /** zstd */
  readonly content: Uint8Array;
  /** zstd of JSON: of each document its key and rows. */
  readonly sheetRows: Uint8Array;
}

/** Adds bundles behind those there are. */
export async function addBundles(
  client: Client,
  key: FileKey,
  bundles: readonly Omit<Bundle, 'number'>[],
): Promise<void> {
  if (bundles.length === 0) return;
  const { customsCode, fileId } = key;
  const [last] = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from bulk.bundle where customs_code = $1 and file_id = $2',
    [customsCode, fileId],
  );
  const first = (last?.number ?? 0) + 1;
  const sealed = (bytes: Uint8Array, at: number): Buffer =>
    client.vault.seal(placeOfBundle(key, first + at), bytes);
  await client.run(
    `insert into bulk.bundle (customs_code, file_id, number, documents, content, sheet_rows)
     select $1, $2, $3::integer + at::integer - 1, documents, content, sheet_rows
     from unnest($4::integer[], $5::bytea[], $6::bytea[]) with ordinality as b (documents, content, sheet_rows, at)`,
    [
      ...[customsCode, fileId, first, bundles.map(({ documents }) => documents)],
      bundles.map(({ content }, at) => sealed(content, at)),
      bundles.map(({ sheetRows }, at) => sealed(sheetRows, at)),
    ],
  );
}

/** The next that has not been handed in, behind a number. */
export async function nextBundle(
  client: Queryable,
  key: FileKey,
  after: number,
): Promise<Bundle | undefined> {
  const rows = await client.query<Bundle>(
    `select number, documents, content, sheet_rows as "sheetRows" from bulk.bundle
     where customs_code = $1 and file_id = $2 and handed_in_at is null and number > $3 order by number limit 1`,
    [key.customsCode, key.fileId, after],
  );
  const [bundle] = rows;
  if (!bundle) return undefined;
  const open = (bytes: Uint8Array): Buffer => client.vault.open(placeOfBundle(key, bundle.number), bytes);
  return { ...bundle, content: open(bundle.content), sheetRows: open(bundle.sheetRows) };
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
    `update bulk.bundle set handed_in_at = $4, accepted = $5, repeated = $6, refused = $7, content = null, sheet_rows = null
     where customs_code = $1 and file_id = $2 and number = $3`,
    [customsCode, fileId, number, outcome.at, outcome.accepted, outcome.repeated, outcome.refused],
  );
}
