import type { Queryable } from '#postgres';
import type { RuleRow } from '../domain/rule-row.ts';

export interface Edition {
  readonly edition: string;
  readonly firstUsedAt: Date;
}

/** Keeps what an edition says, where it is used for the first time. */
export async function keepRulebook(
  client: Queryable,
  { edition, firstUsedAt }: Edition,
  rows: readonly RuleRow[],
): Promise<void> {
  await client.run(
    'insert into clearance.rulebook (edition, first_used_at, rows) values ($1, $2, $3) on conflict (edition) do nothing',
    [edition, firstUsedAt, JSON.stringify(rows)],
  );
}

/** Every edition that was ever used, the latest first. */
export function editions(client: Queryable): Promise<Edition[]> {
  return client.query<Edition>(
    'select edition, first_used_at as "firstUsedAt" from clearance.rulebook order by first_used_at desc, edition',
  );
}

/** What an edition says; undefined for one that was never used here. */
export async function rowsOfEdition(
  client: Queryable,
  edition: string,
): Promise<readonly RuleRow[] | undefined> {
  const found = await client.query<{ rows: RuleRow[] }>(
    'select rows from clearance.rulebook where edition = $1',
    [edition],
  );
  return found[0]?.rows;
}
