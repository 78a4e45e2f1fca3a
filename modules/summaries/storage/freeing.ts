import { type Client, statement } from '#postgres';
import type { Application } from '../domain/application.ts';

const free = statement(`
with freed as (
  update summaries.member set live = false
  where ebc_code = $1 and sum_no = $2 and position between $3 and $4 and live returning invt_no
), counted as (
  select l.month, count(*) as lists from freed join summaries.list l on l.ebc_code = $1 and l.invt_no = freed.invt_no
  group by l.month
), told as (
  update summaries.tally t set taken = t.taken - c.lists from counted c where t.ebc_code = $1 and t.month = c.month
)
select coalesce(sum(lists), 0)::int as lists from counted`);

/** Lets lists between two places go: each may be taken by another application from now on. @returns how many */
export async function freeLists(
  client: Client,
  { ebcCode, sumNo }: Pick<Application, 'ebcCode' | 'sumNo'>,
  from: number,
  to: number,
): Promise<number> {
  const [row] = await client.query<{ lists: number }>(free, [ebcCode, sumNo, from, to]);
  return row?.lists ?? 0;
}

/** A summary as it is cancelled. */
export interface Cancelled {
  readonly ebcCode: string;
  readonly sumNo: string;
  readonly declSeqNo: string;
  readonly from: number;
  readonly to: number;
}

const cancel = statement(`
update summaries.summary set state = 'cancelled', cancelled_at = $4, cancelled_by = $5, reason = $6
where ebc_code = $1 and state = 'declared' and sum_no = $2 and ($3::text is null or decl_seq_no = $3)
returning ebc_code as "ebcCode", sum_no as "sumNo", decl_seq_no as "declSeqNo", from_position as "from",
  to_position as "to"`);

/** Cancels a summary, or all of an application. @returns those that were in force */
export function cancelSummaries(
  client: Client,
  { ebcCode, sumNo }: Pick<Application, 'ebcCode' | 'sumNo'>,
  declSeqNo: string | undefined,
  word: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<Cancelled[]> {
  return client.query<Cancelled>(cancel, [ebcCode, sumNo, declSeqNo ?? null, word.at, word.by, word.reason]);
}
