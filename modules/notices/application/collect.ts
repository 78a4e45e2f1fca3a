import { receiptsAfter } from '#exchange';
import { entriesAfter, type ReadEntry } from '#journal';
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
  const rooms = new Map(subscriptions.map(({ subscriptionId, room }) => [subscriptionId, room]));
  let events = 0;
  let more = false;
  for (const subscription of subscriptions) {
    if (!sourcesOf(subscription.events).receipts) continue;
    const page = await receiptsFor(ports, subscription, subscription.room);
    rooms.set(subscription.subscriptionId, subscription.room - page.events);
    events += page.events;
    more ||= page.more;
  }
  const listening = subscriptions.filter((each) => sourcesOf(each.events).journal);
  const told = await journalFor(ports, listening, rooms);
  return { events: events + told.events, more: more || told.more };
}

async function receiptsFor(
  ports: CollectPorts,
  subscription: Subscription,
  room: number,
): Promise<{ events: number; more: boolean }> {
  const { customsCode, receiptsCursor } = subscription;
  const limit = Math.min(room, pageOfReceipts);
  const page = await receiptsAfter(ports.database, customsCode, receiptsCursor, limit);
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

/**
 * One reading of the journal serves all who have come about equally far; who is further gets a reading of its own, so
 * that one that lags behind keeps nobody waiting.
 */
async function journalFor(
  ports: CollectPorts,
  subscriptions: readonly Subscription[],
  rooms: ReadonlyMap<string, number>,
): Promise<{ events: number; more: boolean }> {
  let rest = [...subscriptions].sort((one, other) => compareCursors(one.journalCursor, other.journalCursor));
  let events = 0;
  let more = false;
  for (let [first] = rest; first; [first] = rest) {
    const page = await entriesAfter(ports.database, first.journalCursor, pageOfEntries);
    const last = page.at(-1);
    if (!last) break;
    const full = page.length === pageOfEntries;
    const ahead = (subscription: Subscription): boolean =>
      compareCursors(subscription.journalCursor, last.cursor) >= 0;
    for (const subscription of rest) {
      if (ahead(subscription)) continue;
      const { wanted, to } = partOf(page, subscription, rooms.get(subscription.subscriptionId) ?? 0);
      // A cursor that only passes over others' entries is moved once a page, not once a second.
      if (to === undefined || (wanted.length === 0 && !full)) continue;
      events += await put(ports, subscription, 'journal', to, wanted);
      more ||= full;
    }
    if (!full) break;
    rest = rest.filter(ahead);
  }
  return { events, more };
}

/** What of a page is for a subscription, as far as there is room, and up to where that goes; nowhere without room. */
function partOf(
  page: readonly ReadEntry[],
  { customsCode, journalCursor, events }: Subscription,
  room: number,
): { wanted: NoticeEvent[]; to: string | undefined } {
  const own = page.flatMap((entry) => {
    if (compareCursors(entry.cursor, journalCursor) <= 0) return [];
    const told = eventOfEntry(entry);
    if (!told?.enterprises.includes(customsCode) || !wants(events, told.event.kind)) return [];
    return [{ event: told.event, cursor: entry.cursor }];
  });
  const fitting = own.slice(0, Math.max(0, room));
  const to = fitting.length < own.length ? fitting.at(-1)?.cursor : page.at(-1)?.cursor;
  return { wanted: fitting.map(({ event }) => event), to };
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
