import { type Client, CopyText, statement } from '#postgres';
import type { ClosedList, Contribution } from '../domain/contribution.ts';

/** A closed list on its way into the tables. */
export interface ListRow {
  readonly list: ClosedList;
  readonly closedAt: Date;
  /** First day of the month in China. */
  readonly month: string;
  readonly contribution: Contribution;
}

const known = statement(`
select ebc_code as "ebcCode", invt_no as "invtNo" from summaries.list
where (ebc_code, invt_no) in (select * from unnest($1::text[], $2::text[]))`);

/** Which of these lists are there already, as `ebcCode invtNo`. */
export async function listsThere(client: Client, rows: readonly ListRow[]): Promise<Set<string>> {
  const found = await client.query<{ ebcCode: string; invtNo: string }>(known, [
    rows.map(({ list }) => list.head.ebcCode),
    rows.map(({ list }) => list.head.invtNo),
  ]);
  return new Set(found.map(({ ebcCode, invtNo }) => `${ebcCode} ${invtNo}`));
}

const LIST = [
  ...['ebc_code', 'invt_no', 'ebp_code', 'order_no', 'logistics_no', 'closed_at', 'month', 'statistics_flag'],
  ...['ebc_name', 'owner_code', 'owner_name', 'trade_mode', 'traf_mode', 'country', 'port_code'],
  ...['customs_code', 'gross_weight', 'net_weight', 'line_count', 'named_line_count', 'goods', 'digest'],
];
const ITEM = [
  ...['ebc_code', 'invt_no', 'place', 'gnum', 'country', 'gcode', 'currency', 'unit', 'unit1', 'unit2'],
  ...['gname', 'qty', 'qty1', 'qty2', 'total_price'],
];

/** Writes lists that are not there yet, with their goods. */
export async function addLists(client: Client, rows: readonly ListRow[]): Promise<void> {
  const lists = new CopyText();
  const items = new CopyText();
  for (const { list, closedAt, month, contribution } of rows) {
    const { head } = list;
    const invtNo = head.invtNo ?? '';
    lists.row([
      ...[head.ebcCode, invtNo, head.ebpCode, head.orderNo, head.logisticsNo, closedAt, month],
      ...[head.statisticsFlag, head.ebcName, head.ownerCode, head.ownerName, head.tradeMode, head.trafMode],
      ...[head.country, head.portCode, head.customsCode, head.grossWeight, head.netWeight],
      ...[contribution.lines, contribution.namedLines, contribution.goods, contribution.digest],
    ]);
    for (const [place, item] of list.items.entries())
      items.row([
        ...[head.ebcCode, invtNo, place, item.gnum, item.country, item.gcode, item.currency],
        ...[item.unit, item.unit1, item.unit2 ?? '', item.gname],
        ...[item.qty, item.qty1, item.qty2 || null, item.totalPrice],
      ]);
  }
  await client.copy('summaries.list', LIST, lists);
  await client.copy('summaries.item', ITEM, items);
}

// Rows are met in the order of their keys, so that two batches never wait for each other in a ring.
const tally = statement(`
insert into summaries.tally as t (ebc_code, month, ebc_name, lists, statistics_lists)
select ebc_code, month, max(ebc_name), count(*) filter (where flag = 'B'), count(*) filter (where flag = 'A')
from unnest($1::text[], $2::date[], $3::text[], $4::text[]) as n(ebc_code, month, ebc_name, flag)
group by ebc_code, month order by ebc_code, month
on conflict (ebc_code, month) do update set lists = t.lists + excluded.lists,
  statistics_lists = t.statistics_lists + excluded.statistics_lists, ebc_name = excluded.ebc_name`);

/** Counts lists in their months. */
export async function tallyLists(client: Client, rows: readonly ListRow[]): Promise<void> {
  await client.run(tally, [
    rows.map(({ list }) => list.head.ebcCode),
    rows.map(({ month }) => month),
    rows.map(({ list }) => list.head.ebcName),
    rows.map(({ list }) => list.head.statisticsFlag),
  ]);
}

const addStatistics = statement(`
insert into summaries.statistics_line as s
  (ebc_code, month, trade_mode, country, gcode, currency, unit1, items, qty1, total_price)
select ebc_code, month, trade_mode, country, gcode, currency, unit1, count(*), sum(qty1), sum(total_price)
from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[],
  $9::numeric[]) as n(ebc_code, month, trade_mode, country, gcode, currency, unit1, qty1, total_price)
group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
on conflict (ebc_code, month, trade_mode, country, gcode, currency, unit1) do update set
  items = s.items + excluded.items, qty1 = s.qty1 + excluded.qty1, total_price = s.total_price + excluded.total_price`);

/** Adds the goods of lists to the statistics of their months. */
export async function countInStatistics(client: Client, rows: readonly ListRow[]): Promise<void> {
  const items = rows.flatMap(({ list, month }) =>
    list.items.map((item) => ({ ...item, month, ebcCode: list.head.ebcCode, mode: list.head.tradeMode })),
  );
  await client.run(addStatistics, [
    items.map(({ ebcCode }) => ebcCode),
    items.map(({ month }) => month),
    items.map(({ mode }) => mode),
    items.map(({ country }) => country),
    items.map(({ gcode }) => gcode),
    items.map(({ currency }) => currency),
    items.map(({ unit1 }) => unit1),
    items.map(({ qty1 }) => qty1),
    items.map(({ totalPrice }) => totalPrice),
  ]);
}
