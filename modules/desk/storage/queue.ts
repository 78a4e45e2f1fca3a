import { type Queryable, statement } from '#postgres';
import { type CaseFile, type CaseKey, caseColumns } from './case-files.ts';

/** Which open cases are wished for; every absent wish lets all pass. */
export interface QueueWish {
  /** Offices of which cases are shown; undefined for all. */
  readonly customsCode?: string | undefined;
  readonly state?: 'open' | 'asked' | 'proposed' | undefined;
  readonly status?: string | undefined;
  readonly riskClass?: string | undefined;
  /** Code of a finding that holds the list. */
  readonly rule?: string | undefined;
  /** Customs code of platform, seller or sender. */
  readonly enterprise?: string | undefined;
  /** Cases nobody has in hand, or those of one officer. */
  readonly holder?: { readonly free: true } | { readonly officer: string } | undefined;
}

export interface QueueEnd extends CaseKey {
  /** ISO 8601. */
  readonly dueAt: string;
}

const wish = `state <> 'closed'
  and ($1::text is null or customs_code = $1) and ($2::text is null or state = $2)
  and ($3::text is null or status = $3) and ($4::text is null or risk_class = $4)
  and ($5::text is null or $5 = any(rules)) and ($6::text is null or $6 in (ebp_code, ebc_code, recipient))
  and ($7::text is null or (taken_by = $7 and lease_until >= $9))
  and (not $8::boolean or taken_by is null or lease_until < $9)`;

const pageOf = statement(`select ${caseColumns} from desk.case_file where ${wish}
  and ($10::timestamptz is null or (due_at, order_no, ebp_code) > ($10, $11, $12))
  order by due_at, order_no, ebp_code limit $13 offset $14`);

const wishValues = (
  { customsCode, state, status, riskClass, rule, enterprise, holder }: QueueWish,
  now: Date,
) => [
  ...[customsCode, state, status, riskClass, rule, enterprise].map((value) => value ?? null),
  holder && 'officer' in holder ? holder.officer : null,
  holder !== undefined && 'free' in holder,
  now,
];

/** Open cases, the one that is due first first. */
export async function queuePage(
  client: Queryable,
  wanted: QueueWish,
  now: Date,
  {
    after,
    skip,
    limit,
  }: { readonly after: QueueEnd | undefined; readonly skip: number; readonly limit: number },
): Promise<CaseFile[]> {
  return client.query<CaseFile>(pageOf, [
    ...wishValues(wanted, now),
    after?.dueAt ?? null,
    after?.orderNo ?? null,
    after?.ebpCode ?? null,
    limit,
    skip,
  ]);
}

const countOf = statement(`select count(*)::int as cases from desk.case_file where ${wish}`);

/** How many open cases there are of a wish. */
export async function queueCount(client: Queryable, wanted: QueueWish, now: Date): Promise<number> {
  const [row] = await client.query<{ cases: number }>(countOf, wishValues(wanted, now));
  return row?.cases ?? 0;
}

export interface OpenCount {
  readonly status: string;
  readonly state: string;
  readonly customsCode: string;
  /** Hours since it came, 0 to 72: from 72 on all together. */
  readonly hours: number;
  readonly overdue: boolean;
  readonly free: boolean;
  readonly cases: number;
}

const openCounts = statement(`select status, state, customs_code as "customsCode",
    least(floor(extract(epoch from $2::timestamptz - opened_at) / 3600)::int, 72) as hours,
    due_at < $2 as overdue, taken_by is null or lease_until < $2 as free, count(*)::int as cases
  from desk.case_file where state <> 'closed' and ($1::text is null or customs_code = $1) group by 1, 2, 3, 4, 5, 6`);

/** The open cases counted by how they stand, in one pass over them. */
export async function countOpen(
  client: Queryable,
  customsCode: string | undefined,
  now: Date,
): Promise<OpenCount[]> {
  return client.query<OpenCount>(openCounts, [customsCode ?? null, now]);
}

const openRules = statement(`select rule, count(*)::int as cases from desk.case_file, unnest(rules) as rule
  where state <> 'closed' and ($1::text is null or customs_code = $1) group by rule order by 2 desc, 1 limit 50`);

/** By which findings the open cases are held. */
export async function countRules(
  client: Queryable,
  customsCode: string | undefined,
): Promise<{ rule: string; cases: number }[]> {
  return client.query(openRules, [customsCode ?? null]);
}

export interface Flow {
  readonly hour: Date;
  readonly opened: number;
  readonly closed: number;
}

const flows =
  statement(`select date_trunc('hour', at) as hour, sum(opened)::int as opened, sum(closed)::int as closed
  from (
    select opened_at as at, 1 as opened, 0 as closed from desk.case_file
    where opened_at >= $2 and ($1::text is null or customs_code = $1)
    union all
    select closed_at, 0, 1 from desk.case_file
    where state = 'closed' and closed_at >= $2 and ($1::text is null or customs_code = $1)) f
  group by 1 order by 1`);

/** How many cases came and went, hour by hour. */
export async function flowSince(
  client: Queryable,
  customsCode: string | undefined,
  since: Date,
): Promise<Flow[]> {
  return client.query<Flow>(flows, [customsCode ?? null, since]);
}

export interface OfficerLoad {
  readonly officer: string;
  readonly officerName: string;
  readonly inHand: number;
  readonly decided: number;
}

const loads =
  statement(`select officer, max(name) as "officerName", sum(held)::int as "inHand", sum(done)::int as decided
  from (
    select taken_by as officer, taken_name as name, 1 as held, 0 as done from desk.case_file
    where state <> 'closed' and taken_by is not null and lease_until >= $2
      and ($1::text is null or customs_code = $1)
    union all
    select officer, officer_name, 0, 1 from desk.act
    where officer is not null and at >= $3 and kind in ('decided', 'proposed') and ($1::text is null or office = $1)) o
  group by officer order by 4 desc, 3 desc, 1 limit 50`);

/** What each officer has in hand, and has decided since an instant. */
export async function officerLoads(
  client: Queryable,
  customsCode: string | undefined,
  now: Date,
  since: Date,
): Promise<OfficerLoad[]> {
  return client.query<OfficerLoad>(loads, [customsCode ?? null, now, since]);
}

const senderCases = statement(`select closed_as as "closedAs", count(*)::int as cases from desk.case_file
  where recipient = $1 group by closed_as`);

/** How the cases of one sender have ended; those still open without an end. */
export async function casesOfSender(
  client: Queryable,
  recipient: string,
): Promise<{ closedAs: string | null; cases: number }[]> {
  return client.query(senderCases, [recipient]);
}

/** A question to an enterprise, with what it is about. */
export interface Question extends CaseKey {
  readonly goodsName: string;
  readonly status: string;
  readonly reason: string;
  readonly note: string;
  readonly askedAt: Date;
  readonly answerDueAt: Date;
}

const askedOf =
  statement(`select c.order_no as "orderNo", c.ebp_code as "ebpCode", c.goods_name as "goodsName", c.status,
    a.reason, a.note, a.at as "askedAt", c.answer_due_at as "answerDueAt"
  from desk.case_file c cross join lateral (select reason, note, at from desk.act a
    where a.order_no = c.order_no and a.ebp_code = c.ebp_code and a.kind = 'asked' order by a.seq desc limit 1) a
  where c.recipient = $1 and c.state = 'asked'
    and ($2::timestamptz is null or (c.answer_due_at, c.order_no, c.ebp_code) > ($2, $3, $4))
  order by c.answer_due_at, c.order_no, c.ebp_code limit $5`);

/** How many questions an enterprise has yet to answer, and when the first of them was asked. */
export async function openQuestions(
  client: Queryable,
  recipient: string,
): Promise<{ readonly count: number; readonly since: Date | undefined }> {
  const [row] = await client.query<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(a.at) as since
     from desk.case_file c cross join lateral (select max(at) as at from desk.act a
       where a.order_no = c.order_no and a.ebp_code = c.ebp_code and a.kind = 'asked') a
     where c.recipient = $1 and c.state = 'asked'`,
    [recipient],
  );
  return { count: row?.count ?? 0, since: row?.since ?? undefined };
}

/** What an enterprise is asked, the one to be answered first first. */
export async function questionsOf(
  client: Queryable,
  recipient: string,
  after: QueueEnd | undefined,
  limit: number,
): Promise<Question[]> {
  return client.query<Question>(askedOf, [
    recipient,
    after?.dueAt ?? null,
    after?.orderNo ?? null,
    after?.ebpCode ?? null,
    limit,
  ]);
}
