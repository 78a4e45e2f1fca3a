import { type Client, type Queryable, statement } from '#postgres';
import { placeOf } from '#vault';

export type DispatchState = 'waiting' | 'sent' | 'answered' | 'lost' | 'failed';

export interface DispatchKey {
  readonly sender: string;
  readonly messageId: string;
}

/** A message to be handed to an agency. */
export interface NewDispatch extends DispatchKey {
  readonly root: string;
  readonly guid: string;
  readonly madeAt: Date;
  /** Whether one of its lists has to be advised on first. */
  readonly unadvised: boolean;
}

const addThese = statement(`
insert into links.dispatch (sender, message_id, agency, root, guid, made_at, state, due_at)
select sender, message_id, $1, root, guid, made_at, 'waiting',
  case when unadvised then 'infinity'::timestamptz else made_at end
from unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::boolean[])
  as d(sender, message_id, root, guid, made_at, unadvised)`);

export async function addDispatches(
  client: Client,
  agency: string,
  dispatches: readonly NewDispatch[],
): Promise<void> {
  await client.run(addThese, [
    agency,
    dispatches.map(({ sender }) => sender),
    dispatches.map(({ messageId }) => messageId),
    dispatches.map(({ root }) => root),
    dispatches.map(({ guid }) => guid),
    dispatches.map(({ madeAt }) => madeAt),
    dispatches.map(({ unadvised }) => unadvised),
  ]);
}

// A change must not overtake what it changes while that waits for the papers of another list in its message.
const orderThese = statement(`
update links.dispatch d set after = earlier.ids
from (
  select mine.sender, mine.message_id, array_agg(distinct e.message_id) as ids
  from links.document mine
  join links.document other on other.order_no = mine.order_no and other.root = mine.root
    and other.business_key = mine.business_key and other.agency = mine.agency and other.message_id < mine.message_id
  join links.dispatch e on e.sender = other.sender and e.message_id = other.message_id and e.agency = other.agency
    and e.state = 'waiting'
  where mine.agency = $1 and mine.message_id = any($2::uuid[])
  group by mine.sender, mine.message_id) as earlier
where d.sender = earlier.sender and d.message_id = earlier.message_id and d.agency = $1`);

/** Lets these messages wait for earlier ones that speak of the same documents and have not gone yet. */
export async function putInOrder(
  client: Client,
  agency: string,
  messageIds: readonly string[],
): Promise<void> {
  await client.run(orderThese, [agency, messageIds]);
}

/** A message taken in hand. */
export interface Claimed extends DispatchKey {
  readonly root: string;
  readonly tries: number;
  readonly faults: number;
  /** As the platform signed it, zstd; null where it goes as it came. */
  readonly signed: Buffer | null;
}

const placeOfSigned = ({ sender, messageId }: DispatchKey, agency: string): string =>
  placeOf('links.dispatch', sender, messageId, agency);

// The rows are chosen once, whatever way the update takes: a choice made anew for each row would take them all.
const claimThese = statement(`
with due as materialized (
  select sender, message_id from links.dispatch w
  where agency = $1 and state in ('waiting', 'sent') and due_at <= $2 and (state = 'waiting' or tries < $5)
    and not exists (select from links.dispatch e
      where e.message_id = any(w.after) and e.agency = w.agency and e.state = 'waiting')
  order by due_at limit $4 for update skip locked)
update links.dispatch d set due_at = $3, first_taken_at = coalesce(d.first_taken_at, $2)
from due where d.sender = due.sender and d.message_id = due.message_id and d.agency = $1
returning d.sender, d.message_id as "messageId", d.root, d.tries, d.faults, d.signed`);

/**
 * Takes messages in hand that are due: they wait to be sent, or were sent and have no answer. Whoever takes them has
 * them until `until`; if it dies meanwhile they are due again then, under the same identity.
 */
export async function claimDue(
  client: Queryable,
  agency: string,
  when: { readonly at: Date; readonly until: Date },
  limit: number,
  mostTries: number,
): Promise<Claimed[]> {
  const rows = await client.query<Claimed>(claimThese, [agency, when.at, when.until, limit, mostTries]);
  return rows.map((row) =>
    row.signed ? { ...row, signed: client.vault.open(placeOfSigned(row, agency), row.signed) } : row,
  );
}

// Its answer, or the network's refusal, may have come before we noted that it went.
const markThese = statement(`
update links.dispatch d set tries = d.tries + 1, sent_at = $2, faults = 0,
  fault = case when d.state = 'failed' then d.fault end,
  state = case when d.state in ('answered', 'failed') then d.state else 'sent' end,
  due_at = case when d.state in ('answered', 'failed') then 'infinity' else s.due_at end
from unnest($3::text[], $4::uuid[], $5::timestamptz[]) as s(sender, message_id, due_at)
where d.sender = s.sender and d.message_id = s.message_id and d.agency = $1`);

/** Notes that messages have been handed over, and when each is due again without an answer. */
export async function markSent(
  client: Queryable,
  agency: string,
  at: Date,
  sent: readonly (DispatchKey & { readonly dueAt: Date })[],
): Promise<void> {
  await client.run(markThese, [
    agency,
    at,
    sent.map(({ sender }) => sender),
    sent.map(({ messageId }) => messageId),
    sent.map(({ dueAt }) => dueAt),
  ]);
}

/** Notes a fault of the channel or of a signer; the message is tried again when it is due. */
export async function noteFault(
  client: Queryable,
  agency: string,
  { sender, messageId }: DispatchKey,
  fault: string,
  dueAt: Date,
): Promise<void> {
  await client.run(
    `update links.dispatch set faults = faults + 1, fault = $4, due_at = $5
     where sender = $1 and message_id = $2 and agency = $3 and state in ('waiting', 'sent')`,
    [sender, messageId, agency, fault, dueAt],
  );
}

/** Keeps the message as the platform signed it for its sender: every try hands over the same bytes. */
export async function keepSigned(
  client: Queryable,
  agency: string,
  key: DispatchKey,
  signed: Buffer,
): Promise<void> {
  await client.run(
    'update links.dispatch set signed = $4 where sender = $1 and message_id = $2 and agency = $3',
    [key.sender, key.messageId, agency, client.vault.seal(placeOfSigned(key, agency), signed)],
  );
}

const loseThese = statement(`
update links.dispatch set state = 'lost', due_at = 'infinity'
where agency = $1 and state = 'sent' and due_at <= $2 and tries >= $3
returning sender, message_id as "messageId", root, tries`);

/** Gives up on messages that were handed over as often as allowed and never answered. */
export async function giveUp(
  client: Queryable,
  agency: string,
  at: Date,
  mostTries: number,
): Promise<(DispatchKey & { root: string; tries: number })[]> {
  return client.query(loseThese, [agency, at, mostTries]);
}

const answerThese = statement(`
update links.dispatch d set state = 'answered', answered_at = coalesce(d.answered_at, $2), due_at = 'infinity',
  fault = null
from unnest($3::text[], $4::uuid[]) as a(sender, message_id)
where d.sender = a.sender and d.message_id = a.message_id and d.agency = $1 and d.state <> 'answered'`);

/** Messages the agency has spoken of have come to it, whatever we thought of them. */
export async function markAnswered(
  client: Client,
  agency: string,
  at: Date,
  keys: readonly DispatchKey[],
): Promise<void> {
  const inOrder = [...keys].sort((one, other) => (one.messageId < other.messageId ? -1 : 1));
  await client.run(answerThese, [
    agency,
    at,
    inOrder.map(({ sender }) => sender),
    inOrder.map(({ messageId }) => messageId),
  ]);
}

/** A message of an agency's link by the identity it was sent under; locked. */
export async function dispatchByMessage(
  client: Client,
  agency: string,
  messageId: string,
): Promise<
  (DispatchKey & { root: string; state: DispatchState; tries: number; faults: number }) | undefined
> {
  const rows = await client.query<
    DispatchKey & { root: string; state: DispatchState; tries: number; faults: number }
  >(
    `select sender, message_id as "messageId", root, state, tries, faults from links.dispatch
     where message_id = $1 and agency = $2 for update`,
    [messageId, agency],
  );
  return rows[0];
}

/** The agency's network has refused a message: it stays until the operator has mended the cause. */
export async function markFailed(
  client: Queryable,
  agency: string,
  { sender, messageId }: DispatchKey,
  fault: string,
): Promise<void> {
  await client.run(
    `update links.dispatch set state = 'failed', fault = $4, due_at = 'infinity'
     where sender = $1 and message_id = $2 and agency = $3`,
    [sender, messageId, agency, fault],
  );
}

/** Puts a message down to be sent anew, with all its tries before it. */
export async function putBack(
  client: Client,
  agency: string,
  at: Date,
  { sender, messageId }: DispatchKey,
): Promise<void> {
  await client.run(
    `update links.dispatch set state = 'waiting', tries = 0, faults = 0, fault = null, due_at = $4
     where sender = $1 and message_id = $2 and agency = $3`,
    [sender, messageId, agency, at],
  );
}
