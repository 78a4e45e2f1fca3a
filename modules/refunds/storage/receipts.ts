import { type Client, statement } from '#postgres';

/** Foreign exchange received for exports. */
export interface FxReceipt {
  /** Number of the bank's paper. */
  readonly reference: string;
  readonly receivedOn: string;
  readonly currency: string;
  /** Decimal text. */
  readonly amount: string;
}

const add = statement(`
insert into refunds.receipt (ebc_code, reference, received_on, currency, amount, filed_at, filed_by)
values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`);

const same = statement(`
select from refunds.receipt
where ebc_code = $1 and reference = $2 and received_on = $3 and currency = $4 and amount = $5`);

/** Files a receipt. @returns whether it is there as it was filed */
export async function addReceipt(
  client: Client,
  ebcCode: string,
  receipt: FxReceipt,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { reference, receivedOn, currency, amount } = receipt;
  const values = [ebcCode, reference, receivedOn, currency, amount];
  await client.run(add, [...values, at, by]);
  return (await client.query(same, values)).length === 1;
}

const unknown = statement(`
select n.place - 1 as place from unnest($2::text[]) with ordinality as n(invt_no, place)
where not exists (select from refunds.line l where l.ebc_code = $1 and l.invt_no = n.invt_no) order by 1`);

/** Places of numbers that name no list of the exporter's. */
export async function unknownLists(
  client: Client,
  ebcCode: string,
  invtNos: readonly string[],
): Promise<number[]> {
  const rows = await client.query<{ place: string }>(unknown, [ebcCode, invtNos]);
  return rows.map(({ place }) => Number(place));
}

const otherMoney = statement(`
select n.place - 1 as place from unnest($2::text[]) with ordinality as n(invt_no, place)
where exists (select from refunds.line l where l.ebc_code = $1 and l.invt_no = n.invt_no and l.currency <> $3) order by 1`);

/** Places of numbers whose lists cost other money than a receipt is of. */
export async function listsOfOtherMoney(
  client: Client,
  ebcCode: string,
  invtNos: readonly string[],
  currency: string,
): Promise<number[]> {
  const rows = await client.query<{ place: string }>(otherMoney, [ebcCode, invtNos, currency]);
  return rows.map(({ place }) => Number(place));
}

const cover = statement(`
update refunds.line set fx_reference = $2
where ebc_code = $1 and fx_reference is null and currency = $5 and ($3::date is null or month = $3)
  and ($4::text[] is null or invt_no = any($4))`);

// What came back is paid for by nobody.
const covered = statement(`
select count(*)::int as lines, coalesce(sum(total_price * (qty - returned) / qty), 0)::numeric(19, 5)::text as "sameCurrency"
from refunds.line where ebc_code = $1 and fx_reference = $2 and currency = $3`);

/** Which lines a receipt covers: those of a month, or of lists by their numbers. */
export type Covers = { readonly month: string } | { readonly invtNos: readonly string[] };

/** What a receipt covers. */
export interface Covered {
  readonly lines: number;
  /** What the goods it covers cost, in the currency of the receipt; of what came back nothing. */
  readonly sameCurrency: string;
}

/** Marks lines of its currency as covered that no other receipt covers. @returns all that it covers now */
export async function coverLines(
  client: Client,
  ebcCode: string,
  { reference, currency }: Pick<FxReceipt, 'reference' | 'currency'>,
  covers: Covers,
): Promise<Covered> {
  await client.run(cover, [
    ...[ebcCode, reference, 'month' in covers ? covers.month : null],
    ...['invtNos' in covers ? covers.invtNos : null, currency],
  ]);
  const [row] = await client.query<Covered>(covered, [ebcCode, reference, currency]);
  return row ?? { lines: 0, sameCurrency: '0' };
}
