import { type Queryable, statement } from '#postgres';
import type { Judge, Outcome } from './decisions.ts';

export interface ListKey {
  readonly orderNo: string;
  readonly ebpCode: string;
}

/** Where one list stands: waiting, or its latest decision. */
export interface ListStanding extends ListKey {
  readonly state: 'waiting' | Outcome;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly invtNo: string | null;
  readonly taxTotal: string | null;
  readonly at: Date;
  readonly deadline: Date | null;
}

// How far a list has come that is with customs, its latest word says. A waiting row is newer than any decision: a list judged before has been sent again.
const standings = statement(`
select distinct on (order_no, ebp_code) * from (
  select order_no as "orderNo", ebp_code as "ebpCode", order_no, ebp_code, attempt, 0 as step, 'waiting' as state,
    '2' as "returnStatus", '' as "returnInfo", null as "invtNo", null as "taxTotal", accepted_at as at, deadline
  from clearance.waiting where order_no = any($1)
  union all
  select order_no, ebp_code, order_no, ebp_code, attempt, step, outcome,
    case when outcome = 'forwarded' then coalesce((select p.return_status from clearance.progress p
      where p.order_no = d.order_no and p.ebp_code = d.ebp_code and p.attempt = d.attempt
      order by p.return_time desc limit 1), return_status) else return_status end,
    return_info, invt_no, tax_total::text, decided_at, null
  from clearance.decision d where order_no = any($1)) s
order by order_no, ebp_code, attempt desc, step desc`);

export async function standingsOf(client: Queryable, orderNos: readonly string[]): Promise<ListStanding[]> {
  return client.query<ListStanding>(standings, [orderNos]);
}

const decidedPage = statement(`
select order_no as "orderNo", ebp_code as "ebpCode", decided_at as at from clearance.decision d
where outcome = $1 and ($2::timestamptz is null or (decided_at, order_no, ebp_code) < ($2, $3, $4))
  and not exists (select from clearance.decision n
    where n.order_no = d.order_no and n.ebp_code = d.ebp_code and (n.attempt, n.step) > (d.attempt, d.step))
  and not exists (select from clearance.waiting w where w.order_no = d.order_no and w.ebp_code = d.ebp_code)
order by decided_at desc, order_no desc, ebp_code desc limit $5`);

const waitingPage = statement(`
select order_no as "orderNo", ebp_code as "ebpCode", accepted_at as at from clearance.waiting
where ($1::timestamptz is null or (accepted_at, order_no, ebp_code) < ($1, $2, $3))
order by accepted_at desc, order_no desc, ebp_code desc limit $4`);

/** Where a page ends: the instant that orders it (ISO 8601), and the key of its last list. */
export interface PageEnd extends ListKey {
  readonly at: string;
}

/** Keys of the lists in one state, the latest first. */
export async function listsInState(
  client: Queryable,
  state: 'waiting' | Outcome,
  before: PageEnd | undefined,
  limit: number,
): Promise<(ListKey & { at: Date })[]> {
  const from = [before?.at ?? null, before?.orderNo ?? null, before?.ebpCode ?? null];
  return state === 'waiting'
    ? client.query(waitingPage, [...from, limit])
    : client.query(decidedPage, [state, ...from, limit]);
}

/** Keys of decided lists by inventory number 清单编号. */
export async function listsByInvtNo(client: Queryable, prefix: string, limit: number): Promise<ListKey[]> {
  return client.query(
    `select distinct order_no as "orderNo", ebp_code as "ebpCode" from clearance.decision
     where invt_no >= $1 and invt_no < $1 || chr(1114111) limit $2`,
    [prefix, limit],
  );
}

export interface FullDecision extends ListKey {
  readonly attempt: number;
  readonly acceptedAt: Date;
  readonly decidedAt: Date;
  readonly judge: Judge;
  readonly outcome: Outcome;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly invtNo: string | null;
  readonly recipient: string;
  readonly dutiableValue: string | null;
  readonly taxTotal: string | null;
  readonly buyerKey: string | null;
  readonly rulebook: string;
  readonly assessment: unknown;
}

/** All decisions on one list, the first first. */
export async function decisionsOf(client: Queryable, key: ListKey): Promise<FullDecision[]> {
  return client.query<FullDecision>(
    `select order_no as "orderNo", ebp_code as "ebpCode", attempt, accepted_at as "acceptedAt",
       decided_at as "decidedAt", judge, outcome, return_status as "returnStatus", return_info as "returnInfo",
       invt_no as "invtNo", recipient, dutiable_value::text as "dutiableValue", tax_total::text as "taxTotal",
       buyer_key as "buyerKey", rulebook, assessment
     from clearance.decision where order_no = $1 and ebp_code = $2 order by attempt, step`,
    [key.orderNo, key.ebpCode],
  );
}

/** Median of acceptance to decision over the latest 500 released lists, milliseconds; undefined without any. */
export async function medianDecisionMs(client: Queryable): Promise<number | undefined> {
  const rows = await client.query<{ median: number | null }>(
    `select percentile_cont(0.5) within group (order by extract(epoch from decided_at - accepted_at) * 1000)::float8
       as median
     from (select decided_at, accepted_at from clearance.decision where outcome = 'released'
       order by decided_at desc limit 500) latest`,
  );
  return rows[0]?.median ?? undefined;
}
