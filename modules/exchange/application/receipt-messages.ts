import { type CebMessage, carriable, encode, messageTables, type Root } from '#ceb';
import type { Queryable } from '#postgres';
import type { FetchedReceipt, ReceiptBody } from '../storage/receipts.ts';
import { evidenceOf } from './evidence.ts';

/** A CEB900 shows so many bytes of the message it speaks of (D); the whole message is kept as evidence. */
export const shownBytes = 64 * 1024;
/** No message is begun once those before it on the page have so many characters (D). */
const pageCharacters = 4 * 1024 * 1024;

/** Receipts as messages of the standard. */
export interface MessagePage {
  readonly messages: readonly string[];
  /** Cursor of the last receipt on the page, which may end before the receipts do; undefined when there is none. */
  readonly next: string | undefined;
}

/** The receipts as messages of the standard: one per run of the same type, 100 at most, in order. */
export async function receiptMessages(
  database: Queryable,
  receipts: readonly FetchedReceipt[],
): Promise<MessagePage> {
  const messages: string[] = [];
  let next: string | undefined;
  let characters = 0;
  for (const run of runs(receipts)) {
    if (characters >= pageCharacters) break;
    const documents = await Promise.all(run.map((receipt) => receiptDocument(database, receipt)));
    const root = `${run[0]?.type}Message`;
    for (const { head } of documents) fillUp(root, head);
    const guid = String(documents[0]?.head.guid);
    const message = { root, guid, version: '1.0', documents, subscriptions: [] };
    const text = encode(message as unknown as CebMessage);
    messages.push(text);
    characters += text.length;
    next = run.at(-1)?.cursor;
  }
  return { messages, next };
}

/** An agency's own words may hold what XML cannot carry, and still have to be read in XML, with all that follow. */
async function receiptDocument(database: Queryable, receipt: FetchedReceipt) {
  const { returnStatus, returnTime, returnInfo, body } = receipt;
  const head: Record<string, string> = { returnStatus, returnTime, returnInfo: carriable(returnInfo) };
  let items: ReceiptBody[string] = [];
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') head[name] = carriable(value);
    else items = value.map(carriableRow);
  }
  if (receipt.type === 'CEB900' && head.oriCopMsgId) {
    const content = await evidenceOf(database, receipt.recipient, head.oriCopMsgId);
    // What was refused may be no XML at all, and still has to be answered in XML.
    head.oriBizMessage = content ? carriable(shown(content)) : '';
  }
  return { head, items };
}

/**
 * Real receipts leave out fields the schema demands. What is fetched as a message has to keep to it: there, and there
 * only, such a field holds zeros where its length is fixed, or a hyphen (D).
 */
function fillUp(root: string, head: Record<string, string>): void {
  const fields = messageTables[root as Root]?.groups[0]?.fields ?? [];
  for (const { name, type, required, minLength = 0, maxLength = 0 } of fields) {
    if (required !== true || type !== 'string' || minLength === 0 || head[name]) continue;
    head[name] = minLength === maxLength ? '0'.repeat(minLength) : '-';
  }
}

const carriableRow = (row: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, carriable(value)]));

/** The beginning of a message, and how much more of it there is. */
function shown(content: Buffer): string {
  if (content.length <= shownBytes) return content.toString('utf8');
  // A character cut in two at the end is left out.
  const beginning = new TextDecoder().decode(content.subarray(0, shownBytes), { stream: true });
  return `${beginning}〔原报文共 ${content.length} 字节，此处为前 ${shownBytes} 字节 / the first ${shownBytes} of ${content.length} bytes〕`;
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
