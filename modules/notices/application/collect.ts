import { receiptsAfter } from '#exchange';
import { entriesAfter } from '#journal';
import { instantOfStamp } from '#kernel';
import type { Database } from '#postgres';
import { sourcesOf, wants } from '../domain/event-kinds.ts';
import { bodyOf, eventOfEntry, eventOfReceipt, type NoticeEvent } from '../domain/events.ts';
import type { WebhookParameters } from '../domain/parameters.ts';
import { type NewDelivery, putDown } from '../storage/deliveries.ts';
import { collecting, type Subscription } from '../storage/subscriptions.ts';

export interface CollectPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => WebhookParameters;
}

/** Receipts, and entries of the journal, read at once (D). */
const pageOfReceipts = 200;
const pageOfEntries = 1_000;

/**
 * Puts down for each subscription what has happened since its cursors; what it does not want is passed over. Two
 * servers may do so at once: whoever moves the cursor has put down, the other one does nothing.
 * @returns how many events were put down, and whether there is more to read
 */
export async function collect(ports: CollectPorts): Promise<{ events: number; more: boolean }> {
  const subscriptions = await collecting(ports.database, ports.parameters().mostWaiting);
  let events = 0;
  let more = false;
  for (const subscription of subscriptions) {
    if (!sourcesOf(subscription.events).receipts) continue;
    const page = await receiptsFor(ports, subscription);
    events += page.events;
    more ||= page.more;
  }
  const listening = subscriptions.filter((each) => sourcesOf(each.events).journal);
  const told = await journalFor(ports, listening);
  return { events: events + told.events, more: more || told.more };
}

async function receiptsFor(
  ports: CollectPorts,
  subscription: Subscription,
): Promise<{ events: number; more: boolean }> {
  const { customsCode, receiptsCursor } = subscription;
  const page = await receiptsAfter(ports.database, customsCode, receiptsCursor, pageOfReceipts);
  const last = page.at(-1);
  if (!last) return { events: 0, more: false };
  const events = page
    .map((receipt) => {
      const at = instantOfStamp(receipt.returnTime);
      return eventOfReceipt(receipt, at === undefined ? ports.now() : new Date(at));
    })
    .filter(({ kind }) => wants(subscription.events, kind));
  return {
    events: await put(ports, subscription, 'receipts', last.cursor, events),
    more: page.length === pageOfReceipts,
  };
}

/** One reading of the journal serves all who have come equally far; who lags behind is served by the next ones. */
async function journalFor(
  ports: CollectPorts,
  subscriptions: readonly Subscription[],
): Promise<{ events: number; more: boolean }> {
  const [first] = subscriptions.map(({ journalCursor }) => journalCursor).sort(compareCursors);
  if (first === undefined) return { events: 0, more: false };
  const page = await entriesAfter(ports.database, first, pageOfEntries);
  const last = page.at(-1);
  if (!last) return { events: 0, more: false };
  const full = page.length === pageOfEntries;
  const told = page.flatMap((entry) => {
    const found = eventOfEntry(entry);
    return found ? [{ ...found, cursor: entry.cursor }] : [];
  });
  let events = 0;
  for (const subscription of subscriptions) {
    const { customsCode, journalCursor } = subscription;
    if (compareCursors(journalCursor, last.cursor) >= 0) continue;
    const own = told
      .filter(
        ({ cursor, enterprises }) =>
          enterprises.includes(customsCode) && compareCursors(cursor, journalCursor) > 0,
      )
      .map(({ event }) => event)
      .filter(({ kind }) => wants(subscription.events, kind));
    // A cursor that only passes over others' entries is moved once a page, not once a second.
    if (own.length > 0 || full) events += await put(ports, subscription, 'journal', last.cursor, own);
  }
  return { events, more: full };
}

/** Puts these down for one subscription; how many. */
async function put(
  { database, now, parameters }: CollectPorts,
  subscription: Subscription,
  source: 'receipts' | 'journal',
  to: string,
  events: readonly NoticeEvent[],
): Promise<number> {
  const { mostEventBytes } = parameters();
  const wanted: NewDelivery[] = events.map((event) => ({
    eventId: event.id,
    kind: event.kind,
    happenedAt: event.happenedAt,
    body: bodyOf(event, mostEventBytes),
  }));
  const from = source === 'receipts' ? subscription.receiptsCursor : subscription.journalCursor;
  const done = await database.transaction((client) =>
    putDown(client, subscription, source, from, to, wanted, now()),
  );
  return done ? wanted.length : 0;
}

/** Cursors in the order of what they point at. */
function compareCursors(one: string, other: string): number {
  const [tx = '0', seq = '0'] = one.split('.');
  const [otherTx = '0', otherSeq = '0'] = other.split('.');
  const [a, b] = tx === otherTx ? [BigInt(seq), BigInt(otherSeq)] : [BigInt(tx), BigInt(otherTx)];
  return a < b ? -1 : a > b ? 1 : 0;
}
