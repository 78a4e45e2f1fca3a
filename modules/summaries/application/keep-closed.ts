import { createHash } from 'node:crypto';
import { chinaDay } from '#kernel';
import type { Client } from '#postgres';
import { type ClosedList, contribution } from '../domain/contribution.ts';
import { addLists, countInStatistics, listsThere, tallyLists } from '../storage/lists.ts';

/** A digest as proofs name it. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An export list customs has just closed (899). */
export interface Closing {
  readonly list: ClosedList;
  readonly closedAt: Date;
}

/**
 * Keeps what closed lists contribute, in the transaction that closes them: those of summary declaration wait for a summary,
 * those of summary statistics are counted. A list that is there already is left as it is. A handful of statements,
 * however many lists.
 */
export async function keepClosed(client: Client, closings: readonly Closing[]): Promise<void> {
  const rows = closings.map(({ list, closedAt }) => ({
    ...{ list, closedAt, month: `${chinaDay(closedAt.getTime()).slice(0, 7)}-01` },
    contribution: contribution(list, sha256),
  }));
  const seen = await listsThere(client, rows);
  const fresh = rows.filter(({ list: { head } }) => {
    const key = `${head.ebcCode} ${head.invtNo}`;
    const isFresh = head.invtNo !== undefined && !seen.has(key);
    seen.add(key);
    return isFresh;
  });
  if (fresh.length === 0) return;
  await addLists(client, fresh);
  await tallyLists(client, fresh);
  const counted = fresh.filter(({ list }) => list.head.statisticsFlag === 'A');
  if (counted.length > 0) await countInStatistics(client, counted);
}
