import { type Client, type Queryable, statement } from '#postgres';
import type { CorrectionOutcome, RefusalReason, Wish } from '../domain/correction.ts';

/** A request as it lies in the database; `words` and `answer` are sealed. */
export interface KeptCorrection {
  readonly requestId: string;
  readonly person: string;
  readonly accountId: string;
  readonly wish: Wish;
  readonly paper: 'order' | 'payment' | 'waybill' | 'declaration' | null;
  readonly orderNo: string | null;
  readonly ebpCode: string | null;
  readonly field: string | null;
  readonly holder: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly words: Buffer;
  readonly valueDigest: string | null;
  readonly state: 'open' | 'answered' | 'withdrawn';
  readonly outcome: CorrectionOutcome | null;
  readonly reason: RefusalReason | null;
  readonly answer: Buffer | null;
  readonly endedAt: Date | null;
  readonly answeredAs: string | null;
}

const columns = `request_id as "requestId", person, account_id as "accountId", wish, paper, order_no as "orderNo",
  ebp_code as "ebpCode", field, holder, asked_at as "askedAt", due_at as "dueAt", words, value_digest as "valueDigest",
  state, outcome, reason, answer, ended_at as "endedAt", answered_as as "answeredAs"`;

const add = statement(`
insert into persons.correction (request_id, person, account_id, wish, paper, order_no, ebp_code, field, holder, asked_at,
  due_at, words, value_digest, state)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open')`);

export type NewCorrection = Omit<
  KeptCorrection,
  'state' | 'outcome' | 'reason' | 'answer' | 'endedAt' | 'answeredAs'
>;

export async function addCorrection(client: Queryable, one: NewCorrection): Promise<void> {
  const { requestId, person, accountId, wish, paper, orderNo, ebpCode, field, holder } = one;
  await client.run(add, [
    ...[requestId, person, accountId, wish, paper, orderNo, ebpCode, field, holder],
    ...[one.askedAt, one.dueAt, one.words, one.valueDigest],
  ]);
}

/** Locks what a person asks, so that none asks at once more than is allowed, and counts what is open of it. */
export async function openOfPerson(client: Client, person: string): Promise<number> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`corrections ${person}`]);
  const [row] = await client.query<{ open: number }>(
    `select count(*)::int as open from persons.correction where person = $1 and state = 'open'`,
    [person],
  );
  return row?.open ?? 0;
}

/** What a person has asked, the latest first. */
export function correctionsOfPerson(
  client: Queryable,
  person: string,
  limit: number,
): Promise<KeptCorrection[]> {
  return client.query<KeptCorrection>(
    `select ${columns} from persons.correction where person = $1 order by asked_at desc, request_id limit $2`,
    [person, limit],
  );
}

export interface CorrectionsWish {
  /** Held by this enterprise or by the operator; all of the zone where it is left out. */
  readonly holder?: string | undefined;
  readonly open: boolean;
  readonly before?: { readonly at: string; readonly requestId: string } | undefined;
  readonly limit: number;
}

/** A page of requests: open ones by when they are due, ended ones the latest first. */
export function correctionsPage(client: Queryable, wish: CorrectionsWish): Promise<KeptCorrection[]> {
  const { holder, open, before, limit } = wish;
  const by = open ? 'due_at' : 'ended_at';
  const beyond = open ? '>' : '<';
  const order = open ? 'asc' : 'desc';
  return client.query<KeptCorrection>(
    `select ${columns} from persons.correction
     where state ${open ? '=' : '<>'} 'open' and ($1::text is null or holder = $1)
       and ($2::timestamptz is null or (${by}, request_id) ${beyond} ($2, $3::uuid))
     order by ${by} ${order}, request_id ${order} limit $4`,
    [holder ?? null, before?.at ?? null, before?.requestId ?? null, limit],
  );
}

export async function correctionById(
  client: Queryable,
  requestId: string,
): Promise<KeptCorrection | undefined> {
  const rows = await client.query<KeptCorrection>(
    `select ${columns} from persons.correction where request_id = $1`,
    [requestId],
  );
  return rows[0];
}

/** The same, locked until the transaction ends. */
export async function lockCorrection(client: Client, requestId: string): Promise<KeptCorrection | undefined> {
  const rows = await client.query<KeptCorrection>(
    `select ${columns} from persons.correction where request_id = $1 for update`,
    [requestId],
  );
  return rows[0];
}

export interface Ending {
  readonly state: 'answered' | 'withdrawn';
  readonly at: Date;
  readonly outcome?: CorrectionOutcome;
  readonly reason?: RefusalReason | undefined;
  readonly answer?: Buffer;
  readonly answeredAs?: string;
  readonly answeredBy?: string;
}

export async function endCorrection(client: Queryable, requestId: string, ending: Ending): Promise<void> {
  const { state, at, outcome, reason, answer, answeredAs, answeredBy } = ending;
  await client.run(
    `update persons.correction set state = $2, ended_at = $3, outcome = $4, reason = $5, answer = $6, answered_as = $7,
       answered_by = $8
     where request_id = $1`,
    [
      ...[requestId, state, at, outcome ?? null, reason ?? null, answer ?? null],
      ...[answeredAs ?? null, answeredBy ?? null],
    ],
  );
}

/** Notes that stand beside papers of orders, the oldest first. */
export function notesOf(client: Queryable, orderNos: readonly string[]): Promise<KeptCorrection[]> {
  return client.query<KeptCorrection>(
    `select ${columns} from persons.correction where order_no = any($1) and outcome = 'noted' order by ended_at`,
    [orderNos],
  );
}

/** What waits for an answer of somebody, and of that what is late. */
export async function openOfHolder(
  client: Queryable,
  holder: string,
  now: Date,
): Promise<{ open: number; firstDue: Date | null; overdue: number; firstOverdue: Date | null }> {
  const [row] = await client.query<{
    open: number;
    firstDue: Date | null;
    overdue: number;
    firstOverdue: Date | null;
  }>(
    `select count(*) filter (where due_at > $2)::int as open, min(due_at) filter (where due_at > $2) as "firstDue",
       count(*) filter (where due_at <= $2)::int as overdue, min(due_at) filter (where due_at <= $2) as "firstOverdue"
     from persons.correction where holder = $1 and state = 'open'`,
    [holder, now],
  );
  return row ?? { open: 0, firstDue: null, overdue: 0, firstOverdue: null };
}
