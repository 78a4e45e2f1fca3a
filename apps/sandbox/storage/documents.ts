import { type Client, type Queryable, statement } from '#postgres';
import { placeOf, sealedColumn } from '#vault';

/** A paper the sandbox has taken, as it stands. */
export interface KeptDocument {
  readonly sender: string;
  readonly root: string;
  /** Its telling fields, one after the other. */
  readonly key: string;
  readonly guid: string;
  readonly appTime: string;
  readonly contentHash: string;
  readonly deleted: boolean;
  readonly messageId: string;
  readonly receivedAt: Date;
  /** The scripted number. */
  readonly number: string | null;
  readonly returnStatus: string;
  readonly returnInfo: string;
  /** returnTime of the receipt the status is from; empty before the first. */
  readonly statusTime: string;
  /** Numbers given by the sandbox, by the name of their field. */
  readonly issued: Readonly<Record<string, string>>;
  readonly content: DocumentContent;
}

/** A paper as it was read. */
export interface DocumentContent {
  readonly head: Readonly<Record<string, string | number | undefined>>;
  readonly items: readonly Readonly<Record<string, string | number | undefined>>[];
}

const COLUMNS = `sender, root, document_key as key, guid, app_time as "appTime", content_hash as "contentHash", deleted,
  message_id as "messageId", received_at as "receivedAt", number, return_status as "returnStatus",
  return_info as "returnInfo", status_time as "statusTime", issued, content, sealed`;

const FIND = statement(
  `select ${COLUMNS} from sandbox.document where sender = $1 and root = $2 and document_key = any($3::text[]) for update`,
);
const FIND_LISTS = statement(
  `select ${COLUMNS} from sandbox.document where sender = $1 and issued ->> 'invtNo' = any($2::text[])`,
);
const KEEP = statement(`
  insert into sandbox.document (sender, root, document_key, guid, app_time, content_hash, deleted, message_id,
    received_at, number, return_status, return_info, status_time, issued, sealed)
  select sender, root, key, guid, "appTime", "contentHash", deleted, "messageId", "receivedAt", number,
    "returnStatus", "returnInfo", "statusTime", issued, decode(sealed, 'base64')
  from json_to_recordset($1::json) as given (sender text, root text, key text, guid text, "appTime" text,
    "contentHash" text, deleted boolean, "messageId" uuid, "receivedAt" timestamptz, number text, "returnStatus" text,
    "returnInfo" text, "statusTime" text, issued json, sealed text)
  on conflict (sender, root, document_key) do update set
    guid = excluded.guid, app_time = excluded.app_time, content_hash = excluded.content_hash,
    deleted = excluded.deleted, message_id = excluded.message_id, received_at = excluded.received_at,
    number = excluded.number, return_status = excluded.return_status, return_info = excluded.return_info,
    status_time = excluded.status_time, content = null, sealed = excluded.sealed`);
const MOVE = statement(`
  update sandbox.document as held set return_status = given.status, return_info = given.info, status_time = given.time
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
    as given (sender, root, key, status, info, time)
  where held.sender = given.sender and held.root = given.root and held.document_key = given.key
    and held.status_time <= given.time`);

/** As it lies in the table: testers may send papers of real people. Papers of before there were keys lie open. */
type SealedDocument = Omit<KeptDocument, 'content'> & {
  readonly content: DocumentContent | null;
  readonly sealed: Buffer | null;
};

const placeOfContent = ({ sender, root, key }: Pick<KeptDocument, 'sender' | 'root' | 'key'>): string =>
  placeOf('sandbox.document', sender, root, key);

function opened({ vault }: Queryable, row: SealedDocument): KeptDocument {
  const { sealed, content, ...rest } = row;
  if (content) return { ...rest, content };
  return { ...rest, content: JSON.parse(vault.openText(placeOfContent(row), sealed ?? Buffer.of())) };
}

/** What is kept under these keys, locked for the transaction. */
export async function findDocuments(
  client: Client,
  sender: string,
  root: string,
  keys: readonly string[],
): Promise<Map<string, KeptDocument>> {
  const rows = await client.query<SealedDocument>(FIND, [sender, root, keys]);
  return new Map(rows.map((row) => [row.key, opened(client, row)]));
}

/** The sender's papers that were given these list numbers. */
export async function findLists(
  client: Queryable,
  sender: string,
  invtNos: readonly string[],
): Promise<KeptDocument[]> {
  const rows = await client.query<SealedDocument>(FIND_LISTS, [sender, invtNos]);
  return rows.map((row) => opened(client, row));
}

/** Adds papers, or puts them in the place of those of the same key; each key once. */
export async function keepDocuments(client: Client, documents: readonly KeptDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const sealed = documents.map(({ content, ...document }) => ({
    ...document,
    sealed: client.vault.seal(placeOfContent(document), JSON.stringify(content)).toString('base64'),
  }));
  await client.run(KEEP, [JSON.stringify(sealed)]);
}

/** A receipt that has gone out, as far as it moves its paper. */
export interface SentStatus {
  readonly sender: string;
  readonly root: string;
  readonly key: string;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly returnTime: string;
}

/** Lets papers stand as their newest receipts say; a receipt that is late by its returnTime moves nothing. */
export async function moveDocuments(client: Client, sent: readonly SentStatus[]): Promise<void> {
  const newest = new Map<string, SentStatus>();
  for (const one of sent) {
    const name = [one.sender, one.root, one.key].join('\n');
    const known = newest.get(name);
    if (!known || known.returnTime <= one.returnTime) newest.set(name, one);
  }
  if (newest.size === 0) return;
  const rows = [...newest.values()];
  await client.run(MOVE, [
    rows.map(({ sender }) => sender),
    rows.map(({ root }) => root),
    rows.map(({ key }) => key),
    rows.map(({ returnStatus }) => returnStatus),
    rows.map(({ returnInfo }) => returnInfo),
    rows.map(({ returnTime }) => returnTime),
  ]);
}

const STANDINGS = statement(`
  select document_key as key, return_status as "returnStatus", return_info as "returnInfo", deleted,
    issued ->> 'invtNo' as "invtNo",
    exists (select from sandbox.planned_receipt as planned where planned.recipient = held.sender
      and planned.root = held.root and planned.document_key = held.document_key) as pending
  from sandbox.document as held where sender = $1 and root = $2 and document_key = any($3::text[])`);

/** How a paper stands. */
export interface Standing {
  readonly key: string;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly deleted: boolean;
  readonly invtNo: string | null;
  /** Whether more receipts are to come. */
  readonly pending: boolean;
}

/** How papers stand, by key. */
export async function standingsOf(
  client: Queryable,
  sender: string,
  root: string,
  keys: readonly string[],
): Promise<Map<string, Standing>> {
  const rows = await client.query<Standing>(STANDINGS, [sender, root, keys]);
  return new Map(rows.map((row) => [row.key, row]));
}

/** Numbers of papers that nobody has had before. */
export async function paperNumbers(client: Client, count: number): Promise<bigint[]> {
  const rows = await client.query<{ number: string }>(
    `select nextval('sandbox.paper_number')::text as number from generate_series(1, $1::int)`,
    [count],
  );
  return rows.map(({ number }) => BigInt(number));
}

/** The papers of testers, for a pass that seals them anew. */
export const sealedPapers = sealedColumn({
  ...{ table: 'sandbox.document', column: 'sealed' },
  key: { sender: 'text', root: 'text', document_key: 'text' },
});
