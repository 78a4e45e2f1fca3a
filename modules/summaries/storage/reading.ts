import { type Queryable, statement } from '#postgres';
import type { Application, ListLeftOut } from '../domain/application.ts';
import { COLUMNS } from './applications.ts';
import type { PartOf } from './proofs.ts';

const byNumber = statement(
  `select ${COLUMNS} from summaries.application where sum_no = $1 and ($2::text is null or ebc_code = $2)`,
);

/** An application by its number; of a party, where one is named. */
export async function applicationOf(
  client: Queryable,
  sumNo: string,
  party: string | undefined,
): Promise<Application | undefined> {
  const [row] = await client.query<Application>(byNumber, [sumNo, party ?? null]);
  return row;
}

const applications = statement(`
select ${COLUMNS} from summaries.application
where ($1::text is null or ebc_code = $1) and ($2::timestamptz is null or (applied_at, sum_no) < ($2, $3))
order by applied_at desc, sum_no desc limit $4`);

/** Applications, the latest first. */
export const applicationsPage = (
  client: Queryable,
  wanted: {
    readonly party: string | undefined;
    readonly before: { readonly at: string; readonly sumNo: string } | undefined;
    readonly limit: number;
  },
): Promise<Application[]> =>
  client.query<Application>(applications, [
    ...[wanted.party ?? null, wanted.before?.at ?? null, wanted.before?.sumNo ?? null, wanted.limit],
  ]);

/** A list that is not in a summary of its application, and why. */
export interface LeftOutRow {
  readonly invtNo: string;
  readonly why: ListLeftOut;
}

const leftOut = statement(`
select invt_no as "invtNo", left_out as why from summaries.named
where ebc_code = $1 and sum_no = $2 and left_out is not null and invt_no > $3 order by invt_no limit $4`);

/** Lists an application could not take, by number. */
export const leftOutOf = (
  client: Queryable,
  { ebcCode, sumNo }: Pick<Application, 'ebcCode' | 'sumNo'>,
  after: string,
  limit: number,
): Promise<LeftOutRow[]> => client.query<LeftOutRow>(leftOut, [ebcCode, sumNo, after, limit]);

/** A month of an enterprise: what is closed, what of it is taken into summaries. */
export interface MonthRow {
  readonly ebcCode: string;
  readonly ebcName: string;
  readonly month: string;
  readonly lists: number;
  readonly taken: number;
  readonly statisticsLists: number;
}

const months = statement(`
select ebc_code as "ebcCode", ebc_name as "ebcName", month::text as month, lists::float8 as lists, taken::float8 as taken,
  statistics_lists::float8 as "statisticsLists"
from summaries.tally
where ($1::text is null or ebc_code = $1) and ($2::date is null or (month, ebc_code) < ($2, $3))
order by month desc, ebc_code desc limit $4`);

/** Months, the latest first. */
export const monthsPage = (
  client: Queryable,
  wanted: {
    readonly party: string | undefined;
    readonly before: { readonly month: string; readonly ebcCode: string } | undefined;
    readonly limit: number;
  },
): Promise<MonthRow[]> =>
  client.query<MonthRow>(months, [
    ...[wanted.party ?? null, wanted.before?.month ?? null, wanted.before?.ebcCode ?? null, wanted.limit],
  ]);

/** A line of the statistics of a month; decimals as texts. */
export interface StatisticsRow {
  readonly ebcCode: string;
  readonly tradeMode: string;
  readonly country: string;
  readonly gcode: string;
  readonly currency: string;
  readonly unit1: string;
  readonly items: number;
  readonly qty1: string;
  readonly totalPrice: string;
}

const KEY = 'ebc_code, trade_mode, country, gcode, currency, unit1';
const statistics = statement(`
select ebc_code as "ebcCode", trade_mode as "tradeMode", country, gcode, currency, unit1, items::float8 as items,
  trim_scale(qty1)::text as qty1, trim_scale(total_price)::text as "totalPrice"
from summaries.statistics_line
where ($1::text is null or ebc_code = $1) and month = $2
  and ($3::text[] is null or (${KEY}) > ($3[1], $3[2], $3[3], $3[4], $3[5], $3[6]))
order by ${KEY} limit $4`);

/** Lines of the statistics of a month. @param after the key of the line before, in the order of its columns */
export const statisticsPage = (
  client: Queryable,
  wanted: {
    readonly party: string | undefined;
    readonly month: string;
    readonly after: readonly string[] | undefined;
    readonly limit: number;
  },
): Promise<StatisticsRow[]> =>
  client.query<StatisticsRow>(statistics, [
    ...[wanted.party ?? null, wanted.month, wanted.after ?? null, wanted.limit],
  ]);

/** A list of a summary, or what of it went to one line. */
export interface MemberRow {
  readonly position: number;
  readonly invtNo: string;
  readonly ebpCode: string;
  readonly orderNo: string;
  readonly logisticsNo: string;
  readonly closedAt: Date;
  readonly digest: string;
  readonly items: number;
  readonly qty: string;
  readonly totalPrice: string;
}

const members = statement(`
select m.position, l.invt_no as "invtNo", l.ebp_code as "ebpCode", l.order_no as "orderNo",
  l.logistics_no as "logisticsNo", l.closed_at as "closedAt", l.digest, g.items, g.qty, g."totalPrice"
from summaries.summary s
join summaries.application a on a.ebc_code = s.ebc_code and a.sum_no = s.sum_no
join summaries.member m on m.ebc_code = s.ebc_code and m.sum_no = s.sum_no
join summaries.list l on l.ebc_code = m.ebc_code and l.invt_no = m.invt_no
left join summaries.line n on n.ebc_code = s.ebc_code and n.decl_seq_no = s.decl_seq_no and n.line_no = $3
cross join lateral (
  select count(*)::int as items, trim_scale(sum(i.qty))::text as qty, trim_scale(sum(i.total_price))::text as "totalPrice"
  from summaries.item i where i.ebc_code = l.ebc_code and i.invt_no = l.invt_no
    and ($3::int is null or (i.country, i.gcode, i.currency, i.unit, i.unit1, i.unit2)
      = (n.country, n.gcode, n.currency, n.unit, n.unit1, n.unit2) and (not a.by_name or i.gname = n.gname))
) as g
where s.ebc_code = $1 and s.decl_seq_no = $2 and m.position between greatest(s.from_position, $4::int) and s.to_position
  and g.items > 0
order by m.position limit $5`);

/** Lists of a summary from a place on, with what of each went to a line, or to all of them. */
export const membersPage = (
  client: Queryable,
  { ebcCode, declSeqNo }: PartOf,
  wanted: { readonly line: number | undefined; readonly from: number; readonly limit: number },
): Promise<MemberRow[]> =>
  client.query<MemberRow>(members, [...[ebcCode, declSeqNo, wanted.line ?? null, wanted.from, wanted.limit]]);
