import { type Queryable, statement } from '#postgres';
import type { ConditionCode } from '../domain/eligibility.ts';
import {
  AMOUNTS,
  CONDITION_SQL,
  EXEMPTION_CODES,
  JUDGED,
  missing,
  REFUND_CODES,
  ROUTE,
} from './conditions.ts';

export type Route = 'refund' | 'exempt' | 'taxed';

/** A line of an export and which way its tax goes; decimals as texts. */
export interface LineRow {
  readonly ebcCode: string;
  readonly invtNo: string;
  readonly gnum: number;
  readonly departedOn: string;
  readonly claimBy: string | null;
  readonly tradeMode: string;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  readonly qty: string;
  readonly returned: string;
  readonly currency: string;
  readonly price: string;
  readonly totalPrice: string;
  readonly refundRate: string | null;
  readonly entryId: string | null;
  readonly fxReference: string | null;
  readonly invoices: readonly string[];
  readonly net: string | null;
  readonly vat: string | null;
  readonly refund: string | null;
  readonly claimNo: string | null;
  readonly route: Route;
  /** What of the conditions of refund, and of exemption, is not met. */
  readonly lacksForRefund: readonly ConditionCode[];
  readonly lacksForExemption: readonly ConditionCode[];
}

const page = statement(`
select l.ebc_code as "ebcCode", l.invt_no as "invtNo", l.gnum, l.departed_on::text as "departedOn", l.claim_by::text as "claimBy",
  l.trade_mode as "tradeMode", l.gcode, l.gname, l.unit, trim_scale(l.qty)::text as qty, trim_scale(l.returned)::text as returned,
  l.currency, trim_scale(l.price)::text as price, trim_scale(l.total_price)::text as "totalPrice",
  trim_scale(l.refund_rate)::text as "refundRate", l.entry_id as "entryId", l.fx_reference as "fxReference",
  array(select distinct m.invoice_no from refunds.matched m
    where m.ebc_code = l.ebc_code and m.invt_no = l.invt_no and m.gnum = l.gnum order by 1) as invoices,
  a.net::text as net, a.vat::text as vat, coalesce(c.refund, a.refund)::text as refund, c.claim_no as "claimNo",
  ${ROUTE} as route, ${missing(REFUND_CODES)} as "lacksForRefund", ${missing(EXEMPTION_CODES)} as "lacksForExemption"
from ${JUDGED} cross join ${AMOUNTS}
where l.month = $2::date and ($3::text is null or l.ebc_code = $3) and ($4::text is null or ${ROUTE} = $4)
  and ($5::text is null or (l.ebc_code, l.invt_no, l.gnum) > ($5, $6, $7::integer))
order by l.ebc_code, l.invt_no, l.gnum limit $8`);

/** Which lines are wanted. */
export interface LineWish {
  readonly today: string;
  /** First day of the month in which the goods left. */
  readonly month: string;
  readonly party: string | undefined;
  readonly route: Route | undefined;
  readonly after: { readonly ebcCode: string; readonly invtNo: string; readonly gnum: number } | undefined;
  readonly limit: number;
}

/** Lines of a month in the order of exporter, list and line. */
export const linesPage = (client: Queryable, wish: LineWish): Promise<LineRow[]> =>
  client.query<LineRow>(page, [
    ...[wish.today, wish.month, wish.party ?? null, wish.route ?? null],
    ...[wish.after?.ebcCode ?? null, wish.after?.invtNo ?? null, wish.after?.gnum ?? null, wish.limit],
  ]);

/** How the lines of a month go, and what keeps them from refund. */
export interface Picture {
  readonly routes: readonly { readonly route: Route; readonly lines: number; readonly claimed: number }[];
  readonly missing: readonly { readonly code: ConditionCode; readonly lines: number }[];
  /** What may be claimed now; CNY. */
  readonly claimable: { readonly lines: number; readonly net: string; readonly refund: string };
  /** The last days to claim lines that could still be claimed: the first of them. */
  readonly claimBy: string | null;
}

const counts = REFUND_CODES.map(
  (code) => `count(*) filter (where c.claim_no is null and not (${CONDITION_SQL[code]}))::int as "${code}"`,
).join(', ');

const byRoute = statement(`
select ${ROUTE} as route, count(*)::int as lines, count(c.claim_no)::int as claimed,
  min(l.claim_by) filter (where c.claim_no is null and l.refund_rate > 0)::text as "claimBy", ${counts}
from ${JUDGED} where l.month = $2::date and ($3::text is null or l.ebc_code = $3) group by 1 order by 1`);

const claimable = statement(`
select count(*)::int as lines, coalesce(sum(a.net), 0)::text as net, coalesce(sum(a.refund), 0)::text as refund
from ${JUDGED} cross join ${AMOUNTS}
where l.month = $2::date and ($3::text is null or l.ebc_code = $3) and c.claim_no is null and l.returned < l.qty
  and ${ROUTE} = 'refund'`);

/** How the lines of a month go, of a party or of the zone. */
export async function pictureOf(
  client: Queryable,
  wish: Pick<LineWish, 'today' | 'month' | 'party'>,
): Promise<Picture> {
  const values = [wish.today, wish.month, wish.party ?? null];
  type Row = Record<ConditionCode, number> & { claimBy: string | null } & Picture['routes'][number];
  const rows = await client.query<Row>(byRoute, values);
  const [now] = await client.query<Picture['claimable']>(claimable, values);
  const lacking = REFUND_CODES.map((code) => ({
    code,
    lines: rows.reduce((whole, row) => whole + row[code], 0),
  }));
  return {
    routes: rows.map(({ route, lines, claimed }) => ({ route, lines, claimed })),
    missing: lacking.filter(({ lines }) => lines > 0),
    claimable: now ?? { lines: 0, net: '0', refund: '0' },
    claimBy: rows.reduce<string | null>(
      (first, row) => (row.claimBy !== null && (first === null || row.claimBy < first) ? row.claimBy : first),
      null,
    ),
  };
}
