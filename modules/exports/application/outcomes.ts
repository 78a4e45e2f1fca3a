import { awaitLists, type ListOutcome, type Notifier } from '#exchange';
import type { Database } from '#postgres';
import { listKey } from '../domain/export-list.ts';
import { outcomesOfOrders } from '../storage/standings.ts';

/** Waits until each of these export lists is decided, or time is up; answers how they stand, in their order. */
export async function awaitOutcomes(
  database: Database,
  decided: Notifier,
  keys: readonly Readonly<Record<string, string>>[],
  waitMs: number,
  signal: AbortSignal,
): Promise<(ListOutcome | undefined)[]> {
  const names = keys.map(({ orderNo = '', ebpCode = '', ebcCode = '' }) =>
    listKey({ orderNo, ebpCode, ebcCode }),
  );
  const orderNos = [...new Set(keys.map(({ orderNo = '' }) => orderNo))];
  const look = async (): Promise<Map<string, ListOutcome>> =>
    new Map(
      (await outcomesOfOrders(database, orderNos)).map(
        ({ outcome, returnStatus, returnInfo, invtNo, ...key }) => [
          listKey(key),
          { state: outcome, returnStatus, returnInfo, ...(invtNo ? { invtNo } : {}) },
        ],
      ),
    );
  return awaitLists(decided, names, look, { waitMs, signal });
}
