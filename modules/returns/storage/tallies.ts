import { type Queryable, statement } from '#postgres';
import type { CaseName } from './cases.ts';

/** What names a tally. */
export interface TallyName {
  readonly logisticsNo: string;
  readonly operatorCode: string;
  readonly coElNo: string;
}

const used =
  statement(`select logistics_no as "logisticsNo", operator_code as "operatorCode", co_el_no as "coElNo"
  from returns.return_tally where logistics_no = any($1) and return_status = '399'`);

/** Tallies under these waybills by which goods have been moved. */
export async function usedTallies(client: Queryable, waybills: readonly string[]): Promise<TallyName[]> {
  return client.query<TallyName>(used, [waybills]);
}

const told = statement(`
select t.logistics_no as "logisticsNo", t.operator_code as "operatorCode", t.co_el_no as "coElNo",
  c.order_no as "orderNo", c.return_no as "returnNo", c.kind, c.direction
from returns.return_tally t
join returns.case_file c on c.logistics_no = t.logistics_no and c.state = 'accepted' and c.direction = 'export'
  and c.kind = 'return' and (t.invt_no is null or t.invt_no = c.invt_no)
where not t.deleted and t.app_status = '2' and (t.return_status = '2'
  or t.return_status = '399' and t.received_at >= c.applied_at and t.customs_code = c.customs_code)
order by t.received_at, c.return_no limit $1`);

/**
 * Tallies with an accepted return each is about; the first received first. One waits for its return; one by which goods
 * have moved tells of the other returns in the same parcel too, as far as they had been applied for by then.
 */
export async function toldTallies(
  client: Queryable,
  limit: number,
): Promise<{ readonly tally: TallyName; readonly of: CaseName }[]> {
  const rows = await client.query<TallyName & CaseName>(told, [limit]);
  return rows.map(({ logisticsNo, operatorCode, coElNo, ...of }) => ({
    tally: { logisticsNo, operatorCode, coElNo },
    of,
  }));
}
