import { type Queryable, statement } from '#postgres';
import { type ListHead, listColumns, listGoods, listHeads } from './list-pages.ts';

/** Which lists are looked for; what is absent lets all pass. */
export interface ListSearch {
  /** Customs code of the sender or a party. */
  readonly party?: string | undefined;
  /** Part of the name of a good. */
  readonly goodsName?: string | undefined;
  /** Received at this instant or later, ISO 8601. */
  readonly from?: string | undefined;
  /** Received before this instant. */
  readonly until?: string | undefined;
  readonly before?: ListPlace | undefined;
  /** So many lists are looked through at most. */
  readonly among: number;
  readonly limit: number;
}

export interface ListPlace {
  readonly receivedAt: string;
  readonly orderNo: string;
  readonly ebpCode: string;
}

const looked = `select order_no, ebp_code, received_at, sender, ebc_code, agent_code from declarations.import_list
  where ($1::timestamptz is null or (received_at, order_no, ebp_code) < ($1, $2, $3))
    and ($4::timestamptz is null or received_at >= $4) and ($5::timestamptz is null or received_at < $5)
  order by received_at desc, order_no desc, ebp_code desc`;

const found = statement(`select ${listColumns} from (
    select order_no, ebp_code from (${looked} limit $9) l
    where ($6::text is null or $6 in (sender, ebp_code, ebc_code, agent_code))
      and ($7::text is null or exists (select from declarations.import_list_item i
        where i.order_no = l.order_no and i.ebp_code = l.ebp_code and strpos(lower(i.gname), lower($7)) > 0))
    order by received_at desc, order_no desc, ebp_code desc limit $8) k
  join declarations.import_list l on l.order_no = k.order_no and l.ebp_code = k.ebp_code ${listGoods}
  order by l.received_at desc, l.order_no desc, l.ebp_code desc`);

const edge = statement(`select received_at as "receivedAt", order_no as "orderNo", ebp_code as "ebpCode"
  from (${looked}) l offset $6 limit 1`);

/** Lists that are looked for, the newest received first, and where the looking ended while there may be more. */
export async function searchLists(
  client: Queryable,
  search: ListSearch,
): Promise<{ readonly heads: ListHead[]; readonly end?: ListPlace }> {
  const { before, from, until, party, goodsName, limit, among } = search;
  const where = [
    ...[before?.receivedAt, before?.orderNo, before?.ebpCode, from, until].map((value) => value ?? null),
  ];
  const heads = await listHeads(client, found, [...where, party ?? null, goodsName ?? null, limit, among]);
  const [looked] =
    heads.length === limit ? heads.slice(-1) : await client.query<ListHead>(edge, [...where, among - 1]);
  if (!looked) return { heads };
  const { receivedAt, orderNo, ebpCode } = looked;
  return { heads, end: { receivedAt: receivedAt.toISOString(), orderNo, ebpCode } };
}
