import { type Queryable, statement } from '#postgres';
import type { Goods } from '../domain/goods.ts';

// One step an enterprise through the key, however many goods each has.
const SELLERS = statement(`
  with recursive seller as (
    (select ebc_code from registry.goods order by ebc_code limit 1)
    union all
    select (select next.ebc_code from registry.goods next where next.ebc_code > seller.ebc_code
      order by next.ebc_code limit 1)
    from seller where seller.ebc_code is not null)
  select ebc_code as "ebcCode" from seller where ebc_code is not null`);

/** Whoever has goods on file. */
export async function sellersOfGoods(client: Queryable): Promise<ReadonlySet<string>> {
  return new Set((await client.query<{ ebcCode: string }>(SELLERS)).map(({ ebcCode }) => ebcCode));
}

/** What lists are compared with. */
export type ApprovedGoods = Pick<
  Goods,
  'ebcCode' | 'itemNo' | 'gcode' | 'gname' | 'country' | 'unit' | 'unit1' | 'price'
>;

const APPROVED = statement(`
  select ebc_code as "ebcCode", item_no as "itemNo", gcode, gname, country, unit, unit1, price
  from registry.goods join unnest($1::text[], $2::text[]) as wanted (code, number)
    on ebc_code = code and item_no = number
  where state = 'approved' and valid_from <= $3::date and (valid_to is null or valid_to >= $3::date)`);

/** Approved goods among those asked for, valid on a day. */
export async function approvedGoods(
  client: Queryable,
  wanted: readonly { readonly ebcCode: string; readonly itemNo: string }[],
  day: string,
): Promise<ApprovedGoods[]> {
  const rows = await client.query<Omit<ApprovedGoods, 'price'> & { price: string | null }>(APPROVED, [
    wanted.map(({ ebcCode }) => ebcCode),
    wanted.map(({ itemNo }) => itemNo),
    day,
  ]);
  return rows.map(({ price, ...goods }) => ({ ...goods, ...(price === null ? {} : { price }) }));
}
