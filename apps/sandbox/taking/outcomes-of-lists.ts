import type { ListOutcome } from '#exchange';
import type { Queryable } from '#postgres';
import { type Standing, standingsOf } from '../storage/documents.ts';

/** How often a waiting sender's lists are looked at. */
const lookAgainMs = 100;

/** Waits until no more receipts are to come for these lists, or time is up; answers how they stand, in their order. */
export async function awaitStandings(
  database: Queryable,
  sender: string,
  root: string,
  keys: readonly string[],
  waitMs: number,
  signal: AbortSignal,
): Promise<(ListOutcome | undefined)[]> {
  const until = performance.now() + waitMs;
  for (;;) {
    const standings = await standingsOf(database, sender, root, keys);
    const left = until - performance.now();
    const done = [...standings.values()].every(isSettled);
    if (done || left <= 0 || signal.aborted)
      return keys.map((key) => {
        const standing = standings.get(key);
        return standing && outcomeOf(standing);
      });
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, lookAgainMs)));
  }
}

const isSettled = (standing: Standing): boolean => {
  const { state } = outcomeOf(standing);
  return state === 'released' || state === 'refused' || state === 'withdrawn' || !standing.pending;
};

function outcomeOf({ returnStatus, returnInfo, invtNo, deleted }: Standing): ListOutcome {
  const state = deleted ? 'withdrawn' : stateOf(returnStatus);
  const known = state === 'released' || state === 'held';
  return { state, returnStatus, returnInfo, ...(known && invtNo ? { invtNo } : {}) };
}

/** The platform's words for a status. */
function stateOf(status: string): ListOutcome['state'] {
  if (status === '800' || status === '899') return 'released';
  if (status === '100' || status === '700' || status.startsWith('-')) return 'refused';
  return Number(status) >= 300 && status !== '399' ? 'held' : 'waiting';
}
