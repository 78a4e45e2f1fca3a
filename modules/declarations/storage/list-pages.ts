import { keyText } from '#documents';
import { type Queryable, type Statement, statement } from '#postgres';
import { importLists } from './import-lists.ts';

/** A list as a table of lists shows it. Personal data is in the clear: mask it before it leaves the house. */
export interface ListHead {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly ebpName: string;
  readonly ebcCode: string;
  readonly ebcName: string;
  readonly agentCode: string;
  readonly agentName: string;
  readonly copNo: string | null;
  readonly preNo: string;
  readonly logisticsNo: string;
  readonly tradeMode: string;
  readonly customsCode: string;
  readonly buyerName: string;
  readonly sender: string;
  /** Customs code of the enterprise it was sent for by delegation. */
  readonly sentFor: string | null;
  /** What its sender was answered: 2, or 1 when it is only saved. */
  readonly returnStatus: string;
  readonly deleted: boolean;
  readonly receivedAt: Date;
  readonly itemCount: number;
  readonly firstGoodsName: string;
  /** CNY, decimal text: sum of the goods lines. */
  readonly goodsValue: string;
}

/** Of `l`, a list, and `g`, its goods. */
export const listColumns = `l.order_no as "orderNo", l.ebp_code as "ebpCode", l.ebp_name as "ebpName", l.ebc_code as "ebcCode",
  l.ebc_name as "ebcName", l.agent_code as "agentCode", l.agent_name as "agentName", l.cop_no as "copNo",
  l.official_pre_no as "preNo", l.logistics_no as "logisticsNo", l.trade_mode as "tradeMode",
  l.customs_code as "customsCode", l.buyer_name as "buyerName", l.personal, l.sender, l.sent_for as "sentFor",
  l.return_status as "returnStatus", l.deleted, l.received_at as "receivedAt",
  g.items as "itemCount", g.first as "firstGoodsName", g.value as "goodsValue"`;

export const listGoods = `cross join lateral (
    select count(*)::int as items, (array_agg(i.gname order by i.gnum))[1] as first,
      coalesce(sum(i.total_price), 0)::text as value
    from declarations.import_list_item i where i.order_no = l.order_no and i.ebp_code = l.ebp_code) g`;

/** Rows of `listColumns` as heads of lists, what tells of a person opened. */
export async function listHeads(
  client: Queryable,
  query: Statement,
  values: readonly unknown[],
): Promise<ListHead[]> {
  const rows = await client.query<ListHead & { personal: Buffer | null }>(query, values);
  return rows.map(({ personal, ...head }) =>
    personal
      ? {
          ...head,
          buyerName:
            importLists.openPersonal(client.vault, importLists.keyOf(head), personal).buyerName ?? '',
        }
      : head,
  );
}

const byKeys = statement(`select ${listColumns}
  from unnest($1::text[], $2::text[]) as k(order_no, ebp_code)
  join declarations.import_list l on l.order_no = k.order_no and l.ebp_code = k.ebp_code ${listGoods}`);

/** The lists of these keys, by key; unknown ones are left out. */
export async function listsOf(
  client: Queryable,
  keys: readonly { readonly orderNo: string; readonly ebpCode: string }[],
): Promise<Map<string, ListHead>> {
  const rows = await listHeads(client, byKeys, [
    keys.map(({ orderNo }) => orderNo),
    keys.map(({ ebpCode }) => ebpCode),
  ]);
  return new Map(rows.map((row) => [keyText([row.orderNo, row.ebpCode]), row]));
}

export interface ListWish {
  /** Only lists older than this one; from the newest when absent. */
  readonly before?: { readonly receivedAt: string; readonly orderNo: string; readonly ebpCode: string };
  /** Only lists this enterprise is a party of or sent. */
  readonly party?: string;
  readonly tradeMode?: string;
  readonly customsCode?: string;
  /** So many lists are looked through at most: parties, modes and offices have no index, each would cost every list. */
  readonly among: number;
  readonly limit: number;
}

const before = '($1::timestamptz is null or (received_at, order_no, ebp_code) < ($1, $2, $3))';
const newestFirst = 'order by received_at desc, order_no desc, ebp_code desc';

// Only what is compared is carried along: whole rows are read of those that fit.
const compared = 'order_no, ebp_code, received_at, sender, ebc_code, agent_code, trade_mode, customs_code';

const page = statement(`select ${listColumns} from (
    select order_no, ebp_code from (
      select ${compared} from declarations.import_list where ${before} ${newestFirst} limit $8) newest
    where ($4::text is null or $4 in (sender, ebp_code, ebc_code, agent_code))
      and ($5::text is null or trade_mode = $5)
      and ($6::text is null or customs_code = $6)
    ${newestFirst} limit $7) k
  join declarations.import_list l on l.order_no = k.order_no and l.ebp_code = k.ebp_code ${listGoods}
  order by l.received_at desc, l.order_no desc, l.ebp_code desc`);

/** Lists, the newest received first. */
export async function newestLists(client: Queryable, wish: ListWish): Promise<ListHead[]> {
  const { party, tradeMode, customsCode, limit, among } = wish;
  return listHeads(client, page, [
    ...startOf(wish),
    party ?? null,
    tradeMode ?? null,
    customsCode ?? null,
    limit,
    among,
  ]);
}

const startOf = ({ before }: ListWish): (string | null)[] => [
  before?.receivedAt ?? null,
  before?.orderNo ?? null,
  before?.ebpCode ?? null,
];

const edge = statement(`select received_at as "receivedAt", order_no as "orderNo", ebp_code as "ebpCode"
  from declarations.import_list where ${before} ${newestFirst} offset $4 limit 1`);

/** The last of the lists that were looked through for a wish; undefined when there were fewer than `among`. */
export async function lastLookedAt(
  client: Queryable,
  wish: ListWish,
): Promise<Pick<ListHead, 'receivedAt' | 'orderNo' | 'ebpCode'> | undefined> {
  const rows = await client.query<ListHead>(edge, [...startOf(wish), wish.among - 1]);
  return rows[0];
}

// With the collation "C" a prefix is a range of the primary key.
const byPrefix = statement(`select order_no as "orderNo", ebp_code as "ebpCode" from declarations.import_list
  where order_no >= $1 and order_no < $1 || chr(1114111) order by order_no limit $2`);

/** Keys of the lists whose order number begins so. */
export async function listsByOrderNo(
  client: Queryable,
  prefix: string,
  limit: number,
): Promise<{ orderNo: string; ebpCode: string }[]> {
  return client.query(byPrefix, [prefix, limit]);
}

const recentNumbers = statement(`select order_no as "orderNo", ebp_code as "ebpCode" from (
    select order_no, ebp_code, cop_no, official_pre_no from declarations.import_list
    order by received_at desc limit $3) l
  where starts_with(l.cop_no, $1) or starts_with(l.official_pre_no, $1) limit $2`);

/**
 * Keys of recent lists whose own number or pre-entry number begins so. These numbers have no index (each would
 * cost every list), so only the newest lists are looked through.
 */
export async function recentListsByNumber(
  client: Queryable,
  prefix: string,
  limit: number,
  among: number,
): Promise<{ orderNo: string; ebpCode: string }[]> {
  return client.query(recentNumbers, [prefix, limit, among]);
}

const ofPerson = statement(
  `select order_no as "orderNo", ebp_code as "ebpCode" from declarations.import_list
   where person = $1 and not deleted order by received_at desc limit $2`,
);

/** Keys of a person's lists, the latest first. @param person digest of type and number of an identity document */
export async function listsOfPerson(
  client: Queryable,
  person: string,
  limit: number,
): Promise<{ orderNo: string; ebpCode: string }[]> {
  return client.query(ofPerson, [person, limit]);
}
