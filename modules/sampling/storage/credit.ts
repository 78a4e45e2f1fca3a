import type { Day } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';
import type { CreditClass } from '../domain/rates.ts';

/** How customs rates an enterprise from a day on. */
export interface Credit {
  readonly customsCode: string;
  readonly from: Day;
  readonly class: CreditClass;
  readonly note: string;
  readonly filedBy: string;
  readonly filedAt: Date;
}

const ofThese = statement(`
select distinct on (customs_code) customs_code as "customsCode", class
from sampling.credit where customs_code = any($1) and from_day <= $2::date
order by customs_code, from_day desc`);

/** The classes of enterprises on a day; those nobody has rated are left out. */
export async function creditOn(
  client: Queryable,
  codes: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, CreditClass>> {
  const rows = await client.query<Pick<Credit, 'customsCode' | 'class'>>(ofThese, [codes, day]);
  return new Map(rows.map((one) => [one.customsCode, one.class]));
}

export async function addCredit(client: Client, credit: Credit): Promise<void> {
  await client.run(
    `insert into sampling.credit (customs_code, from_day, class, note, filed_by, filed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (customs_code, from_day) do update
       set class = excluded.class, note = excluded.note, filed_by = excluded.filed_by, filed_at = excluded.filed_at`,
    [credit.customsCode, credit.from, credit.class, credit.note, credit.filedBy, credit.filedAt],
  );
}

/** All ratings, by enterprise and day. */
export const creditPage = (
  client: Queryable,
  after: { readonly customsCode: string; readonly from: Day } | undefined,
  limit: number,
): Promise<Credit[]> =>
  client.query<Credit>(
    `select customs_code as "customsCode", from_day::text as "from", class, note, filed_by as "filedBy", filed_at as "filedAt"
     from sampling.credit where $1::text is null or (customs_code, from_day) > ($1, $2::date)
     order by customs_code, from_day limit $3`,
    [after?.customsCode ?? null, after?.from ?? null, limit],
  );
