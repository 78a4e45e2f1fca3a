import type { Finding } from '#kernel';
import type { Client, Queryable } from '#postgres';

export type FileState = 'uploading' | 'reading' | 'read' | 'handing-in' | 'done' | 'unreadable' | 'cancelled';

export interface FileKey {
  readonly customsCode: string;
  readonly fileId: string;
}

/** A bulk file and how far it is. */
export interface BulkFile extends FileKey {
  readonly kind: string;
  readonly name: string;
  readonly state: FileState;
  readonly acceptGood: boolean;
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly changedAt: Date;
  readonly endedAt: Date | null;
  readonly heading: readonly string[];
  readonly unknownColumns: readonly string[];
  readonly findings: readonly Finding[];
  readonly lastRow: number;
  readonly readBytes: number;
  readonly rowsRead: number;
  readonly rowsBad: number;
  readonly examples: number;
  readonly documentsGood: number;
  readonly documentsBad: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: number;
}

const columns = `customs_code as "customsCode", file_id as "fileId", kind, name, state, accept_good as "acceptGood",
  size_bytes::float8 as "sizeBytes", received_bytes::float8 as "receivedBytes", made_at as "madeAt",
  coalesce(made_by, '') as "madeBy",
  changed_at as "changedAt", ended_at as "endedAt", heading, unknown_columns as "unknownColumns", findings,
  last_row::float8 as "lastRow", read_bytes::float8 as "readBytes", rows_read::float8 as "rowsRead",
  rows_bad::float8 as "rowsBad", examples, documents_good::float8 as "documentsGood",
  documents_bad::float8 as "documentsBad", accepted::float8, repeated::float8, refused::float8`;

/** States in which a file still takes room, and its enterprise's turn. */
const unsettled = `state in ('uploading', 'reading', 'read', 'handing-in')`;

export async function findFile(
  client: Queryable,
  { customsCode, fileId }: FileKey,
): Promise<BulkFile | undefined> {
  const rows = await client.query<BulkFile>(
    `select ${columns} from bulk.file where customs_code = $1 and file_id = $2`,
    [customsCode, fileId],
  );
  return rows[0];
}

/** The newest first; those made before the cursor, where one is given. */
export const filesOf = (
  client: Queryable,
  customsCode: string,
  page: {
    readonly before: { readonly at: Date; readonly fileId: string } | undefined;
    readonly limit: number;
  },
): Promise<BulkFile[]> =>
  client.query<BulkFile>(
    `select ${columns} from bulk.file
     where customs_code = $1 and ($2::timestamptz is null or (made_at, file_id) < ($2::timestamptz, $3::uuid))
     order by made_at desc, file_id desc limit $4`,
    [customsCode, page.before?.at ?? null, page.before?.fileId ?? null, page.limit],
  );

/** Why no further file fits: the enterprise has so many, or so many bytes, that are not settled. */
export type NoRoom = 'files' | 'bytes';

export async function addFile(
  client: Client,
  file: Pick<
    BulkFile,
    'customsCode' | 'fileId' | 'kind' | 'name' | 'acceptGood' | 'sizeBytes' | 'madeAt' | 'madeBy'
  >,
  limits: { readonly mostOpenFiles: number; readonly mostKeptBytes: number },
): Promise<NoRoom | undefined> {
  // Two at the same moment must not both find room for one.
  await client.run(`select pg_advisory_xact_lock(hashtextextended('bulk ' || $1, 0))`, [file.customsCode]);
  const [open] = await client.query<{ files: number; bytes: number }>(
    `select count(*)::integer as files, coalesce(sum(size_bytes), 0)::float8 as bytes
     from bulk.file where customs_code = $1 and ${unsettled}`,
    [file.customsCode],
  );
  if ((open?.files ?? 0) >= limits.mostOpenFiles) return 'files';
  if ((open?.bytes ?? 0) + file.sizeBytes > limits.mostKeptBytes) return 'bytes';
  await client.run(
    `insert into bulk.file (customs_code, file_id, kind, name, state, accept_good, size_bytes, made_at, changed_at, served_at,
       made_by)
     values ($1, $2, $3, $4, 'uploading', $5, $6, $7, $7, $7, $8)`,
    [
      ...[file.customsCode, file.fileId, file.kind, file.name, file.acceptGood, file.sizeBytes, file.madeAt],
      file.madeBy,
    ],
  );
  return undefined;
}

/**
 * Moves the end of what has come; the last byte sends the file on to be read.
 * Undefined where it does not end at `offset`, or would grow beyond its size.
 */
export async function growFile(
  client: Client,
  { customsCode, fileId }: FileKey,
  offset: number,
  bytes: number,
  at: Date,
): Promise<{ readonly receivedBytes: number; readonly state: FileState } | undefined> {
  const rows = await client.query<{ receivedBytes: number; state: FileState }>(
    `update bulk.file set received_bytes = received_bytes + $4::bigint, changed_at = $5,
       state = case when received_bytes + $4::bigint = size_bytes then 'reading' else state end
     where customs_code = $1 and file_id = $2 and state = 'uploading' and received_bytes = $3::bigint
       and received_bytes + $4::bigint <= size_bytes
     returning received_bytes::float8 as "receivedBytes", state`,
    [customsCode, fileId, offset, bytes, at],
  );
  return rows[0];
}

/** Moves a file from one state to another by the wish of its owner; whether it was in that state. */
export async function moveFile(
  client: Queryable,
  { customsCode, fileId }: FileKey,
  from: readonly FileState[],
  to: FileState,
  at: Date,
): Promise<boolean> {
  const moved = await client.run(
    `update bulk.file set state = $4, changed_at = $5, taken_by = null, taken_until = null,
       ended_at = case when $4 in ('done', 'unreadable', 'cancelled') then $5::timestamptz end
     where customs_code = $1 and file_id = $2 and state = any($3)`,
    [customsCode, fileId, from, to, at],
  );
  return moved === 1;
}

/** A file in the hands of one who works on it. */
export interface Taken extends BulkFile {
  readonly takenBy: string;
}

/**
 * Takes the file whose turn has come: of enterprises none of whose files is worked on in this state, the one that has
 * waited longest.
 */
export async function takeDue(
  client: Queryable,
  state: 'reading' | 'handing-in',
  now: Date,
  until: Date,
  takenBy: string,
): Promise<Taken | undefined> {
  const rows = await client.query<Taken>(
    `with due (code, id) as materialized (
       select f.customs_code, f.file_id from bulk.file f
       where f.state = $1 and (f.taken_until is null or f.taken_until <= $2)
         and not exists (
           select from bulk.file o
           where o.customs_code = f.customs_code and o.state = $1 and o.taken_until > $2)
       order by f.served_at limit 1 for update skip locked)
     update bulk.file set taken_until = $3, taken_by = $4, served_at = $2
     from due where customs_code = code and file_id = id
     returning ${columns}, taken_by as "takenBy"`,
    [state, now, until, takenBy],
  );
  return rows[0];
}

/** What one step adds to a file. */
export interface Progress {
  readonly until: Date;
  readonly at: Date;
  readonly lastRow?: number;
  readonly readBytes?: number;
  readonly rowsRead?: number;
  readonly rowsBad?: number;
  readonly examples?: number;
  readonly documentsGood?: number;
  readonly documentsBad?: number;
  readonly accepted?: number;
  readonly repeated?: number;
  readonly refused?: number;
}

/** Adds what a step has done and keeps the file for another lease; false if it is somebody else's by now, or cancelled. */
export async function noteProgress(client: Queryable, taken: Taken, step: Progress): Promise<boolean> {
  const noted = await client.run(
    `update bulk.file set changed_at = $4, taken_until = $5, last_row = greatest(last_row, $6::bigint),
       read_bytes = greatest(read_bytes, $7::bigint), rows_read = rows_read + $8::bigint, rows_bad = rows_bad + $9::bigint,
       examples = examples + $10::integer, documents_good = documents_good + $11::bigint,
       documents_bad = documents_bad + $12::bigint, accepted = accepted + $13::bigint, repeated = repeated + $14::bigint,
       refused = refused + $15::bigint
     where customs_code = $1 and file_id = $2 and taken_by = $3`,
    [
      ...[
        taken.customsCode,
        taken.fileId,
        taken.takenBy,
        step.at,
        step.until,
        step.lastRow ?? 0,
        step.readBytes ?? 0,
      ],
      ...[
        step.rowsRead ?? 0,
        step.rowsBad ?? 0,
        step.examples ?? 0,
        step.documentsGood ?? 0,
        step.documentsBad ?? 0,
      ],
      ...[step.accepted ?? 0, step.repeated ?? 0, step.refused ?? 0],
    ],
  );
  return noted === 1;
}

/** Writes down what the first row said. */
export async function noteHeading(
  client: Queryable,
  taken: Taken,
  heading: readonly string[],
  unknown: readonly string[],
): Promise<boolean> {
  const noted = await client.run(
    `update bulk.file set heading = $4, unknown_columns = $5
     where customs_code = $1 and file_id = $2 and taken_by = $3`,
    [taken.customsCode, taken.fileId, taken.takenBy, heading, unknown],
  );
  return noted === 1;
}

/** Lets go of a file in its next state; with findings about the whole of it, where there are any. */
export async function finishStep(
  client: Queryable,
  taken: Taken,
  state: FileState,
  findings: readonly Finding[],
  at: Date,
): Promise<boolean> {
  const moved = await client.run(
    `update bulk.file set state = $4, findings = $5::json, changed_at = $6, taken_by = null, taken_until = null,
       ended_at = case when $4 in ('done', 'unreadable', 'cancelled') then $6::timestamptz end
     where customs_code = $1 and file_id = $2 and taken_by = $3`,
    [taken.customsCode, taken.fileId, taken.takenBy, state, JSON.stringify(findings), at],
  );
  return moved === 1;
}

/** Whether a file is still in the hands of who took it: its owner may have cancelled it, or its lease have ended. */
export async function isStillTaken(client: Queryable, taken: Taken): Promise<boolean> {
  const rows = await client.query(
    'select from bulk.file where customs_code = $1 and file_id = $2 and taken_by = $3',
    [taken.customsCode, taken.fileId, taken.takenBy],
  );
  return rows.length === 1;
}

/** Lets go of a file as it is, to be taken up again at the time given. */
export const postpone = (client: Queryable, taken: Taken, until: Date): Promise<number> =>
  client.run(
    `update bulk.file set taken_by = null, taken_until = $4 where customs_code = $1 and file_id = $2 and taken_by = $3`,
    [taken.customsCode, taken.fileId, taken.takenBy, until],
  );

/** Removes the bytes of a file, and what was made ready to be handed in; what was wrong stays. */
export async function clearContent(client: Client, { customsCode, fileId }: FileKey): Promise<void> {
  for (const table of ['part', 'bundle', 'document'] as const)
    await client.run(`delete from bulk.${table} where customs_code = $1 and file_id = $2`, [
      customsCode,
      fileId,
    ]);
}
