import { Problem } from '#http';
import type { Database, Readers } from '#postgres';
import type { RuleRow } from '../domain/rule-row.ts';
import { type Edition, editions, keepRulebook, rowsOfEdition } from '../storage/rulebooks.ts';

/** Keeps what the edition in use says, where it is used for the first time: before anything is decided by it. */
export function keepEdition(database: Database, edition: Edition, rows: readonly RuleRow[]): Promise<void> {
  return keepRulebook(database, edition, rows);
}

/** Every edition that was ever used here, the latest first. */
export async function editionsUsed(database: Readers): Promise<{ edition: string; firstUsedAt: string }[]> {
  const used = await editions(database);
  return used.map(({ edition, firstUsedAt }) => ({ edition, firstUsedAt: firstUsedAt.toISOString() }));
}

/** What an edition says. @throws Problem where it was never used here */
export async function editionRead(
  database: Readers,
  edition: string,
): Promise<{ edition: string; rows: RuleRow[] }> {
  const rows = await rowsOfEdition(database, edition);
  if (!rows)
    throw new Problem(404, 'RULEBOOK-NOT-FOUND', {
      zh: '没有这一版规则；可用的版本见 /api/rulebooks',
      en: 'There is no such edition of the rules; see /api/rulebooks for those there are',
    });
  return { edition, rows: [...rows] };
}
