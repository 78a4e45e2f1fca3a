import { keyText } from '#documents';
import { type Queryable, statement } from '#postgres';

const sameNumbers = statement(`
select logistics_code as "logisticsCode", logistics_no as "logisticsNo", order_no as "orderNo"
from waybills.import_waybill
where logistics_no = any($1) and not deleted and received_at >= $2::date`);

/**
 * Orders that carry these waybill numbers, by carrier and number: a carrier's number must not come back
 * within a time.
 * @param since YYYY-MM-DD
 */
export async function ordersByWaybill(
  client: Queryable,
  logisticsNos: readonly string[],
  since: string,
): Promise<Map<string, string[]>> {
  const rows = await client.query<{ logisticsCode: string; logisticsNo: string; orderNo: string }>(
    sameNumbers,
    [logisticsNos, since],
  );
  const orders = new Map<string, string[]>();
  for (const { logisticsCode, logisticsNo, orderNo } of rows) {
    const key = keyText([logisticsCode, logisticsNo]);
    const known = orders.get(key);
    if (known) known.push(orderNo);
    else orders.set(key, [orderNo]);
  }
  return orders;
}

// With the collation "C" a prefix is a range of the index on the number.
const byNumber = statement(
  `select distinct order_no as "orderNo" from waybills.import_waybill
   where logistics_no >= $1 and logistics_no < $1 || chr(1114111) limit 50`,
);

/** Orders whose waybill's number begins so, of whatever carrier; some 50 at most. */
export async function ordersOfWaybill(client: Queryable, prefix: string): Promise<string[]> {
  const rows = await client.query<{ orderNo: string }>(byNumber, [prefix]);
  return rows.map(({ orderNo }) => orderNo);
}
