import { type Client, statement } from '#postgres';
import type { Fields, Reference } from '../domain/references.ts';
import type { DispatchKey } from './dispatches.ts';

/** A document of a message that is handed on. */
export interface NewDocument extends DispatchKey {
  readonly place: number;
  readonly root: string;
  readonly orderNo: string;
  readonly key: string;
  readonly named: Fields;
  readonly unadvised: boolean;
  readonly references: readonly Reference[];
}

const addThese = statement(`
insert into links.document (sender, message_id, agency, place, root, order_no, business_key, named, unadvised)
select sender, message_id, $1, place, root, order_no, business_key, named, unadvised
from unnest($2::text[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::json[], $9::boolean[])
  as d(sender, message_id, place, root, order_no, business_key, named, unadvised)`);

export async function addDocuments(
  client: Client,
  agency: string,
  documents: readonly NewDocument[],
): Promise<void> {
  await client.run(addThese, [
    agency,
    documents.map(({ sender }) => sender),
    documents.map(({ messageId }) => messageId),
    documents.map(({ place }) => place),
    documents.map(({ root }) => root),
    documents.map(({ orderNo }) => orderNo),
    documents.map(({ key }) => encodeKey(key)),
    documents.map(({ named }) => JSON.stringify(named)),
    documents.map(({ unadvised }) => unadvised),
  ]);
  await addReferences(client, agency, documents);
}

/** PostgreSQL keeps no NUL in text; the separator of a key's parts is written as the unit separator. */
const encodeKey = (key: string): string => key.replaceAll('\u0000', '\u001f');
const decodeKey = (key: string): string => key.replaceAll('\u001f', '\u0000');

const referThese = statement(`
insert into links.reference (value, root, field, sender, message_id, agency, place)
select value, root, field, sender, message_id, $1, place
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::int[])
  as r(value, root, field, sender, message_id, place)
on conflict do nothing`);

/** Numbers by which receipts name these documents from now on. */
export async function addReferences(
  client: Client,
  agency: string,
  documents: readonly Pick<NewDocument, 'sender' | 'messageId' | 'place' | 'references'>[],
): Promise<void> {
  const rows = documents.flatMap(({ references, sender, messageId, place }) =>
    references.map((reference) => ({ ...reference, sender, messageId, place })),
  );
  if (rows.length === 0) return;
  await client.run(referThese, [
    agency,
    rows.map(({ value }) => value),
    rows.map(({ root }) => root),
    rows.map(({ field }) => field),
    rows.map(({ sender }) => sender),
    rows.map(({ messageId }) => messageId),
    rows.map(({ place }) => place),
  ]);
}

const lockThese = statement(`
select from links.dispatch where agency = $1 and message_id = any($2::uuid[]) order by message_id for update`);

const adviseThese = statement(`
update links.document d set unadvised = false
from unnest($2::uuid[], $3::text[]) as a(message_id, business_key)
where d.message_id = a.message_id and d.business_key = a.business_key and d.agency = $1 and d.unadvised
  and d.sender = any($4::text[])`);

const releaseThese = statement(`
update links.dispatch d set due_at = $3
where d.agency = $1 and d.message_id = any($2::uuid[]) and d.state = 'waiting' and d.due_at = 'infinity'
  and not exists (select from links.document w where w.sender = d.sender and w.message_id = d.message_id
    and w.agency = d.agency and w.unadvised)`);

/** Notes that lists have been advised on; messages whose lists all have been are due at once. */
export async function markAdvised(
  client: Client,
  agency: string,
  at: Date,
  lists: readonly (DispatchKey & { readonly key: string })[],
): Promise<void> {
  const messageIds = [...new Set(lists.map(({ messageId }) => messageId))].sort();
  // Two judges may advise on the last two lists of one message: the second then sees what the first has noted.
  await client.query(lockThese, [agency, messageIds]);
  await client.run(adviseThese, [
    agency,
    lists.map(({ messageId }) => messageId),
    lists.map(({ key }) => encodeKey(key)),
    [...new Set(lists.map(({ sender }) => sender))],
  ]);
  await client.run(releaseThese, [agency, messageIds, at]);
}

const overtakeThese = statement(`
select d.sender, d.message_id as "messageId", d.business_key as key from links.document d
join unnest($2::text[], $3::text[], $4::uuid[], $5::text[]) as n(order_no, business_key, message_id, root)
  on d.order_no = n.order_no and d.business_key = n.business_key and d.root = n.root
where d.agency = $1 and d.unadvised and d.message_id < n.message_id`);

/** Earlier versions of these documents that still waited for advice: none is given on them any more. */
export async function overtakenBy(
  client: Client,
  agency: string,
  documents: readonly NewDocument[],
): Promise<(DispatchKey & { key: string })[]> {
  const rows = await client.query<DispatchKey & { key: string }>(overtakeThese, [
    agency,
    documents.map(({ orderNo }) => orderNo),
    documents.map(({ key }) => encodeKey(key)),
    documents.map(({ messageId }) => messageId),
    documents.map(({ root }) => root),
  ]);
  return rows.map((row) => ({ ...row, key: decodeKey(row.key) }));
}

/** A document that receipts may speak of, as it was handed on. */
export interface HandedDocument extends DispatchKey {
  readonly place: number;
  readonly root: string;
  readonly orderNo: string;
  readonly key: string;
  readonly named: Fields;
  readonly taken: boolean;
  readonly returnStatus: string | null;
  readonly returnTime: string | null;
}

const columns = `d.sender, d.message_id as "messageId", d.place, d.root, d.order_no as "orderNo", d.business_key as key,
  d.named, p.first_taken_at is not null as taken, d.return_status as "returnStatus", d.return_time as "returnTime"`;

/**
 * Documents of one sender that one number finds, the latest ones (D). A firm may give all its lists the same number: then
 * it tells none from another, and no receipt that repeats it may load and lock them all.
 */
const mostNamesakes = 200;

const findThese = statement(`
select r.value, r.field, ${columns}
from (
  select *, row_number() over (partition by value, root, field, sender order by message_id desc, place desc) as nth
  from links.reference where agency = $1 and value = any($2::text[]) and root = any($3::text[])) as r
join links.document d on d.sender = r.sender and d.message_id = r.message_id and d.agency = r.agency and d.place = r.place
join links.dispatch p on p.sender = d.sender and p.message_id = d.message_id and p.agency = d.agency
where r.nth <= $4
order by d.message_id, d.place for update of d`);

/** Documents by the numbers that name them, locked: answers on one document are noted one after the other. */
export async function documentsNamed(
  client: Client,
  agency: string,
  references: readonly Reference[],
): Promise<(HandedDocument & { value: string; field: string })[]> {
  if (references.length === 0) return [];
  const rows = await client.query<HandedDocument & { value: string; field: string }>(findThese, [
    agency,
    [...new Set(references.map(({ value }) => value))],
    [...new Set(references.map(({ root }) => root))],
    mostNamesakes,
  ]);
  return rows.map((row) => ({ ...row, key: decodeKey(row.key) }));
}

const ofMessage = statement(`
select ${columns} from links.document d
join links.dispatch p on p.sender = d.sender and p.message_id = d.message_id and p.agency = d.agency
where d.agency = $1 and d.sender = $2 and d.message_id = $3 order by d.place for update of d`);

/** The documents of one message, in their order; locked. */
export async function documentsOf(
  client: Client,
  agency: string,
  { sender, messageId }: DispatchKey,
): Promise<HandedDocument[]> {
  const rows = await client.query<HandedDocument>(ofMessage, [agency, sender, messageId]);
  return rows.map((row) => ({ ...row, key: decodeKey(row.key) }));
}

const noteThese = statement(`
update links.document d set return_status = a.status, return_time = a.time
from unnest($2::text[], $3::uuid[], $4::int[], $5::text[], $6::text[]) as a(sender, message_id, place, status, time)
where d.sender = a.sender and d.message_id = a.message_id and d.place = a.place and d.agency = $1`);

/** Notes the newest answers to documents; one a document. */
export async function noteAnswers(
  client: Client,
  agency: string,
  answers: readonly (DispatchKey & {
    readonly place: number;
    readonly returnStatus: string;
    readonly returnTime: string;
  })[],
): Promise<void> {
  await client.run(noteThese, [
    agency,
    answers.map(({ sender }) => sender),
    answers.map(({ messageId }) => messageId),
    answers.map(({ place }) => place),
    answers.map(({ returnStatus }) => returnStatus),
    answers.map(({ returnTime }) => returnTime),
  ]);
}

const laterThese = statement(`
select from links.document mine
join links.document other on other.order_no = mine.order_no and other.root = mine.root
  and other.business_key = mine.business_key and other.agency = mine.agency and other.message_id > mine.message_id
where mine.agency = $1 and mine.sender = $2 and mine.message_id = $3 limit 1`);

/** Whether a later message holds one of this message's documents anew. */
export async function isOvertaken(
  client: Client,
  agency: string,
  { sender, messageId }: DispatchKey,
): Promise<boolean> {
  return (await client.query(laterThese, [agency, sender, messageId])).length > 0;
}
