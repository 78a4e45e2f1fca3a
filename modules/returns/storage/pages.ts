import { type Queryable, statement } from '#postgres';
import { type CaseFile, type CaseStepRow, caseColumns } from './cases.ts';

/** Which cases are looked for; what is absent lets all pass. */
export interface CaseWish {
  /** Customs code of an enterprise whose they have to be. */
  readonly party?: string | undefined;
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly direction?: string | undefined;
  readonly orderNo?: string | undefined;
  readonly before?: { readonly at: string; readonly returnNo: string } | undefined;
  readonly limit: number;
}

/** A case as a table of them shows it. */
export interface CaseRow extends CaseFile {
  readonly firstGoods: string | null;
  readonly lineCount: number;
}

const page = statement(`
select ${caseColumns},
  (select l.gname from returns.line l where l.order_no = c.order_no and l.return_no = c.return_no order by gnum limit 1)
    as "firstGoods",
  (select count(*)::int from returns.line l where l.order_no = c.order_no and l.return_no = c.return_no) as "lineCount"
from returns.case_file c
where ($1::text is null or $1 in (sender, ebc_code, agent_code, ebp_code)) and ($2::text is null or state = $2)
  and ($3::text is null or kind = $3) and ($4::text is null or (order_no = $4 and direction = 'import') or export_order_no = $4)
  and ($5::timestamptz is null or (applied_at, return_no) < ($5, $6)) and ($8::text is null or direction = $8)
order by applied_at desc, return_no desc limit $7`);

/** Cancellations and returns, the latest first. */
export async function casesPage(client: Queryable, wish: CaseWish): Promise<CaseRow[]> {
  return client.query<CaseRow>(page, [
    ...[wish.party ?? null, wish.state ?? null, wish.kind ?? null, wish.orderNo ?? null],
    ...[wish.before?.at ?? null, wish.before?.returnNo ?? null, wish.limit, wish.direction ?? null],
  ]);
}

/** How many cases wait in each state that something is to be done in. */
export async function openCounts(
  client: Queryable,
  party: string | undefined,
): Promise<{ readonly state: string; readonly cases: number }[]> {
  return client.query(
    `select state, count(*)::int as cases from returns.case_file
     where state in ('applied', 'accepted', 'arrived') and ($1::text is null or $1 in (sender, ebc_code, agent_code, ebp_code))
     group by state`,
    [party ?? null],
  );
}

/** The steps of a case, the first first. */
export async function stepsOf(
  client: Queryable,
  { orderNo, returnNo }: Pick<CaseFile, 'orderNo' | 'returnNo'>,
): Promise<CaseStepRow[]> {
  return client.query<CaseStepRow>(
    `select seq, at, from_state as "fromState", to_state as "toState", by_what as "byWhat", by_whom as "byWhom", note, findings
     from returns.step where order_no = $1 and return_no = $2 order by seq`,
    [orderNo, returnNo],
  );
}
