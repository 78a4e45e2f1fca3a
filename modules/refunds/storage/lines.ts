import { type Client, CopyText, statement } from '#postgres';

/** A line of a closed export list on its way into the tables; decimals as texts. */
export interface NewLine {
  readonly ebcCode: string;
  readonly invtNo: string;
  readonly gnum: number;
  /** First day of the month in which the goods left. */
  readonly month: string;
  readonly departedOn: string;
  readonly claimBy: string | null;
  readonly ebpCode: string;
  readonly orderNo: string;
  readonly tradeMode: string;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  readonly qty: string;
  readonly currency: string;
  readonly price: string;
  readonly totalPrice: string;
  readonly refundRate: string | null;
}

const COLUMNS = [
  ...[
    'ebc_code',
    'invt_no',
    'gnum',
    'month',
    'departed_on',
    'claim_by',
    'ebp_code',
    'order_no',
    'trade_mode',
  ],
  ...['gcode', 'gname', 'unit', 'qty', 'currency', 'price', 'total_price', 'refund_rate', 'taken_at'],
];

const lock = statement(`select pg_advisory_xact_lock(hashtextextended('refunds ' || $1, 0))`);

/** Keeps others from taking lines of an exporter in, backing them or sending them back until the transaction ends. */
export async function lockExporter(client: Client, ebcCode: string): Promise<void> {
  await client.run(lock, [ebcCode]);
}

const comeBack = statement(`
update refunds.line l set returned = r.quantity
from (select ebc_code, invt_no, gnum, sum(quantity) as quantity from refunds.returned
  where (ebc_code, invt_no) in (select * from unnest($1::text[], $2::text[])) group by 1, 2, 3) as r
where l.ebc_code = r.ebc_code and l.invt_no = r.invt_no and l.gnum = r.gnum and l.returned <> r.quantity`);

const known = statement(`
select distinct ebc_code as "ebcCode", invt_no as "invtNo" from refunds.line
where (ebc_code, invt_no) in (select * from unnest($1::text[], $2::text[]))`);

/** Adds lines of lists that are not there yet; what of them has come back meanwhile is noted. */
export async function addLines(client: Client, lines: readonly NewLine[], at: Date): Promise<void> {
  // In one order, so that two servers never wait for each other in a ring.
  for (const ebcCode of [...new Set(lines.map((line) => line.ebcCode))].sort())
    await lockExporter(client, ebcCode);
  const there = await client.query<{ ebcCode: string; invtNo: string }>(known, [
    lines.map(({ ebcCode }) => ebcCode),
    lines.map(({ invtNo }) => invtNo),
  ]);
  const seen = new Set(there.map(({ ebcCode, invtNo }) => `${ebcCode} ${invtNo}`));
  const rows = new CopyText();
  for (const one of lines) {
    if (seen.has(`${one.ebcCode} ${one.invtNo}`)) continue;
    rows.row([
      ...[
        one.ebcCode,
        one.invtNo,
        one.gnum,
        one.month,
        one.departedOn,
        one.claimBy,
        one.ebpCode,
        one.orderNo,
      ],
      ...[one.tradeMode, one.gcode, one.gname, one.unit, one.qty, one.currency, one.price, one.totalPrice],
      ...[one.refundRate, at],
    ]);
  }
  await client.copy('refunds.line', COLUMNS, rows);
  await client.run(comeBack, [lines.map(({ ebcCode }) => ebcCode), lines.map(({ invtNo }) => invtNo)]);
}

/** A list in a live summary declaration. */
export interface DeclaredList {
  readonly invtNo: string;
  readonly declSeqNo: string;
  readonly entryId: string;
}

const declare = statement(`
update refunds.line l set decl_seq_no = d.decl_seq_no, entry_id = d.entry_id
from unnest($2::text[], $3::text[], $4::text[]) as d(invt_no, decl_seq_no, entry_id)
where l.ebc_code = $1 and l.invt_no = d.invt_no`);

/** Notes in which summary declarations lists of an exporter stand. */
export async function markDeclared(
  client: Client,
  ebcCode: string,
  lists: readonly DeclaredList[],
): Promise<void> {
  await client.run(declare, [
    ebcCode,
    lists.map(({ invtNo }) => invtNo),
    lists.map(({ declSeqNo }) => declSeqNo),
    lists.map(({ entryId }) => entryId),
  ]);
}

const undeclare = statement(
  `update refunds.line set decl_seq_no = null, entry_id = null where ebc_code = $1 and decl_seq_no = $2`,
);

/** Notes that a summary declaration is cancelled: its lists are declared no more. */
export async function markCancelled(client: Client, ebcCode: string, declSeqNo: string): Promise<void> {
  await client.run(undeclare, [ebcCode, declSeqNo]);
}

const unrated = statement('select distinct gcode from refunds.line where refund_rate is null');
const rate = statement(`
update refunds.line l set refund_rate = r.rate
from unnest($1::text[], $2::date[], $3::date[], $4::numeric[]) as r(gcode, first, last, rate)
where l.refund_rate is null and l.gcode = r.gcode and l.departed_on >= r.first and (r.last is null or l.departed_on <= r.last)`);

/** A refund rate in its days. */
export interface RateInDays {
  readonly gcode: string;
  readonly from: string;
  readonly to: string | null;
  readonly rate: string;
}

/** Gives lines a rate the table did not say when they were taken in. */
export async function rateLines(client: Client, ratesOf: (gcode: string) => readonly RateInDays[]) {
  const codes = await client.query<{ gcode: string }>(unrated, []);
  const rates = codes.flatMap(({ gcode }) => ratesOf(gcode));
  if (rates.length === 0) return;
  await client.run(rate, [
    rates.map(({ gcode }) => gcode),
    rates.map(({ from }) => from),
    rates.map(({ to }) => to),
    rates.map((one) => one.rate),
  ]);
}
