import { type Client, statement } from '#postgres';
import type { ExportStanding } from '../domain/export-list.ts';

const addCount = statement(`
insert into exports.standing_count as c (recipient, outcome, trade_mode, lists)
select recipient, outcome, trade_mode, sum(lists)
from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as n(recipient, outcome, trade_mode, lists)
group by 1, 2, 3 having sum(lists) <> 0 order by 1, 2, 3
on conflict (recipient, outcome, trade_mode) do update set lists = c.lists + excluded.lists`);

type Counted = Pick<ExportStanding, 'recipient' | 'outcome' | 'tradeMode'>;

/** Counts how lists stand now, and no more how they stood before. */
export async function countStandings(
  client: Client,
  now: readonly Counted[],
  before: readonly Counted[] = [],
): Promise<void> {
  const counts = new Map<string, { readonly one: Counted; lists: number }>();
  const add = (one: Counted, lists: number): void => {
    const key = `${one.recipient} ${one.outcome} ${one.tradeMode}`;
    const known = counts.get(key);
    if (known) known.lists += lists;
    else counts.set(key, { one, lists });
  };
  for (const one of now) add(one, 1);
  for (const one of before) if (one.outcome !== 'waiting') add(one, -1);
  if (counts.size === 0) return;
  const all = [...counts.values()];
  await client.run(addCount, [
    all.map(({ one }) => one.recipient),
    all.map(({ one }) => one.outcome),
    all.map(({ one }) => one.tradeMode),
    all.map(({ lists }) => lists),
  ]);
}
