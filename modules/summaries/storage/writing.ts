import { type Client, statement } from '#postgres';
import type { Application } from '../domain/application.ts';
import type { PlaceRange } from '../domain/pack.ts';
import type { DeclarationKey } from '../domain/summarise.ts';
import { lineKey } from './placing.ts';

/** A summary on its way in: its numbers and the places of its lists. */
export interface NumberedRange extends PlaceRange {
  readonly declSeqNo: string;
}

/** A line as it has been written; decimals as texts. */
export interface WrittenLine {
  readonly declSeqNo: string;
  readonly lineNo: number;
  readonly country: string;
  readonly gcode: string;
  readonly currency: string;
  readonly unit: string;
  readonly unit1: string;
  readonly unit2: string;
  readonly gname: string;
  readonly qty: string;
  readonly qty1: string;
  readonly qty2: string;
  readonly totalPrice: string;
}

/** Places in a list that a line's first goods are told by: more than a list can have goods. */
const ROOM = 1_000;

const RANGES = 'unnest($3::text[], $4::int[], $5::int[]) as r(decl_seq_no, from_position, to_position)';
const IN_RANGE =
  'summaries.member m on m.ebc_code = $1 and m.sum_no = $2 and m.position between r.from_position and r.to_position';

// Lines stand in the order of their first goods, whose name they carry: as who adds the lists up one by one has them.
const addLines = statement(`
with line as (
  select r.decl_seq_no, i.country, i.gcode, i.currency, i.unit, i.unit1, i.unit2,
    sum(i.qty) as qty, sum(i.qty1) as qty1, coalesce(sum(i.qty2), 0) as qty2, sum(i.total_price) as total_price,
    count(*) as items, min(m.position::bigint * ${ROOM} + i.place) as first
  from ${RANGES} join ${IN_RANGE}
  join summaries.item i on i.ebc_code = m.ebc_code and i.invt_no = m.invt_no
  group by r.decl_seq_no, ${lineKey('$6::boolean')}
)
insert into summaries.line (ebc_code, decl_seq_no, line_no, country, gcode, currency, unit, unit1, unit2, gname, qty,
  qty1, qty2, total_price, items)
select $1, l.decl_seq_no, row_number() over (partition by l.decl_seq_no order by l.first), l.country, l.gcode, l.currency,
  l.unit, l.unit1, l.unit2, i.gname, l.qty, l.qty1, l.qty2, l.total_price, l.items
from line l
join summaries.member m on m.ebc_code = $1 and m.sum_no = $2 and m.position = l.first / ${ROOM}
join summaries.item i on i.ebc_code = $1 and i.invt_no = m.invt_no and i.place = l.first % ${ROOM}
returning decl_seq_no as "declSeqNo", line_no as "lineNo", country, gcode, currency, unit, unit1, unit2, gname,
  qty::text as qty, qty1::text as qty1, qty2::text as qty2, total_price::text as "totalPrice"`);

const rangesOf = (one: Application, ranges: readonly NumberedRange[]) => [
  ...[one.ebcCode, one.sumNo, ranges.map(({ declSeqNo }) => declSeqNo)],
  ...[ranges.map(({ from }) => from), ranges.map(({ to }) => to)],
];

/** Adds the lists of ranges up to lines. @returns the lines, by summary and in their order */
export async function writeLines(
  client: Client,
  one: Application,
  ranges: readonly NumberedRange[],
): Promise<Map<string, WrittenLine[]>> {
  const lines = await client.query<WrittenLine>(addLines, [...rangesOf(one, ranges), one.byName]);
  const of = Map.groupBy(lines, ({ declSeqNo }) => declSeqNo);
  for (const each of of.values()) each.sort((a, b) => a.lineNo - b.lineNo);
  return of;
}

/** What the first list of a summary says, which stands for all of them. */
export interface FirstList extends DeclarationKey {
  readonly declSeqNo: string;
  readonly customsCode: string;
}

const firsts = statement(`
select r.decl_seq_no as "declSeqNo", l.ebc_code as "ebcCode", l.ebc_name as "ebcName", l.owner_code as "ownerCode",
  l.owner_name as "ownerName", l.trade_mode as "tradeMode", l.traf_mode as "trafMode", l.country,
  l.port_code as "portCode", l.customs_code as "customsCode"
from ${RANGES}
join summaries.member m on m.ebc_code = $1 and m.sum_no = $2 and m.position = r.from_position
join summaries.list l on l.ebc_code = m.ebc_code and l.invt_no = m.invt_no`);

/** The first list of each range. */
export async function firstLists(
  client: Client,
  one: Application,
  ranges: readonly NumberedRange[],
): Promise<Map<string, FirstList>> {
  const rows = await client.query<FirstList>(firsts, rangesOf(one, ranges));
  return new Map(rows.map((row) => [row.declSeqNo, row]));
}

/** A summary as it is written down. */
export interface NewSummary extends NumberedRange {
  readonly key: DeclarationKey;
  readonly customsCode: string;
  readonly entryId: string;
  readonly lines: number;
  /** What a root is the digest of, before and after its lists. */
  readonly frame: readonly [before: string, after: string];
}

const addSummaries = statement(`
with given as (
  select * from unnest($3::text[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
    $11::text[], $12::text[], $13::text[], $14::text[], $15::int[], $16::text[], $17::text[])
  as r(decl_seq_no, from_position, to_position, ebc_name, owner_code, owner_name, trade_mode, traf_mode, country,
    port_code, customs_code, entry_id, lines, before, after)
), added as (
  select r.decl_seq_no, count(*) as lists, max(l.month) as month, sum(l.gross_weight) as gross, sum(l.net_weight) as net,
    string_agg('[' || to_json(l.invt_no)::text || ',' || to_json(l.digest)::text || ']', ',' order by m.position) as lists_text
  from given r join ${IN_RANGE}
  join summaries.list l on l.ebc_code = m.ebc_code and l.invt_no = m.invt_no
  group by r.decl_seq_no
)
insert into summaries.summary (ebc_code, decl_seq_no, sum_no, month, state, from_position, to_position, ebc_name,
  owner_code, owner_name, trade_mode, traf_mode, country, port_code, customs_code, entry_id, lists, lines, gross_weight,
  net_weight, root, made_at)
select $1, r.decl_seq_no, $2, a.month, 'declared', r.from_position, r.to_position, r.ebc_name, r.owner_code,
  r.owner_name, r.trade_mode, r.traf_mode, r.country, r.port_code, r.customs_code, r.entry_id, a.lists, r.lines, a.gross,
  a.net, encode(sha256(convert_to(r.before || a.lists_text || r.after, 'UTF8')), 'hex'), $18
from given r join added a using (decl_seq_no)`);

/** Writes summaries down, each with the word that stands for its whole proof. */
export async function writeSummaries(
  client: Client,
  one: Application,
  made: readonly NewSummary[],
  at: Date,
): Promise<void> {
  await client.run(addSummaries, [
    ...rangesOf(one, made),
    ...[made.map(({ key }) => key.ebcName), made.map(({ key }) => key.ownerCode)],
    ...[made.map(({ key }) => key.ownerName), made.map(({ key }) => key.tradeMode)],
    ...[made.map(({ key }) => key.trafMode), made.map(({ key }) => key.country)],
    ...[made.map(({ key }) => key.portCode), made.map(({ customsCode }) => customsCode)],
    ...[made.map(({ entryId }) => entryId), made.map(({ lines }) => lines)],
    ...[made.map(({ frame }) => frame[0]), made.map(({ frame }) => frame[1]), at],
  ]);
}
