import { column, keyText } from '#documents';
import { type Client, CopyText, escapeText, type Queryable, statement } from '#postgres';
import type { ExportKey, ExportStanding } from '../domain/export-list.ts';

const fields = [
  ...['orderNo', 'ebpCode', 'ebcCode', 'attempt', 'step', 'outcome', 'returnStatus', 'goods'],
  ...['preNo', 'invtNo', 'tradeMode', 'statisticsFlag', 'finish', 'customsCode', 'portCode', 'agentCode'],
  ...['recipient', 'logisticsCode', 'logisticsNo', 'acceptedAt', 'decidedAt'],
  ...['arrivedAt', 'departedAt', 'closedAt'],
] as const satisfies readonly (keyof ExportStanding)[];

/** Columns of a standing under their names here. @param of alias of the table, with its dot */
export const standingColumns = (of = ''): string =>
  [...fields.map((name) => `${of}${column(name)} as "${name}"`), `${of}value_cny::text as "valueCny"`].join(
    ', ',
  );

const ofOrders = statement(
  `select ${standingColumns()} from exports.standing where order_no = any($1) order by order_no, ebp_code, ebc_code`,
);

/** How the judged lists of these orders stand. */
export async function standingsOfOrders(
  client: Queryable,
  orderNos: readonly string[],
): Promise<ExportStanding[]> {
  return client.query<ExportStanding>(ofOrders, [orderNos]);
}

const waitingOrJudged = statement(`
select order_no as "orderNo", ebp_code as "ebpCode", ebc_code as "ebcCode", 'waiting' as outcome,
  '2' as "returnStatus", '' as "returnInfo", null as "invtNo"
from exports.waiting where order_no = any($1)
union all
select s.order_no, s.ebp_code, s.ebc_code, s.outcome, s.return_status, d.return_info, s.invt_no
from exports.standing s
join exports.decision d on d.order_no = s.order_no and d.ebp_code = s.ebp_code and d.ebc_code = s.ebc_code
  and d.attempt = s.attempt and d.step = s.step
where s.order_no = any($1) and s.outcome <> 'waiting'`);

/** How the lists of these orders stand, those that wait among them, with what their receipts say. */
export async function outcomesOfOrders(
  client: Queryable,
  orderNos: readonly string[],
): Promise<
  (ExportKey &
    Pick<ExportStanding, 'outcome' | 'returnStatus' | 'invtNo'> & { readonly returnInfo: string })[]
> {
  return client.query(waitingOrJudged, [orderNos]);
}

const ofWaybills = statement(
  `select ${standingColumns()} from exports.standing where logistics_no = any($1) order by order_no, ebp_code, ebc_code`,
);

/** How the judged lists stand that name these waybills, of whatever carrier. */
export async function standingsOfWaybills(
  client: Queryable,
  logisticsNos: readonly string[],
): Promise<ExportStanding[]> {
  return client.query<ExportStanding>(ofWaybills, [logisticsNos]);
}

const carrying =
  statement(`select logistics_no as "logisticsNo", logistics_code as "logisticsCode", order_no as "orderNo"
  from exports.standing
  where logistics_no = any($1) and outcome in ('forwarded', 'concluded', 'released', 'held', 'closed')`);

/** Orders whose lists go or have gone under these waybills, by number and carrier of the waybill. */
export async function ordersByWaybill(
  client: Queryable,
  logisticsNos: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await client.query<{ logisticsNo: string; logisticsCode: string; orderNo: string }>(carrying, [
    logisticsNos,
  ]);
  const grouped = Map.groupBy(rows, ({ logisticsNo, logisticsCode }) =>
    keyText([logisticsNo, logisticsCode]),
  );
  return new Map([...grouped].map(([key, of]) => [key, of.map(({ orderNo }) => orderNo)]));
}

const ofNumbers = statement(
  `select ${standingColumns()} from exports.standing where invt_no = any($1) order by order_no, ebp_code, ebc_code`,
);

/** How lists stand, by the numbers customs gave them; what is unknown is left out. */
export async function exportsByInvtNo(
  client: Queryable,
  invtNos: readonly string[],
): Promise<ExportStanding[]> {
  return client.query<ExportStanding>(ofNumbers, [invtNos]);
}

const lockOfNumbers = statement(
  `select ${standingColumns()} from exports.standing where invt_no = any($1)
   order by order_no, ebp_code, ebc_code for update`,
);

/** The same, locked until the transaction ends. */
export async function lockByInvtNo(client: Client, invtNos: readonly string[]): Promise<ExportStanding[]> {
  return client.query<ExportStanding>(lockOfNumbers, [invtNos]);
}

const firstReleases = statement(`
select s.invt_no as "invtNo", min(d.decided_at) as at from exports.standing s
join exports.decision d on d.order_no = s.order_no and d.ebp_code = s.ebp_code and d.ebc_code = s.ebc_code
  and d.attempt = s.attempt and d.outcome = 'released'
where s.invt_no = any($1) group by s.invt_no`);

/** When lists of these numbers were first released in their attempt; those that never were are left out. */
export async function releasedAt(client: Queryable, invtNos: readonly string[]): Promise<Map<string, Date>> {
  const rows = await client.query<{ invtNo: string; at: Date }>(firstReleases, [invtNos]);
  return new Map(rows.map(({ invtNo, at }) => [invtNo, at]));
}

const keysOf = (keys: readonly ExportKey[]): string[][] => [
  keys.map(({ orderNo }) => orderNo),
  keys.map(({ ebpCode }) => ebpCode),
  keys.map(({ ebcCode }) => ebcCode),
];

const setWaiting = statement(`update exports.standing s set outcome = 'waiting'
  from unnest($1::text[], $2::text[], $3::text[]) as k(order_no, ebp_code, ebc_code)
  where s.order_no = k.order_no and s.ebp_code = k.ebp_code and s.ebc_code = k.ebc_code`);

/** Notes that lists have been sent again: what was decided of them holds no more. */
export async function markWaiting(client: Client, keys: readonly ExportKey[]): Promise<void> {
  if (keys.length > 0) await client.run(setWaiting, keysOf(keys));
}

const removeThese = statement(`delete from exports.standing s
  using unnest($1::text[], $2::text[], $3::text[]) as k(order_no, ebp_code, ebc_code)
  where s.order_no = k.order_no and s.ebp_code = k.ebp_code and s.ebc_code = k.ebc_code`);

const stepThese =
  statement(`update exports.standing s set step = k.step, outcome = k.outcome, return_status = k.status,
    pre_no = k.pre_no, invt_no = k.invt_no, decided_at = k.at, closed_at = k.closed
  from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::timestamptz[], $10::timestamptz[])
    as k(order_no, ebp_code, ebc_code, step, outcome, status, pre_no, invt_no, at, closed)
  where s.order_no = k.order_no and s.ebp_code = k.ebp_code and s.ebc_code = k.ebc_code`);

/** Writes how lists stand after a further step of their attempt. */
export async function stepStandings(client: Client, lists: readonly ExportStanding[]): Promise<void> {
  await client.run(stepThese, [
    ...keysOf(lists),
    lists.map(({ step }) => step),
    lists.map(({ outcome }) => outcome),
    lists.map(({ returnStatus }) => returnStatus),
    lists.map(({ preNo }) => preNo),
    lists.map(({ invtNo }) => invtNo),
    lists.map(({ decidedAt }) => decidedAt),
    lists.map(({ closedAt }) => closedAt),
  ]);
}

const text = (value: string | null): string => (value === null ? '\\N' : escapeText(value));
const instant = (at: Date | null): string => at?.toISOString() ?? '\\N';

/** Writes how lists stand that have just been judged or withdrawn; an earlier attempt gives way. */
export async function putStandings(client: Client, standings: readonly ExportStanding[]): Promise<void> {
  if (standings.length === 0) return;
  const again = standings.filter(({ attempt }) => attempt > 1);
  if (again.length > 0) await client.run(removeThese, keysOf(again));
  const rows = new CopyText();
  for (const standing of standings) {
    const cells = fields.map((name) => {
      const value = standing[name];
      if (typeof value === 'number') return String(value);
      return value instanceof Date ? instant(value) : text(value);
    });
    rows.lines(`${cells.join('\t')}\t${text(standing.valueCny)}\n`, 1);
  }
  await client.copy('exports.standing', [...fields.map(column), 'value_cny'], rows);
}
