import { keyText } from '#documents';
import { awaitLists, type ListOutcome, type Notifier } from '#exchange';
import type { Database } from '#postgres';
import { standingsOf } from '../storage/pages.ts';

/** Waits until each of these lists is decided, or time is up; answers how they stand, in their order. */
export async function awaitOutcomes(
  database: Database,
  decided: Notifier,
  keys: readonly Readonly<Record<string, string>>[],
  waitMs: number,
  signal: AbortSignal,
): Promise<(ListOutcome | undefined)[]> {
  const names = keys.map(({ orderNo = '', ebpCode = '' }) => keyText([orderNo, ebpCode]));
  const orderNos = [...new Set(keys.map(({ orderNo = '' }) => orderNo))];
  const look = async (): Promise<Map<string, ListOutcome>> =>
    new Map(
      (await standingsOf(database, orderNos)).map(
        ({ orderNo, ebpCode, state, returnStatus, returnInfo, invtNo }) => [
          keyText([orderNo, ebpCode]),
          { state, returnStatus, returnInfo, ...(invtNo ? { invtNo } : {}) },
        ],
      ),
    );
  return awaitLists(decided, names, look, { waitMs, signal });
}
