import { type Client, statement } from '#postgres';

/** A month of an enterprise with lists that are in no summary. */
export interface UnsummedMonth {
  readonly ebcCode: string;
  readonly month: string;
  readonly lists: number;
  readonly taken: number;
  readonly warned: '' | 'due' | 'overdue';
}

const unsummed = statement(`
select ebc_code as "ebcCode", month::text as month, lists::float8 as lists, taken::float8 as taken, warned
from summaries.tally where lists > taken and warned <> 'overdue' order by ebc_code, month for update skip locked`);

/** Months that may have to be warned of, locked. */
export const unsummedMonths = (client: Client): Promise<UnsummedMonth[]> =>
  client.query<UnsummedMonth>(unsummed);

const mark = statement(`
update summaries.tally t set warned = n.warned from unnest($1::text[], $2::date[], $3::text[]) as n(ebc_code, month, warned)
where t.ebc_code = n.ebc_code and t.month = n.month`);

/** Notes what has been warned of. */
export async function markWarned(
  client: Client,
  months: readonly { readonly ebcCode: string; readonly month: string; readonly now: 'due' | 'overdue' }[],
): Promise<void> {
  await client.run(mark, [
    months.map(({ ebcCode }) => ebcCode),
    months.map(({ month }) => month),
    months.map(({ now }) => now),
  ]);
}
