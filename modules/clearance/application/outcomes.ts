import { keyText } from '#documents';
import type { ListOutcome, Notifier } from '#exchange';
import type { Database } from '#postgres';
import { standingsOf } from '../storage/pages.ts';

/** Another server may have decided: a waiting caller looks again this often. */
const lookAgainMs = 500;

/** Nobody has decided: the list waits for its papers or its turn, or customs has been asked. */
const undecided: ReadonlySet<string> = new Set(['waiting', 'forwarded']);

/** Waits until each of these lists is decided, or time is up; answers how they stand, in their order. */
export async function awaitOutcomes(
  database: Database,
  decided: Notifier,
  keys: readonly Readonly<Record<string, string>>[],
  waitMs: number,
  signal: AbortSignal,
): Promise<(ListOutcome | undefined)[]> {
  const until = performance.now() + waitMs;
  const names = keys.map(({ orderNo = '', ebpCode = '' }) => keyText([orderNo, ebpCode]));
  const orderNos = [...new Set(keys.map(({ orderNo = '' }) => orderNo))];
  for (;;) {
    const standings = await standingsOf(database, orderNos);
    const byKey = new Map(
      standings.map((standing) => [keyText([standing.orderNo, standing.ebpCode]), standing]),
    );
    const left = until - performance.now();
    const open = names.filter((name) => undecided.has(byKey.get(name)?.state ?? ''));
    if (open.length === 0 || left <= 0 || signal.aborted || decided.closed)
      return names.map((name) => {
        const standing = byKey.get(name);
        if (!standing) return undefined;
        const { state, returnStatus, returnInfo, invtNo } = standing;
        return { state, returnStatus, returnInfo, ...(invtNo ? { invtNo } : {}) };
      });
    await decided.wait(open, Math.min(left, lookAgainMs), signal);
  }
}
