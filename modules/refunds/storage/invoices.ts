import { type Client, type Queryable, statement } from '#postgres';
import type { Invoice } from '../domain/invoice.ts';
import { lockExporter } from './lines.ts';

const add = statement(`
insert into refunds.invoice (ebc_code, invoice_no, invoiced_on, seller_uscc, seller_name, net, vat, filed_at, filed_by)
select $1, n.*, $8, $9 from unnest($2::text[], $3::date[], $4::text[], $5::text[], $6::numeric[], $7::numeric[]) as n
on conflict do nothing returning invoice_no as "invoiceNo"`);

const addLines = statement(`
insert into refunds.invoice_line (ebc_code, invoice_no, line, invoiced_on, gname, unit, quantity, net, vat, vat_rate)
select $1, n.* from unnest($2::text[], $3::integer[], $4::date[], $5::text[], $6::text[], $7::numeric[], $8::numeric[],
  $9::numeric[], $10::numeric[]) as n`);

/** An invoice with the sums of its lines. */
export type SummedInvoice = Invoice & { readonly net: string; readonly vat: string };

/** Files invoices that are not there yet. @returns the numbers of those that are new */
export async function addInvoices(
  client: Client,
  ebcCode: string,
  invoices: readonly SummedInvoice[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<Set<string>> {
  const added = await client.query<{ invoiceNo: string }>(add, [
    ebcCode,
    invoices.map(({ invoiceNo }) => invoiceNo),
    invoices.map(({ invoicedOn }) => invoicedOn),
    invoices.map(({ sellerUscc }) => sellerUscc),
    invoices.map(({ sellerName }) => sellerName),
    invoices.map(({ net }) => net),
    invoices.map(({ vat }) => vat),
    ...[at, by],
  ]);
  const fresh = new Set(added.map(({ invoiceNo }) => invoiceNo));
  const lines = invoices
    .filter(({ invoiceNo }) => fresh.has(invoiceNo))
    .flatMap(({ invoiceNo, invoicedOn, lines }) => lines.map((line) => ({ ...line, invoiceNo, invoicedOn })));
  await client.run(addLines, [
    ebcCode,
    lines.map(({ invoiceNo }) => invoiceNo),
    lines.map(({ line }) => line),
    lines.map(({ invoicedOn }) => invoicedOn),
    lines.map(({ gname }) => gname),
    lines.map(({ unit }) => unit),
    lines.map(({ quantity }) => quantity),
    lines.map(({ net }) => net),
    lines.map(({ vat }) => vat),
    lines.map(({ vatRate }) => vatRate),
  ]);
  return fresh;
}

const there = statement(`
select i.invoice_no as "invoiceNo", i.invoiced_on::text as "invoicedOn", i.seller_uscc as "sellerUscc",
  i.seller_name as "sellerName", json_agg(json_build_object('line', l.line, 'gname', l.gname, 'unit', l.unit,
    'quantity', trim_scale(l.quantity)::text, 'net', trim_scale(l.net)::text, 'vat', trim_scale(l.vat)::text,
    'vatRate', trim_scale(l.vat_rate)::text) order by l.line) as lines
from refunds.invoice i join refunds.invoice_line l using (ebc_code, invoice_no)
where i.ebc_code = $1 and i.invoice_no = any($2) group by i.ebc_code, i.invoice_no`);

/** Invoices of these numbers as they were filed. */
export const invoicesThere = (
  client: Queryable,
  ebcCode: string,
  numbers: readonly string[],
): Promise<Invoice[]> => client.query<Invoice>(there, [ebcCode, numbers]);

// Goods and purchases of one name and unit are laid end to end, each in the order of its days, and cut where either ends: the
// oldest purchase backs the oldest export, and only exports that are covered wholly are backed. Sums are cut out of the
// purchase so that its parts add up to it, to the cent.
const match = statement(`
with supply as (
  select i.*, sum(i.quantity - i.used) over w - (i.quantity - i.used) as a, sum(i.quantity - i.used) over w as b
  from refunds.invoice_line i where i.ebc_code = $1 and i.used < i.quantity
  window w as (partition by i.gname, i.unit order by i.invoiced_on, i.invoice_no, i.line)
), whole as (select gname, unit, max(b) as room from supply group by gname, unit), demand as (
  select l.invt_no, l.gnum, l.gname, l.unit, s.room,
    sum(l.qty) over w - l.qty as a, sum(l.qty) over w as b
  from refunds.line l join whole s using (gname, unit)
  where l.ebc_code = $1 and not l.invoiced and l.refund_rate > 0 and l.returned < l.qty
  window w as (partition by l.gname, l.unit order by l.departed_on, l.invt_no, l.gnum)
), pieces as (
  select d.invt_no, d.gnum, s.invoice_no, s.line, s.net, s.vat, s.vat_rate, s.quantity as whole, s.used,
    greatest(d.a, s.a) - s.a + s.used as f, least(d.b, s.b) - s.a + s.used as t
  from demand d join supply s using (gname, unit) where d.b <= d.room and s.a < d.b and d.a < s.b
), backed as (
  insert into refunds.matched (ebc_code, invt_no, gnum, invoice_no, line, quantity, net, vat, vat_rate, matched_at)
  select $1, invt_no, gnum, invoice_no, line, t - f, round(net * t / whole, 2) - round(net * f / whole, 2),
    round(vat * t / whole, 2) - round(vat * f / whole, 2), vat_rate, $2
  from pieces
), spent as (
  update refunds.invoice_line i set used = p.used
  from (select invoice_no, line, max(t) as used from pieces group by invoice_no, line) as p
  where i.ebc_code = $1 and i.invoice_no = p.invoice_no and i.line = p.line
), covered as (
  update refunds.line l set invoiced = true
  from (select distinct invt_no, gnum from pieces) as p
  where l.ebc_code = $1 and l.invt_no = p.invt_no and l.gnum = p.gnum returning 1
)
select count(*)::int as lines from covered`);

/** Backs exports by purchases of their name and unit, the oldest by the oldest. @returns lines that are backed now */
export async function matchInvoices(client: Client, ebcCode: string, at: Date): Promise<number> {
  // What one lays end to end nobody else may be cutting.
  await lockExporter(client, ebcCode);
  const [row] = await client.query<{ lines: number }>(match, [ebcCode, at]);
  return row?.lines ?? 0;
}

/** An invoice as a page lists it. */
export interface InvoiceRow {
  readonly ebcCode: string;
  readonly invoiceNo: string;
  readonly invoicedOn: string;
  readonly sellerName: string;
  readonly net: string;
  readonly vat: string;
  /** Lines of goods, and those of them used up. */
  readonly lines: number;
  readonly usedUp: number;
}

const page = statement(`
select i.ebc_code as "ebcCode", i.invoice_no as "invoiceNo", i.invoiced_on::text as "invoicedOn", i.seller_name as "sellerName",
  i.net::text as net, i.vat::text as vat, u.lines, u.used_up as "usedUp"
from refunds.invoice i cross join lateral (select count(*)::int as lines, count(*) filter (where l.used = l.quantity)::int as used_up
  from refunds.invoice_line l where l.ebc_code = i.ebc_code and l.invoice_no = i.invoice_no) as u
where ($1::text is null or i.ebc_code = $1) and (i.ebc_code, i.invoice_no) > ($2, $3)
order by i.ebc_code, i.invoice_no limit $4`);

export const invoicesPage = (
  client: Queryable,
  wish: {
    readonly party: string | undefined;
    readonly after: readonly [ebcCode: string, invoiceNo: string];
    readonly limit: number;
  },
): Promise<InvoiceRow[]> => client.query<InvoiceRow>(page, [wish.party ?? null, ...wish.after, wish.limit]);
