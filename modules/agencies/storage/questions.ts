import { type Client, type Queryable, statement } from '#postgres';
import type { AgencyJudge, QuestionState, RecordedWord, Word } from '../domain/consent.ts';

/** A list an agency is asked about. */
export interface ListKey {
  readonly orderNo: string;
  readonly ebpCode: string;
  /** Of the seller, by which export lists are named as well; empty for an import list. */
  readonly ebcCode: string;
}

/** What one agency is asked about one list. */
export interface QuestionKey extends ListKey {
  readonly attempt: number;
  readonly agency: string;
}

export interface Question extends QuestionKey {
  /** Ids of rows of the table of requirements. */
  readonly requirements: readonly string[];
  readonly state: QuestionState;
  readonly judge: AgencyJudge;
  readonly since: Date;
  readonly decidedAt: Date | null;
  readonly recipient: string;
  /** Ground on which the agency has the list inspected before it speaks. */
  readonly inspecting: string | null;
}

export interface Decision extends QuestionKey {
  readonly word: RecordedWord;
  readonly judge: AgencyJudge;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

const COLUMNS = `order_no as "orderNo", ebp_code as "ebpCode", ebc_code as "ebcCode", attempt, agency, requirements, state,
  judge, since, decided_at as "decidedAt", recipient, inspecting`;

const add = statement(`
insert into agencies.question
  (order_no, ebp_code, ebc_code, attempt, agency, requirements, state, judge, since, decided_at, recipient)
select order_no, ebp_code, ebc_code, attempt, agency, string_to_array(requirements, ' '), state, judge, $8::timestamptz,
  case when state = 'waiting' then null else $8::timestamptz end, recipient
from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $9::text[], $10::text[])
  as q(order_no, ebp_code, attempt, agency, requirements, state, judge, recipient, ebc_code)
order by order_no, ebp_code, ebc_code, attempt, agency
on conflict do nothing
returning ${COLUMNS}`);

/** Puts questions down that have not been put yet. @returns those that are new */
export async function addQuestions(
  client: Client,
  questions: readonly Omit<Question, 'since' | 'decidedAt' | 'inspecting'>[],
  at: Date,
): Promise<Question[]> {
  if (questions.length === 0) return [];
  return client.query<Question>(add, [
    ...[questions.map(({ orderNo }) => orderNo), questions.map(({ ebpCode }) => ebpCode)],
    ...[questions.map(({ attempt }) => attempt), questions.map(({ agency }) => agency)],
    questions.map(({ requirements }) => requirements.join(' ')),
    ...[questions.map(({ state }) => state), questions.map(({ judge }) => judge), at],
    ...[questions.map(({ recipient }) => recipient), questions.map(({ ebcCode }) => ebcCode)],
  ]);
}

/** A question with the reason its agency gave last. */
export interface Standing extends Question {
  readonly reason: string | null;
}

const standing = statement(`
select q.order_no as "orderNo", q.ebp_code as "ebpCode", q.ebc_code as "ebcCode", q.attempt, q.agency, q.requirements, q.state,
  q.judge, q.since, q.decided_at as "decidedAt", q.recipient, q.inspecting,
  (select d.reason from agencies.decision d
   where d.order_no = q.order_no and d.ebp_code = q.ebp_code and d.ebc_code = q.ebc_code and d.attempt = q.attempt and d.agency = q.agency
   order by d.seq desc limit 1) as reason
from unnest($1::text[], $2::text[], $3::int[], $4::text[]) as k(order_no, ebp_code, attempt, ebc_code)
join agencies.question q
  on q.order_no = k.order_no and q.ebp_code = k.ebp_code and q.ebc_code = k.ebc_code and q.attempt = k.attempt`);

/** How the agencies stand to lists, as those were declared at an attempt. */
export async function standingsOf(
  client: Queryable,
  lists: readonly (ListKey & { readonly attempt: number })[],
): Promise<Standing[]> {
  return client.query<Standing>(standing, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
    lists.map(({ attempt }) => attempt),
    lists.map(({ ebcCode }) => ebcCode),
  ]);
}

const ofList = statement(
  `select ${COLUMNS} from agencies.question where order_no = $1 and ebp_code = $2 and ebc_code = $3
order by attempt, since, agency`,
);

/** Everything agencies were asked about a list. */
export async function questionsOfList(
  client: Queryable,
  { orderNo, ebpCode, ebcCode }: ListKey,
): Promise<Question[]> {
  return client.query<Question>(ofList, [orderNo, ebpCode, ebcCode]);
}

const lock = statement(`select ${COLUMNS} from agencies.question
where order_no = $1 and ebp_code = $2 and ebc_code = $4 and agency = $3 order by attempt desc limit 1 for update`);

/** The question about a list as it was declared last, locked until the transaction ends. */
export async function lockQuestion(
  client: Client,
  { orderNo, ebpCode, ebcCode }: ListKey,
  agency: string,
): Promise<Question | undefined> {
  const [row] = await client.query<Question>(lock, [orderNo, ebpCode, agency, ebcCode]);
  return row;
}

const settle = statement(`update agencies.question q set state = d.word, judge = d.judge, decided_at = d.at
from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
  $8::text[]) as d(order_no, ebp_code, attempt, agency, word, judge, at, ebc_code)
where q.order_no = d.order_no and q.ebp_code = d.ebp_code and q.ebc_code = d.ebc_code and q.attempt = d.attempt
  and q.agency = d.agency`);

/** Writes down how questions stand by what was decided. */
export async function settleQuestions(
  client: Client,
  decisions: readonly (Decision & { readonly word: Word })[],
): Promise<void> {
  await client.run(settle, [
    ...[decisions.map(({ orderNo }) => orderNo), decisions.map(({ ebpCode }) => ebpCode)],
    ...[decisions.map(({ attempt }) => attempt), decisions.map(({ agency }) => agency)],
    ...[
      decisions.map(({ word }) => word),
      decisions.map(({ judge }) => judge),
      decisions.map(({ at }) => at),
    ],
    decisions.map(({ ebcCode }) => ebcCode),
  ]);
}

/** Writes down that an agency has a list inspected before it speaks. */
export async function haveInspected(client: Client, key: QuestionKey, ground: string): Promise<void> {
  await client.run(
    `update agencies.question set inspecting = $5, judge = 'officer'
     where order_no = $1 and ebp_code = $2 and ebc_code = $6 and attempt = $3 and agency = $4`,
    [key.orderNo, key.ebpCode, key.attempt, key.agency, ground, key.ebcCode],
  );
}

const inspected = statement(`select ${COLUMNS} from agencies.question q
join unnest($1::text[], $2::text[]) as k(order_no, ebp_code) using (order_no, ebp_code)
where q.state = 'waiting' and q.inspecting is not null and q.ebc_code = ''
order by order_no, ebp_code, attempt, agency for update of q`);

/** Questions about these import lists that wait for an inspection, locked until the transaction ends. */
export const waitingForInspection = (
  client: Client,
  lists: readonly Omit<ListKey, 'ebcCode'>[],
): Promise<Question[]> =>
  client.query<Question>(inspected, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
  ]);

const open = statement(`select count(*)::int as open from agencies.question
where order_no = $1 and ebp_code = $2 and ebc_code = $4 and attempt = $3 and state in ('waiting', 'negative')`);

/** How many agencies still keep a list. */
export async function openAbout(
  client: Client,
  { orderNo, ebpCode, ebcCode, attempt }: ListKey & { readonly attempt: number },
): Promise<number> {
  const [row] = await client.query<{ open: number }>(open, [orderNo, ebpCode, attempt, ebcCode]);
  return row?.open ?? 0;
}

const overtake = statement(`update agencies.question q set state = 'void', decided_at = $5
from unnest($1::text[], $2::text[], $3::int[], $4::boolean[], $6::text[]) as l(order_no, ebp_code, attempt, ended, ebc_code)
where q.order_no = l.order_no and q.ebp_code = l.ebp_code and q.ebc_code = l.ebc_code and q.state = 'waiting'
  and (q.attempt < l.attempt or (l.ended and q.attempt = l.attempt))`);

/** Asks no longer what has been overtaken: of lists declared anew, sent back or withdrawn. */
export async function voidQuestions(
  client: Client,
  lists: readonly (ListKey & { readonly attempt: number; readonly ended: boolean })[],
  at: Date,
): Promise<void> {
  await client.run(overtake, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
    lists.map(({ attempt }) => attempt),
    lists.map(({ ended }) => ended),
    at,
    lists.map(({ ebcCode }) => ebcCode),
  ]);
}

const addSaid = statement(`
insert into agencies.decision (order_no, ebp_code, attempt, agency, word, judge, reason, by_whom, at, ebc_code)
select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
  $10::text[])`);

export async function addDecisions(client: Client, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  await client.run(addSaid, [
    ...[decisions.map(({ orderNo }) => orderNo), decisions.map(({ ebpCode }) => ebpCode)],
    ...[decisions.map(({ attempt }) => attempt), decisions.map(({ agency }) => agency)],
    ...[decisions.map(({ word }) => word), decisions.map(({ judge }) => judge)],
    ...[decisions.map(({ reason }) => reason), decisions.map(({ by }) => by), decisions.map(({ at }) => at)],
    decisions.map(({ ebcCode }) => ebcCode),
  ]);
}

const said =
  statement(`select order_no as "orderNo", ebp_code as "ebpCode", ebc_code as "ebcCode", attempt, agency, word, judge, reason,
  by_whom as by, at from agencies.decision where order_no = $1 and ebp_code = $2 and ebc_code = $3 order by seq`);

/** What agencies said of a list, the first word first. */
export async function decisionsOfList(
  client: Queryable,
  { orderNo, ebpCode, ebcCode }: ListKey,
): Promise<Decision[]> {
  return client.query<Decision>(said, [orderNo, ebpCode, ebcCode]);
}

const queue = statement(`select ${COLUMNS} from agencies.question
where agency = $1 and state = 'waiting' and ($2::timestamptz is null or (since, order_no, ebp_code, ebc_code) > ($2, $3, $4, $6))
order by since, order_no, ebp_code, ebc_code limit $5`);

export interface QueueWish {
  readonly agency: string;
  readonly after: (ListKey & { readonly at: string }) | undefined;
  readonly limit: number;
}

/** What waits for an agency, the longest waiting first. */
export async function waitingFor(
  client: Queryable,
  { agency, after, limit }: QueueWish,
): Promise<Question[]> {
  return client.query<Question>(queue, [
    ...[
      agency,
      after?.at ?? null,
      after?.orderNo ?? null,
      after?.ebpCode ?? null,
      limit,
      after?.ebcCode ?? null,
    ],
  ]);
}

const decided = statement(`select ${COLUMNS} from agencies.question
where agency = $1 and state <> 'waiting' and ($2::timestamptz is null or (decided_at, order_no, ebp_code, ebc_code) < ($2, $3, $4, $6))
order by decided_at desc, order_no desc, ebp_code desc, ebc_code desc limit $5`);

/** What an agency has decided, the latest first. */
export async function decidedBy(client: Queryable, { agency, after, limit }: QueueWish): Promise<Question[]> {
  return client.query<Question>(decided, [
    ...[
      agency,
      after?.at ?? null,
      after?.orderNo ?? null,
      after?.ebpCode ?? null,
      limit,
      after?.ebcCode ?? null,
    ],
  ]);
}

const counts = statement(`select agency, count(*)::int as waiting, min(since) as oldest from agencies.question
where state = 'waiting' group by agency`);

/** How much waits for each agency, and since when. */
export async function waitingCounts(
  client: Queryable,
): Promise<{ readonly agency: string; readonly waiting: number; readonly oldest: Date }[]> {
  return client.query(counts);
}
