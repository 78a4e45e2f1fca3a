import { type Queryable, statement } from '#postgres';
import type { SummaryWish } from '../domain/summarise.ts';

/** A summary as it lies in its table. */
export interface SummaryRow {
  readonly ebcCode: string;
  readonly declSeqNo: string;
  readonly sumNo: string;
  readonly month: string;
  readonly state: 'declared' | 'cancelled';
  readonly ebcName: string;
  readonly ownerCode: string;
  readonly ownerName: string;
  readonly tradeMode: string;
  readonly trafMode: string;
  readonly country: string;
  readonly portCode: string;
  readonly customsCode: string;
  readonly entryId: string;
  readonly lists: number;
  readonly lines: number;
  readonly grossWeight: string;
  readonly netWeight: string;
  readonly root: string;
  readonly madeAt: Date;
  readonly cancelledAt: Date | null;
  readonly reason: string;
}

const COLUMNS = `s.ebc_code as "ebcCode", s.decl_seq_no as "declSeqNo", s.sum_no as "sumNo", s.month::text as month, s.state,
  s.ebc_name as "ebcName", s.owner_code as "ownerCode", s.owner_name as "ownerName", s.trade_mode as "tradeMode",
  s.traf_mode as "trafMode", s.country, s.port_code as "portCode", s.customs_code as "customsCode",
  s.entry_id as "entryId", s.lists, s.lines, trim_scale(s.gross_weight)::text as "grossWeight",
  trim_scale(s.net_weight)::text as "netWeight", s.root, s.made_at as "madeAt", s.cancelled_at as "cancelledAt",
  s.reason`;

const byNumber = statement(
  `select ${COLUMNS} from summaries.summary s where s.decl_seq_no = $1 and ($2::text is null or s.ebc_code = $2)`,
);

/** A summary by its number; of a party, where one is named. */
export async function summaryOf(
  client: Queryable,
  declSeqNo: string,
  party: string | undefined,
): Promise<SummaryRow | undefined> {
  const [row] = await client.query<SummaryRow>(byNumber, [declSeqNo, party ?? null]);
  return row;
}

/** Which summaries are wanted; what is left out is not asked for. */
export interface SummaryWanted {
  readonly party?: string | undefined;
  readonly month?: string | undefined;
  readonly sumNo?: string | undefined;
  readonly before?: { readonly at: string; readonly declSeqNo: string } | undefined;
  readonly limit: number;
}

const page = statement(`
select ${COLUMNS} from summaries.summary s
where ($1::text is null or s.ebc_code = $1) and ($2::date is null or s.month = $2)
  and ($3::text is null or s.sum_no = $3)
  and ($4::timestamptz is null or (s.made_at, s.decl_seq_no) < ($4, $5))
order by s.made_at desc, s.decl_seq_no desc limit $6`);

/** Summaries, the latest first. */
export const summariesPage = (client: Queryable, wanted: SummaryWanted): Promise<SummaryRow[]> =>
  client.query<SummaryRow>(page, [
    ...[wanted.party ?? null, wanted.month ?? null, wanted.sumNo ?? null],
    ...[wanted.before?.at ?? null, wanted.before?.declSeqNo ?? null, wanted.limit],
  ]);

/** A line of a summary as it lies in its table; decimals as texts. */
export interface LineRow {
  readonly lineNo: number;
  readonly country: string;
  readonly gcode: string;
  readonly currency: string;
  readonly unit: string;
  readonly unit1: string;
  readonly unit2: string;
  readonly gname: string;
  readonly qty: string;
  readonly qty1: string;
  readonly qty2: string;
  readonly totalPrice: string;
  readonly items: number;
}

const lines = statement(`
select line_no as "lineNo", country, gcode, currency, unit, unit1, unit2, gname, trim_scale(qty)::text as qty,
  trim_scale(qty1)::text as qty1, trim_scale(qty2)::text as qty2, trim_scale(total_price)::text as "totalPrice", items
from summaries.line where ebc_code = $1 and decl_seq_no = $2 order by line_no`);

/** The lines of a summary, in their order. */
export const linesOf = (client: Queryable, ebcCode: string, declSeqNo: string): Promise<LineRow[]> =>
  client.query<LineRow>(lines, [ebcCode, declSeqNo]);

const wish = statement(`
select by_seller as "bySeller", by_name as "byName", most_lines as "mostLines" from summaries.application
where ebc_code = $1 and sum_no = $2`);

/** How the applicant wanted lists put together, and how many lines a summary might have then. */
export async function wishOf(
  client: Queryable,
  { ebcCode, sumNo }: SummaryRow,
): Promise<{ readonly wish: SummaryWish; readonly mostLines: number }> {
  const [row] = await client.query<SummaryWish & { mostLines: number }>(wish, [ebcCode, sumNo]);
  if (!row) throw new Error(`application ${sumNo} is gone`);
  const { bySeller, byName, mostLines } = row;
  return { wish: { bySeller, byName }, mostLines };
}
