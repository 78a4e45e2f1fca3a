import { keyText } from '#documents';
import { type Queryable, statement } from '#postgres';

const guarantors = statement(`
select order_no as "orderNo", ebp_code as "ebpCode", assure_code as guarantor from declarations.import_list
where order_no = any($1)`);

/** Customs codes of the enterprises that answer for the tax (assureCode), by business key. */
export async function guarantorsOf(
  client: Queryable,
  orderNos: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await client.query<{ orderNo: string; ebpCode: string; guarantor: string }>(guarantors, [
    orderNos,
  ]);
  return new Map(rows.map(({ orderNo, ebpCode, guarantor }) => [keyText([orderNo, ebpCode]), guarantor]));
}
