import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { type CebMessage, carriable, encode } from '#ceb';
import type { Queryable } from '#postgres';
import { messageContent } from '../storage/messages.ts';
import { type FetchedReceipt, receiptsAfter } from '../storage/receipts.ts';
import type { Notifier } from './notifier.ts';

const decompress = promisify(zstdDecompress);

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

/** The receipts as messages of the standard: one per run of the same type, 100 at most, in order. */
export async function receiptMessages(
  database: Queryable,
  receipts: readonly FetchedReceipt[],
): Promise<string[]> {
  const messages: string[] = [];
  for (const run of runs(receipts)) {
    const documents = await Promise.all(run.map((receipt) => receiptDocument(database, receipt)));
    const root = `${run[0]?.type}Message`;
    const guid = String(documents[0]?.head.guid);
    messages.push(
      encode({ root, guid, version: '1.0', documents, subscriptions: [] } as unknown as CebMessage),
    );
  }
  return messages;
}

async function receiptDocument(database: Queryable, receipt: FetchedReceipt) {
  const { returnStatus, returnTime, returnInfo, body } = receipt;
  const head: Record<string, string> = { ...body, returnStatus, returnTime, returnInfo };
  if (receipt.type === 'CEB900' && body.oriCopMsgId) {
    const content = await messageContent(database, receipt.recipient, body.oriCopMsgId);
    // What was refused may be no XML at all, and still has to be answered in XML.
    head.oriBizMessage = content ? carriable((await decompress(content)).toString('utf8')) : '';
    head.returnInfo = carriable(returnInfo);
  }
  return { head, items: [] };
}

/** CEB900 speaks of exactly one message; the others of up to 100 documents. */
function runs(receipts: readonly FetchedReceipt[]): FetchedReceipt[][] {
  const result: FetchedReceipt[][] = [];
  for (const receipt of receipts) {
    const last = result.at(-1);
    const joins = last && last[0]?.type === receipt.type && last.length < 100 && receipt.type !== 'CEB900';
    if (joins) last.push(receipt);
    else result.push([receipt]);
  }
  return result;
}
