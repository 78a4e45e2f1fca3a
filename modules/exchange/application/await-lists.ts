import type { ListOutcome } from '../http/schemas.ts';
import type { Notifier } from './notifier.ts';

/** Another server may have decided: a waiting caller looks again this often. */
const lookAgainMs = 500;

/** Nobody has decided: the list waits for its papers or its turn, or customs has been asked. */
const undecided: ReadonlySet<string> = new Set(['waiting', 'forwarded']);

/**
 * Waits until each of these lists is decided, or time is up.
 * @param names business keys, as tables of documents make them
 * @param look how lists stand now, by business key
 * @returns how they stand, in the order of the names; undefined for what is unknown
 */
export async function awaitLists(
  decided: Notifier,
  names: readonly string[],
  look: () => Promise<ReadonlyMap<string, ListOutcome>>,
  { waitMs, signal }: { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<(ListOutcome | undefined)[]> {
  const until = performance.now() + waitMs;
  for (;;) {
    const found = await look();
    const left = until - performance.now();
    const open = names.filter((name) => undecided.has(found.get(name)?.state ?? ''));
    if (open.length === 0 || left <= 0 || signal.aborted || decided.closed)
      return names.map((name) => found.get(name));
    await decided.wait(open, Math.min(left, lookAgainMs), signal);
  }
}
