import { type Client, type Queryable, statement } from '#postgres';

export interface CaseKey {
  readonly orderNo: string;
  readonly ebpCode: string;
}

/** What one officer proposes, until another confirms or rejects it. */
export interface Proposal {
  /** Number of the act that proposed it. */
  readonly seq: string;
  readonly act: string;
  readonly status: string;
  readonly reason: string;
  readonly note: string;
  readonly officer: string;
  readonly officerName: string;
  readonly at: string;
  /** Code of the row that asks for a second officer. */
  readonly fourEyes: string;
}

export type CaseState = 'open' | 'asked' | 'proposed' | 'closed';

/** A held list as a case of the desk. */
export interface CaseFile extends CaseKey {
  readonly attempt: number;
  readonly step: number;
  readonly status: string;
  readonly revision: number;
  readonly state: CaseState;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly answerDueAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedAs: string | null;
  readonly customsCode: string;
  readonly tradeMode: string;
  readonly ebcCode: string;
  readonly recipient: string;
  readonly goodsName: string;
  /** CNY, decimal text. */
  readonly dutiableValue: string | null;
  readonly riskClass: string | null;
  readonly rules: readonly string[];
  readonly takenBy: string | null;
  readonly takenName: string | null;
  readonly takenAt: Date | null;
  readonly leaseUntil: Date | null;
  readonly proposal: Proposal | null;
}

export const caseColumns = `order_no as "orderNo", ebp_code as "ebpCode", attempt, step, status, revision, state,
  opened_at as "openedAt", due_at as "dueAt", answer_due_at as "answerDueAt", closed_at as "closedAt",
  closed_as as "closedAs", customs_code as "customsCode", trade_mode as "tradeMode", ebc_code as "ebcCode", recipient,
  goods_name as "goodsName", dutiable_value::text as "dutiableValue", risk_class as "riskClass", rules,
  taken_by as "takenBy", taken_name as "takenName", taken_at as "takenAt", lease_until as "leaseUntil", proposal`;

/** A list that comes to the desk, or comes to stand otherwise on it. */
export interface NewCase
  extends Pick<
    CaseFile,
    | 'orderNo'
    | 'ebpCode'
    | 'attempt'
    | 'step'
    | 'status'
    | 'openedAt'
    | 'dueAt'
    | 'customsCode'
    | 'tradeMode'
    | 'ebcCode'
    | 'recipient'
    | 'goodsName'
    | 'dutiableValue'
    | 'riskClass'
    | 'rules'
  > {}

// One array a column but the rules, which are of any number each: they travel as JSON.
const openThese = statement(`
insert into desk.case_file as c (order_no, ebp_code, attempt, step, status, state, opened_at, due_at, customs_code,
  trade_mode, ebc_code, recipient, goods_name, dutiable_value, risk_class, rules)
select n."orderNo", n."ebpCode", n.attempt, n.step, n.status, 'open', n."openedAt", n."dueAt", n."customsCode",
  n."tradeMode", n."ebcCode", n.recipient, n."goodsName", n."dutiableValue", n."riskClass", n.rules
from json_to_recordset($1) as n("orderNo" text, "ebpCode" text, attempt integer, step smallint, status text,
  "openedAt" timestamptz, "dueAt" timestamptz, "customsCode" text, "tradeMode" text, "ebcCode" text, recipient text,
  "goodsName" text, "dutiableValue" numeric, "riskClass" text, rules text[])
order by 1, 2, 3
on conflict (order_no, ebp_code, attempt) do update set step = excluded.step, status = excluded.status, state = 'open',
  due_at = excluded.due_at, answer_due_at = null, closed_at = null, closed_as = null, proposal = null,
  taken_by = null, taken_name = null, taken_at = null, lease_until = null, revision = c.revision + 1`);

/** Opens cases; one that is there already comes to stand at its new status, open and in nobody's hand. */
export async function openCases(client: Client, cases: readonly NewCase[]): Promise<void> {
  await client.run(openThese, [JSON.stringify(cases)]);
}

const closeThese = statement(`
update desk.case_file c set state = 'closed', closed_at = k.at, closed_as = k.closed_as, proposal = null,
  answer_due_at = null, taken_by = null, taken_name = null, taken_at = null, lease_until = null,
  revision = c.revision + 1
from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as k(order_no, ebp_code, closed_as, at)
where c.order_no = k.order_no and c.ebp_code = k.ebp_code and c.state <> 'closed'
returning c.order_no as "orderNo", c.ebp_code as "ebpCode", c.attempt, c.status, c.closed_at as "closedAt",
  c.closed_as as "closedAs"`);

export type ClosedCase = Pick<CaseFile, 'orderNo' | 'ebpCode' | 'attempt' | 'status'> & {
  readonly closedAt: Date;
  readonly closedAs: string;
};

/** Closes the open cases of these lists; answers which were open. */
export async function closeCases(
  client: Client,
  lists: readonly (CaseKey & { readonly as: string; readonly at: Date })[],
): Promise<ClosedCase[]> {
  return client.query<ClosedCase>(closeThese, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
    lists.map(({ as }) => as),
    lists.map(({ at }) => at),
  ]);
}

const wanted = `join unnest($1::text[], $2::text[]) as k(order_no, ebp_code) using (order_no, ebp_code)`;
const latestOfEach = `not exists (select from desk.case_file n where n.order_no = c.order_no
    and n.ebp_code = c.ebp_code and n.attempt > c.attempt)`;

const lockThese = statement(`select ${caseColumns} from desk.case_file c ${wanted} where ${latestOfEach}
  order by order_no, ebp_code for update of c`);

/** The latest case of each of these lists, locked. */
export async function lockCases(client: Client, keys: readonly CaseKey[]): Promise<CaseFile[]> {
  return client.query<CaseFile>(lockThese, keyColumns(keys));
}

const readThese = statement(`select ${caseColumns} from desk.case_file c ${wanted} where ${latestOfEach}`);

/** The latest case of each of these lists. */
export async function casesOf(client: Queryable, keys: readonly CaseKey[]): Promise<CaseFile[]> {
  return client.query<CaseFile>(readThese, keyColumns(keys));
}

const keyColumns = (keys: readonly CaseKey[]): string[][] => [
  keys.map(({ orderNo }) => orderNo),
  keys.map(({ ebpCode }) => ebpCode),
];

/** What of a case an act changes. */
export type CaseChange = CaseKey &
  Pick<
    CaseFile,
    | 'attempt'
    | 'state'
    | 'dueAt'
    | 'answerDueAt'
    | 'closedAt'
    | 'closedAs'
    | 'takenBy'
    | 'takenName'
    | 'takenAt'
    | 'leaseUntil'
    | 'proposal'
  >;

const changeThese = statement(`
update desk.case_file c set state = n.state, due_at = n."dueAt", answer_due_at = n."answerDueAt",
  closed_at = n."closedAt", closed_as = n."closedAs", taken_by = n."takenBy", taken_name = n."takenName",
  taken_at = n."takenAt", lease_until = n."leaseUntil", proposal = n.proposal,
  revision = c.revision + 1
from json_to_recordset($1) as n("orderNo" text, "ebpCode" text, attempt integer, state text, "dueAt" timestamptz,
  "answerDueAt" timestamptz, "closedAt" timestamptz, "closedAs" text, "takenBy" text, "takenName" text,
  "takenAt" timestamptz, "leaseUntil" timestamptz, proposal json)
where c.order_no = n."orderNo" and c.ebp_code = n."ebpCode" and c.attempt = n.attempt`);

/** Writes how these cases stand now; the caller has locked them. */
export async function changeCases(client: Client, changes: readonly CaseChange[]): Promise<void> {
  if (changes.length > 0) await client.run(changeThese, [JSON.stringify(changes)]);
}

const heldNow =
  statement(`update desk.case_file set taken_by = $4, taken_name = $5, taken_at = $6, lease_until = $7,
    revision = revision + (taken_by is distinct from $4)::int
  where order_no = $1 and ebp_code = $2 and attempt = $3 and state <> 'closed'
    and (taken_by is null or taken_by = $4 or lease_until < $6)
  returning ${caseColumns}`);

/** Takes a case in hand, or keeps it there; undefined where another officer has it or it is closed. */
export async function takeCase(
  client: Client,
  { orderNo, ebpCode, attempt }: CaseKey & { readonly attempt: number },
  by: { readonly id: string; readonly name: string },
  at: Date,
  until: Date,
): Promise<CaseFile | undefined> {
  const rows = await client.query<CaseFile>(heldNow, [orderNo, ebpCode, attempt, by.id, by.name, at, until]);
  return rows[0];
}
