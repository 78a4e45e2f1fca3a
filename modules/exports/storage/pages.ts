import { type Queryable, statement } from '#postgres';
import type { ExportJudge, ExportKey, ExportOutcome, ExportStanding } from '../domain/export-list.ts';
import { standingColumns } from './standings.ts';

/** Where a page ends: the instant that orders it (ISO 8601), and the key of its last list. */
export interface PageEnd extends ExportKey {
  readonly at: string;
}

export interface ExportWish {
  readonly state?: ExportOutcome | undefined;
  /** Only lists this enterprise is a party of or sent. */
  readonly party?: string | undefined;
  /** Beginning of the order number. */
  readonly number?: string | undefined;
  /** Only held lists of which something is proposed that a second officer has to confirm. */
  readonly proposed?: boolean | undefined;
  readonly before?: PageEnd | undefined;
  readonly limit: number;
}

/** So many lists are looked through at most for a page: parties have no index, each would cost every list. */
const among = 1_000;

interface Looked extends ExportKey {
  readonly at: Date;
  readonly fits: boolean;
}

const keys = 'order_no, ebp_code, ebc_code';
const page = (columns: string, table: string, at: string, where: string, party: string): string => `
select order_no as "orderNo", ebp_code as "ebpCode", ebc_code as "ebcCode", ${at} as at,
  ($5::text is null or $5 in (${party})) and ($6::text is null or starts_with(order_no, $6)) as fits
from (select ${keys}, ${columns} from exports.${table}
  where ${where} and ($1::timestamptz is null or (${at}, ${keys}) < ($1, $2, $3, $4))
  order by ${at} desc, order_no desc, ebp_code desc, ebc_code desc limit ${among}) l
order by ${at} desc, order_no desc, ebp_code desc, ebc_code desc`;

const newest = statement(
  page(
    'received_at, sender, agent_code',
    'export_list',
    'received_at',
    'true',
    'sender, agent_code, ebc_code, ebp_code',
  ),
);
const waiting = statement(
  page('accepted_at, recipient', 'waiting', 'accepted_at', 'true', 'recipient, ebc_code, ebp_code'),
);
const inState = statement(
  page(
    'decided_at, recipient, agent_code',
    'standing',
    'decided_at',
    'outcome = $7',
    'recipient, agent_code, ebc_code, ebp_code',
  ),
);
const proposals = statement(
  page(
    'decided_at, recipient, agent_code',
    'standing s',
    'decided_at',
    `outcome = 'held' and exists (select from exports.proposal p
      where p.order_no = s.order_no and p.ebp_code = s.ebp_code and p.ebc_code = s.ebc_code
        and p.attempt = s.attempt and p.step = s.step
        and not exists (select from exports.proposal_answer a where a.order_no = p.order_no
          and a.ebp_code = p.ebp_code and a.ebc_code = p.ebc_code and a.proposal = p.seq))`,
    'recipient, agent_code, ebc_code, ebp_code',
  ),
);

/** Keys of lists, the latest first, and where the looking ended while there may be more. */
export async function pageOfExports(
  client: Queryable,
  { state, party, number, proposed, before, limit }: ExportWish,
): Promise<{ readonly keys: ExportKey[]; readonly end?: PageEnd }> {
  const values = [
    ...[before?.at ?? null, before?.orderNo ?? null, before?.ebpCode ?? null, before?.ebcCode ?? null],
    ...[party ?? null, number ?? null],
  ];
  const looked = await client.query<Looked>(...asked(values, state, proposed));
  const fitting = looked.filter(({ fits }) => fits);
  const found = fitting.slice(0, limit);
  const last = fitting.length > limit ? found.at(-1) : looked.length === among ? looked.at(-1) : undefined;
  return {
    keys: found.map(({ orderNo, ebpCode, ebcCode }) => ({ orderNo, ebpCode, ebcCode })),
    ...(last ? { end: { ...last, at: last.at.toISOString() } } : {}),
  };
}

function asked(
  values: (string | null)[],
  state: ExportWish['state'],
  proposed: ExportWish['proposed'],
): Parameters<Queryable['query']> {
  if (proposed) return [proposals, values];
  if (state === undefined) return [newest, values];
  return state === 'waiting' ? [waiting, values] : [inState, [...values, state]];
}

/** A list as a table of lists shows it. */
export interface ExportHead extends ExportKey {
  readonly ebpName: string;
  readonly ebcName: string;
  readonly agentCode: string;
  readonly agentName: string;
  readonly copNo: string;
  readonly preNo: string;
  readonly logisticsNo: string;
  readonly logisticsCode: string;
  readonly tradeMode: string;
  readonly statisticsFlag: string;
  readonly customsCode: string;
  readonly portCode: string;
  readonly country: string;
  readonly sender: string;
  /** 2, or 1 when it is only saved. */
  readonly documentStatus: string;
  readonly deleted: boolean;
  readonly receivedAt: Date;
  readonly itemCount: number;
  readonly firstGoodsName: string;
  readonly goodsValue: string;
  readonly currency: string;
  /** When its papers must have come; null where it does not wait. */
  readonly deadline: Date | null;
}

const heads = statement(`select l.order_no as "orderNo", l.ebp_code as "ebpCode", l.ebc_code as "ebcCode",
  l.ebp_name as "ebpName", l.ebc_name as "ebcName", l.agent_code as "agentCode", l.agent_name as "agentName",
  l.cop_no as "copNo", l.official_pre_no as "preNo", l.logistics_no as "logisticsNo",
  l.logistics_code as "logisticsCode", l.trade_mode as "tradeMode", l.statistics_flag as "statisticsFlag",
  l.customs_code as "customsCode", l.port_code as "portCode", l.country, l.sender,
  l.return_status as "documentStatus", l.deleted, l.received_at as "receivedAt", w.deadline,
  g.items as "itemCount", g.first as "firstGoodsName", g.value as "goodsValue", g.currency
from unnest($1::text[], $2::text[], $3::text[]) with ordinality as k(order_no, ebp_code, ebc_code, place)
join exports.export_list l using (order_no, ebp_code, ebc_code)
left join exports.waiting w using (order_no, ebp_code, ebc_code)
cross join lateral (
  select count(*)::int as items, (array_agg(i.gname order by i.gnum))[1] as first,
    sum(i.total_price)::text as value, min(i.currency) as currency
  from exports.export_list_item i
  where i.order_no = l.order_no and i.ebp_code = l.ebp_code and i.ebc_code = l.ebc_code) g
order by place`);

const keyed = (all: readonly ExportKey[]): string[][] => [
  all.map(({ orderNo }) => orderNo),
  all.map(({ ebpCode }) => ebpCode),
  all.map(({ ebcCode }) => ebcCode),
];

/** Lists on file, in the order of the keys; what is not on file is left out. */
export async function exportHeads(client: Queryable, all: readonly ExportKey[]): Promise<ExportHead[]> {
  return client.query<ExportHead>(heads, keyed(all));
}

const standings = statement(`select ${standingColumns('s.')}
from unnest($1::text[], $2::text[], $3::text[]) as k(order_no, ebp_code, ebc_code)
join exports.standing s using (order_no, ebp_code, ebc_code)`);

/** How these lists stand; those that have never been judged are left out. */
export async function standingsOf(client: Queryable, all: readonly ExportKey[]): Promise<ExportStanding[]> {
  return client.query<ExportStanding>(standings, keyed(all));
}

/** One decision as it is on record. */
export interface RecordedDecision {
  readonly attempt: number;
  readonly step: number;
  readonly decidedAt: Date;
  readonly judge: ExportJudge;
  readonly outcome: ExportOutcome;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly rulebook: string;
  readonly assessment: object;
}

const decisions = statement(`select attempt, step, decided_at as "decidedAt", judge, outcome,
  return_status as "returnStatus", return_info as "returnInfo", rulebook, assessment
from exports.decision where order_no = $1 and ebp_code = $2 and ebc_code = $3 order by attempt desc, step desc limit 100`);

/** The decisions on one list, the latest first. */
export async function decisionsOf(
  client: Queryable,
  { orderNo, ebpCode, ebcCode }: ExportKey,
): Promise<RecordedDecision[]> {
  return client.query<RecordedDecision>(decisions, [orderNo, ebpCode, ebcCode]);
}

/** What a paper says of the goods of a list. */
export interface GoodsPaper {
  readonly kind: 'arrival' | 'departure' | 'master-list';
  readonly copNo: string;
  readonly firm: string;
  readonly firmName: string;
  readonly part: number;
  readonly parts: number;
  readonly billNo: string | null;
  readonly conveyance: string | null;
  readonly leaveTime: string | null;
  readonly receivedAt: Date;
}

const goodsPapers = statement(`
select 'arrival' as kind, a.cop_no as "copNo", a.operator_code as firm, a.operator_name as "firmName",
  a.msg_seq_no as part, a.msg_count as parts, a.bill_no as "billNo", a.domestic_traf_no as conveyance,
  null as "leaveTime", a.received_at as "receivedAt"
from exports.arrival_item i join exports.arrival a using (cop_no, operator_code, msg_seq_no)
where i.logistics_no = $1 and a.logistics_code = $2 and not a.deleted
union all
select 'departure', a.cop_no, a.logistics_code, a.logistics_name, a.msg_seq_no, a.msg_count, a.bill_no,
  concat_ws(' ', a.traf_name, a.voyage_no), a.leave_time, a.received_at
from exports.departure_item i join exports.departure a using (cop_no, logistics_code, msg_seq_no)
where i.logistics_no = $1 and a.logistics_code = $2 and not a.deleted
union all
select 'master-list', a.cop_no, a.agent_code, a.agent_name, a.msg_seq_no, a.msg_count, a.bill_no,
  concat_ws(' ', a.traf_name, a.voyage_no), null, a.received_at
from exports.master_list_item i join exports.master_list a using (cop_no, agent_code, msg_seq_no)
where i.logistics_no = $1 and a.logistics_code = $2 and not a.deleted
order by 10 limit 50`);

/** Papers of sites and carriers that name the waybill of a list, in the order in which they came. */
export async function goodsPapersOf(
  client: Queryable,
  { logisticsNo, logisticsCode }: Pick<ExportHead, 'logisticsNo' | 'logisticsCode'>,
): Promise<GoodsPaper[]> {
  return client.query<GoodsPaper>(goodsPapers, [logisticsNo, logisticsCode]);
}

const papersThere = statement(`select
  (select received_at from exports.export_order where order_no = $1 and ebp_code = $2 and ebc_code = $3
    and not deleted and app_status = '2') as order,
  (select received_at from exports.export_payment where order_no = $1 and ebp_code = $2 and ebc_code = $3
    and not deleted and app_status = '2') as payment,
  (select received_at from exports.export_waybill where logistics_no = $4 and logistics_code = $5
    and not deleted and app_status = '2') as waybill`);

/** When each paper came, as it is now; null of one that is not there. */
export type PapersThere = Readonly<Record<'order' | 'payment' | 'waybill', Date | null>>;

/** Which papers of a list are on file and declared. */
export async function papersOnFile(
  client: Queryable,
  { orderNo, ebpCode, ebcCode, logisticsNo, logisticsCode }: ExportHead,
): Promise<PapersThere> {
  const [row] = await client.query<PapersThere>(papersThere, [
    ...[orderNo, ebpCode, ebcCode, logisticsNo, logisticsCode],
  ]);
  return row ?? { order: null, payment: null, waybill: null };
}

const items = statement(`select gnum, item_no as "itemNo", gcode, gname, gmodel, qty::text as qty, unit,
  price::text as price, total_price::text as "totalPrice", currency, country
from exports.export_list_item where order_no = $1 and ebp_code = $2 and ebc_code = $3 order by gnum`);

/** A goods line as it is shown. */
export interface ExportItem {
  readonly gnum: number;
  readonly itemNo: string;
  readonly gcode: string;
  readonly gname: string;
  readonly gmodel: string;
  readonly qty: string;
  readonly unit: string;
  readonly price: string;
  readonly totalPrice: string;
  readonly currency: string;
  readonly country: string;
}

/** The goods of one list. */
export async function exportItems(
  client: Queryable,
  { orderNo, ebpCode, ebcCode }: ExportKey,
): Promise<ExportItem[]> {
  return client.query<ExportItem>(items, [orderNo, ebpCode, ebcCode]);
}
