import type { Queryable } from '#postgres';
import { type FetchedReceipt, receiptsAfter } from '../storage/receipts.ts';
import type { Notifier } from './notifier.ts';

/** How often a waiting reader looks by itself: another server may have written the receipt. */
const lookAgainMs = 1_000;

export interface ReceiptsQuestion {
  readonly recipient: string;
  readonly cursor: string | undefined;
  readonly limit: number;
  /** Only this type, e.g. `CEB622`. */
  readonly type: string | undefined;
  /** How long to wait for the first one, milliseconds. */
  readonly waitMs: number;
}

/** Receipts after a cursor; waits for one when there is none. */
export async function fetchReceipts(
  database: Queryable,
  notifier: Notifier,
  question: ReceiptsQuestion,
  signal?: AbortSignal,
): Promise<FetchedReceipt[]> {
  const { recipient, cursor, limit, type } = question;
  const until = performance.now() + question.waitMs;
  for (;;) {
    const receipts = await receiptsAfter(database, recipient, cursor, limit, type);
    const left = until - performance.now();
    if (receipts.length > 0 || left <= 0 || signal?.aborted || notifier.closed) return receipts;
    await notifier.wait([recipient], Math.min(left, lookAgainMs), signal);
  }
}
