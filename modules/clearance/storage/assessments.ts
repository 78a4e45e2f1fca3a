import { keyText } from '#documents';
import { type Queryable, statement } from '#postgres';
import type { ListKey } from './pages.ts';

const assessed = statement(`
select d.order_no as "orderNo", d.ebp_code as "ebpCode", assessment -> 'tax' as tax
from unnest($1::text[], $2::text[], $3::int[]) as w(order_no, ebp_code, attempt)
join clearance.decision d using (order_no, ebp_code, attempt)
where step = 0 and judge in ('engine', 'advice')`);

/** What the rules assessed of the tax of lists, as it is kept (`parseTax`), by business key. */
export async function taxesAssessed(
  client: Queryable,
  lists: readonly (ListKey & { readonly attempt: number })[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await client.query<ListKey & { tax: unknown }>(assessed, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
    lists.map(({ attempt }) => attempt),
  ]);
  return new Map(rows.map(({ orderNo, ebpCode, tax }) => [keyText([orderNo, ebpCode]), tax]));
}
