import { type Queryable, statement } from '#postgres';
import { JUDGED, ROUTE } from './conditions.ts';

/** What a seller sold abroad on a platform; decimals as texts. */
export interface SellerIncome {
  readonly platform: string;
  readonly seller: string;
  readonly currency: string;
  readonly orders: number;
  readonly income: string;
}

const sellers = statement(`
select ebp_code as platform, ebc_code as seller, currency, count(distinct invt_no)::int as orders,
  trim_scale(sum(total_price))::text as income
from refunds.line where departed_on between $1 and $2 group by 1, 2, 3 order by 1, 2, 3`);

/** Income of sellers by platform and currency in a span of days. */
export const sellerIncomes = (
  client: Queryable,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<SellerIncome[]> => client.query<SellerIncome>(sellers, [from, to]);

/** Revenue of exports exempt without invoice, less what came back. */
export interface Revenue {
  /** First day of the quarter. */
  readonly quarter: string;
  readonly currency: string;
  readonly lines: number;
  readonly amount: string;
}

const exempt = statement(`
select date_trunc('quarter', l.departed_on)::date::text as quarter, l.currency, count(*)::int as lines,
  sum(round(l.total_price * (l.qty - l.returned) / l.qty, 2))::text as amount
from ${JUDGED}
where l.ebc_code = $2 and l.month between $3 and $4 and not l.invoiced and ${ROUTE} = 'exempt'
group by 1, 2 order by 1, 2`);

/** Revenue of an exporter's exempt exports by quarter and currency. */
export const exemptRevenue = (
  client: Queryable,
  wish: { readonly today: string; readonly ebcCode: string; readonly from: string; readonly to: string },
): Promise<Revenue[]> => client.query<Revenue>(exempt, [wish.today, wish.ebcCode, wish.from, wish.to]);
