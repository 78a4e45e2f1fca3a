import { type Client, type Queryable, statement } from '#postgres';

/** Goods of a return, as the list had them and as they were found; decimals as texts. */
export interface ReturnLine {
  readonly gnum: number;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  readonly itemRecordNo: string | null;
  readonly quantity: string;
  readonly bought: string;
  readonly lineTax: string;
  readonly lineValue: string;
  readonly lineKg: string | null;
  /** Null while nobody has looked. */
  readonly original: boolean | null;
  readonly saleable: boolean | null;
  readonly disposed: string;
  /** Of `lineValue`. */
  readonly currency: string;
  /** Of exported goods: whether they came in free of tax, null while nobody has looked, and why not. */
  readonly taxFree: boolean | null;
  readonly taxedBecause: readonly string[];
}

/** A line before anybody has looked at its goods. */
export type AcceptedLine = Omit<
  ReturnLine,
  'original' | 'saleable' | 'disposed' | 'taxFree' | 'taxedBecause'
>;

interface Key {
  readonly orderNo: string;
  readonly returnNo: string;
}

const lineColumns = `gnum, gcode, gname, unit, item_record_no as "itemRecordNo", trim_scale(quantity)::text as quantity,
  trim_scale(bought)::text as bought, trim_scale(line_tax)::text as "lineTax", trim_scale(line_value)::text as "lineValue",
  trim_scale(line_kg)::text as "lineKg", original, saleable, trim_scale(disposed)::text as disposed,
  currency, tax_free as "taxFree", taxed_because as "taxedBecause"`;

const linesOne = statement(
  `select ${lineColumns} from returns.line where order_no = $1 and return_no = $2 order by gnum`,
);

/** The lines of a return. */
export async function linesOf(client: Queryable, { orderNo, returnNo }: Key): Promise<ReturnLine[]> {
  return client.query<ReturnLine>(linesOne, [orderNo, returnNo]);
}

const addLinesText = statement(`
insert into returns.line (order_no, return_no, gnum, gcode, gname, unit, item_record_no, quantity, bought, line_tax, line_value,
  line_kg, currency)
select $1, $2, * from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[], $9::numeric[],
  $10::numeric[], $11::numeric[], $12::numeric[], $13::text[])`);

/** Writes the lines of a return that is accepted, in the place of those an earlier version had. */
export async function writeLines(
  client: Client,
  { orderNo, returnNo }: Key,
  lines: readonly AcceptedLine[],
): Promise<void> {
  await client.run('delete from returns.line where order_no = $1 and return_no = $2', [orderNo, returnNo]);
  const of = <K extends keyof (typeof lines)[number]>(name: K) => lines.map((line) => line[name]);
  await client.run(addLinesText, [
    ...[orderNo, returnNo, of('gnum'), of('gcode'), of('gname'), of('unit'), of('itemRecordNo')],
    ...[of('quantity'), of('bought'), of('lineTax'), of('lineValue'), of('lineKg'), of('currency')],
  ]);
}

const noteFreed = statement(`
update returns.line l set tax_free = f.tax_free, taxed_because = string_to_array(f.because, ' ')
from unnest($3::int[], $4::boolean[], $5::text[]) as f(gnum, tax_free, because)
where l.order_no = $1 and l.return_no = $2 and l.gnum = f.gnum`);

/** Notes which lines came in free of tax, and why the others did not. */
export async function noteFreedom(
  client: Client,
  { orderNo, returnNo }: Key,
  lines: readonly Pick<ReturnLine, 'gnum' | 'taxFree' | 'taxedBecause'>[],
): Promise<void> {
  await client.run(noteFreed, [
    ...[orderNo, returnNo, lines.map(({ gnum }) => gnum), lines.map(({ taxFree }) => taxFree)],
    lines.map(({ taxedBecause }) => taxedBecause.join(' ')),
  ]);
}

const noteFound = statement(`
update returns.line l set original = f.original, saleable = f.saleable
from unnest($3::int[], $4::boolean[], $5::boolean[]) as f(gnum, original, saleable)
where l.order_no = $1 and l.return_no = $2 and l.gnum = f.gnum`);

/** Notes what an inspection has found of each line. */
export async function noteInspection(
  client: Client,
  { orderNo, returnNo }: Key,
  found: readonly { readonly gnum: number; readonly original: boolean; readonly saleable: boolean }[],
): Promise<void> {
  await client.run(noteFound, [
    ...[orderNo, returnNo, found.map(({ gnum }) => gnum)],
    ...[found.map(({ original }) => original), found.map(({ saleable }) => saleable)],
  ]);
}

interface ListKey {
  readonly orderNo: string;
  readonly ebpCode: string;
}

/** How much of a line of a list returns claim, and how much they have given back. */
export interface ListLine {
  readonly gnum: number;
  readonly claimed: string;
  readonly given: string;
}

const lockListLines = statement(`
select gnum, trim_scale(claimed)::text as claimed, trim_scale(given)::text as given from returns.list_line
where order_no = $1 and ebp_code = $2 order by gnum for update`);

/** What returns claim of each line of a list, locked; lines nobody has claimed anything of are left out. */
export async function lockClaims(client: Client, { orderNo, ebpCode }: ListKey): Promise<ListLine[]> {
  return client.query<ListLine>(lockListLines, [orderNo, ebpCode]);
}

const claimThese = statement(`
insert into returns.list_line as l (order_no, ebp_code, gnum, bought, claimed)
select $1, $2, gnum, bought, quantity from unnest($3::int[], $4::numeric[], $5::numeric[]) as c(gnum, bought, quantity)
order by gnum
on conflict (order_no, ebp_code, gnum) do update set bought = excluded.bought, claimed = l.claimed + excluded.claimed`);

/** Claims quantities of lines; the database refuses more than was bought (23514). */
export async function claim(
  client: Client,
  { orderNo, ebpCode }: ListKey,
  lines: readonly Pick<ReturnLine, 'gnum' | 'bought' | 'quantity'>[],
): Promise<void> {
  await client.run(claimThese, [
    ...[orderNo, ebpCode, lines.map(({ gnum }) => gnum)],
    ...[lines.map(({ bought }) => bought), lines.map(({ quantity }) => quantity)],
  ]);
}

const settleThese = statement(`
update returns.list_line l set claimed = l.claimed - s.freed, given = l.given + s.given
from unnest($3::int[], $4::numeric[], $5::numeric[]) as s(gnum, freed, given)
where l.order_no = $1 and l.ebp_code = $2 and l.gnum = s.gnum`);

/** Lets go of claims, or turns them into what has been given back. */
export async function settleClaims(
  client: Client,
  { orderNo, ebpCode }: ListKey,
  lines: readonly { readonly gnum: number; readonly freed: string; readonly given: string }[],
): Promise<void> {
  if (lines.length === 0) return;
  await client.run(settleThese, [
    ...[orderNo, ebpCode, lines.map(({ gnum }) => gnum)],
    ...[lines.map(({ freed }) => freed), lines.map(({ given }) => given)],
  ]);
}

/** One thing that one return gives back of one line. */
export interface GivenBackRow {
  readonly gnum: number;
  readonly kind: 'tax' | 'allowance' | 'weight' | 'stock' | 'value';
  /** CNY, kilograms, the unit of the book, or the currency of exported goods; decimal text. */
  readonly amount: string;
  /** Which ledger it went to. */
  readonly ledger: string;
}

const addGiven = statement(`
insert into returns.given_back (order_no, return_no, gnum, kind, amount, ledger, given_at)
select $1, $2, gnum, kind, amount, ledger, $7 from unnest($3::int[], $4::text[], $5::numeric[], $6::text[])
  as g(gnum, kind, amount, ledger)`);

/** Writes down what a return gives back; a second time is a unique violation (23505). */
export async function writeGivenBack(
  client: Client,
  { orderNo, returnNo }: Key,
  rows: readonly GivenBackRow[],
  at: Date,
): Promise<void> {
  await client.run(addGiven, [
    ...[orderNo, returnNo, rows.map(({ gnum }) => gnum), rows.map(({ kind }) => kind)],
    ...[rows.map(({ amount }) => amount), rows.map(({ ledger }) => ledger), at],
  ]);
}

const givenOne =
  statement(`select gnum, kind, trim_scale(amount)::text as amount, ledger from returns.given_back
  where order_no = $1 and return_no = $2 order by gnum, kind`);

/** What a return has given back. */
export async function givenBackBy(client: Queryable, { orderNo, returnNo }: Key): Promise<GivenBackRow[]> {
  return client.query<GivenBackRow>(givenOne, [orderNo, returnNo]);
}
