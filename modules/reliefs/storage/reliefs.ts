import { type Decimal, formatDecimal } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';

/** Tax of a released list that no cover was asked for, in whole or in part. */
export interface Relief {
  readonly guarantor: string;
  /** What names the list. */
  readonly reference: string;
  readonly day: string;
  /** Row of the table. */
  readonly code: string;
  readonly tax: Decimal;
  readonly relieved: Decimal;
}

const add = statement(`
insert into reliefs.relief (guarantor, reference, day, code, tax, relieved, at)
select guarantor, reference, day, code, tax, relieved, $2
from json_to_recordset($1) as r(guarantor text, reference text, day date, code text, tax numeric, relieved numeric)
on conflict do nothing`);

/** Puts reliefs on record, each list once. */
export async function addReliefs(client: Client, reliefs: readonly Relief[], at: Date): Promise<void> {
  if (reliefs.length === 0) return;
  const rows = reliefs.map(({ tax, relieved, ...one }) => ({
    ...{ ...one, tax: formatDecimal(tax), relieved: formatDecimal(relieved) },
  }));
  await client.run(add, [JSON.stringify(rows), at]);
}

const ofThese =
  statement(`select r.reference, r.code, trim_scale(r.relieved)::text as relieved from reliefs.relief r
join unnest($1::text[], $2::text[]) as k(guarantor, reference) using (guarantor, reference)`);

/** By which row these lists passed with less cover, and how much less; those of which the whole was asked are left out. */
export async function reliefsOf(
  client: Queryable,
  lists: readonly Pick<Relief, 'guarantor' | 'reference'>[],
): Promise<ReadonlyMap<string, { readonly code: string; readonly relieved: string }>> {
  if (lists.length === 0) return new Map();
  const rows = await client.query<{ reference: string; code: string; relieved: string }>(ofThese, [
    lists.map(({ guarantor }) => guarantor),
    lists.map(({ reference }) => reference),
  ]);
  return new Map(rows.map(({ reference, ...relief }) => [reference, relief]));
}

/** What was relieved by one row in a time. */
export interface ReliefSums {
  readonly code: string;
  readonly lists: number;
  readonly tax: string;
  readonly relieved: string;
}

/** Reliefs of lists released from one day on and before another, by row. */
export const reliefsBetween = (
  client: Queryable,
  guarantor: string,
  from: string,
  before: string,
): Promise<ReliefSums[]> =>
  client.query<ReliefSums>(
    `select code, count(*)::int as lists, trim_scale(sum(tax))::text as tax, trim_scale(sum(relieved))::text as relieved
     from reliefs.relief where guarantor = $1 and day >= $2::date and day < $3::date group by code order by code`,
    [guarantor, from, before],
  );
