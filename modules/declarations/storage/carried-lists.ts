import { type Queryable, statement } from '#postgres';

/** A list as those who carry its goods look at it: nothing of persons in it. */
export interface CarriedList {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly emsNo: string | null;
  readonly tradeMode: string;
  readonly trafMode: string;
  readonly grossWeight: string;
  /** Customs codes of those it concerns: sender, platform, seller, agent, carrier. */
  readonly parties: readonly string[];
  readonly goods: readonly CarriedGoods[];
}

/** A goods line; quantities as decimal texts in three units. */
export interface CarriedGoods {
  readonly gnum: number;
  readonly itemRecordNo: string | null;
  readonly qty: string;
  readonly unit: string;
  readonly qty1: string;
  readonly unit1: string;
  readonly qty2: string | null;
  readonly unit2: string | null;
  /** What the declarant wrote on the line. */
  readonly note: string | null;
}

const carried = statement(`
select l.order_no as "orderNo", l.ebp_code as "ebpCode", l.ems_no as "emsNo", l.trade_mode as "tradeMode",
  l.traf_mode as "trafMode", l.gross_weight::text as "grossWeight",
  array_remove(array[l.sender, l.sent_for, l.ebp_code, l.ebc_code, l.agent_code, l.logistics_code], null) as parties,
  (select coalesce(json_agg(json_build_object('gnum', i.gnum, 'itemRecordNo', i.item_record_no, 'qty', i.qty::text,
     'unit', i.unit, 'qty1', i.qty1::text, 'unit1', i.unit1, 'qty2', i.qty2::text, 'unit2', i.unit2,
     'note', i.note) order by i.gnum), '[]')
   from declarations.import_list_item i where i.order_no = l.order_no and i.ebp_code = l.ebp_code) as goods
from unnest($1::text[], $2::text[]) as k(order_no, ebp_code)
join declarations.import_list l on l.order_no = k.order_no and l.ebp_code = k.ebp_code
where not l.deleted`);

/** The lists of these keys that are on file and not withdrawn. */
export async function carriedLists(
  client: Queryable,
  keys: readonly { readonly orderNo: string; readonly ebpCode: string }[],
): Promise<CarriedList[]> {
  return client.query<CarriedList>(carried, [
    keys.map(({ orderNo }) => orderNo),
    keys.map(({ ebpCode }) => ebpCode),
  ]);
}

const ofBook = statement(`select order_no as "orderNo", ebp_code as "ebpCode" from (
    select order_no, ebp_code, ems_no, deleted from declarations.import_list
    order by received_at desc limit $2) l
  where ems_no = $1 and not deleted limit $3`);

/**
 * Keys of lists that name an account book, the latest first. Books have no index (each would cost every list), so only
 * the newest lists are looked through.
 */
export async function recentListsOfBook(
  client: Queryable,
  emsNo: string,
  among: number,
  limit: number,
): Promise<{ orderNo: string; ebpCode: string }[]> {
  return client.query(ofBook, [emsNo, among, limit]);
}
