/** The client of a running platform or sandbox, by `fetch` alone: for Node, browsers and workers. */
import type { ListStory, ProblemBody, Receipt, RefusedMessage, TakenMessage } from './answers.ts';
import { type Calls, calls } from './calling.ts';
import { problemOf } from './problem.ts';
import { type Connection, type Send, sender } from './sending.ts';

export type * from './answers.ts';
export type { Answered, Asked, Calls, PagedPlace, Place } from './calling.ts';
export type { Operations, Schemas } from './interface.gen.ts';
export { PlatformProblem } from './problem.ts';
export type { Connection } from './sending.ts';

export interface SubmitOptions {
  /** Seconds to wait for the outcome of the lists in the message, at most 60. Default 0. */
  readonly wait?: number;
  readonly signal?: AbortSignal;
}

export interface ReceiptOptions {
  /** Go on behind this receipt; without it from the first. */
  readonly cursor?: string;
  /** Seconds to wait for another receipt before the loop ends. Default 0: those there are now. `Infinity` never ends. */
  readonly wait?: number;
  /** Only of this type, e.g. `CEB622`. */
  readonly type?: string;
  readonly signal?: AbortSignal;
}

/** The whole interface by `call`, `ask` and `each`, and three things most programs do made short. */
export interface Client extends Calls {
  /**
   * Hands in one message. A refusal is an answer, not an error; the same message again gets the same answer, so
   * after a broken connection send again.
   * @throws PlatformProblem when the platform could not take it up (key, size, load), TypeError without a connection.
   */
  submit(xml: string | Uint8Array, options?: SubmitOptions): Promise<TakenMessage | RefusedMessage>;
  /**
   * The enterprise's receipts, oldest first.
   * @throws PlatformProblem as `submit` does.
   */
  receipts(options?: ReceiptOptions): AsyncGenerator<Receipt, void, undefined>;
  /**
   * Why lists stand as they do, by any number: of the order, the waybill, the list (`invtNo`, `preNo`) or your own
   * (`copNo`). None if there is none the enterprise takes part in.
   * @throws PlatformProblem as `submit` does.
   */
  explain(number: string, options?: { readonly signal?: AbortSignal }): Promise<ListStory[]>;
}

/** Longest time one request may wait, by the interface. */
const LONGEST_WAIT = 60;
/** Receipts asked for at once. */
const PAGE = 500;
/** Lists looked up for one number. */
const MOST_LISTS = 20;

/** A client of the platform at `url`; nothing is sent before it is asked something. */
export function connect(connection: Connection): Client {
  const send = sender(connection);
  return {
    ...calls(send),
    submit: (xml, options) => submit(send, xml, options),
    receipts: (options) => receipts(send, options),
    explain: (number, options) => explain(send, number, options),
  };
}

async function submit(
  send: Send,
  xml: string | Uint8Array,
  { wait = 0, signal }: SubmitOptions = {},
): Promise<TakenMessage | RefusedMessage> {
  const response = await send(`/api/messages?wait=${Math.min(wait, LONGEST_WAIT)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: typeof xml === 'string' ? xml : new Uint8Array(xml),
    ...(signal && { signal }),
  });
  const body = await read<Omit<TakenMessage, 'taken'> & Omit<RefusedMessage, 'taken'>>(response);
  if (response.ok) return { taken: true, ...body };
  // What was kept as evidence has a number of its own; anything else never became a message.
  if (body.messageId !== undefined) return { taken: false, ...body };
  throw problemOf(response, body);
}

async function* receipts(
  send: Send,
  { cursor, wait = 0, type, signal }: ReceiptOptions = {},
): AsyncGenerator<Receipt, void, undefined> {
  let after = cursor;
  let left = wait;
  for (;;) {
    const round = Math.min(left, LONGEST_WAIT);
    const query = new URLSearchParams({ limit: String(PAGE), wait: String(round) });
    if (after !== undefined) query.set('cursor', after);
    if (type !== undefined) query.set('type', type);
    const page = await get<{ receipts: Receipt[]; next?: string }>(send, `/api/receipts?${query}`, signal);
    yield* page.receipts;
    after = page.next ?? after;
    if (page.receipts.length > 0) left = wait;
    else if (left > round) left -= round;
    else return;
  }
}

async function explain(
  send: Send,
  number: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<ListStory[]> {
  const search = `/api/lists?search=${encodeURIComponent(number)}&limit=${MOST_LISTS}`;
  const { lists } = await get<{ lists: ListStory['list'][] }>(send, search, signal);
  // A number that is one list's whole order number means that list, not those that begin with it.
  const exact = lists.filter(({ orderNo }) => orderNo === number);
  const stories: ListStory[] = [];
  for (const { ebpCode, orderNo } of exact.length > 0 ? exact : lists) {
    const path = `/api/lists/${encodeURIComponent(ebpCode)}/${encodeURIComponent(orderNo)}`;
    stories.push(await get<ListStory>(send, path, signal));
  }
  return stories;
}

async function get<T>(send: Send, path: string, signal: AbortSignal | undefined): Promise<T> {
  const response = await send(path, signal ? { signal } : {});
  const body = await read<T>(response);
  if (!response.ok) throw problemOf(response, body as ProblemBody);
  return body;
}

/** The body as JSON; a proxy's page of HTML counts as no body. */
async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  try {
    return JSON.parse(text) as T;
  } catch {
    throw problemOf(response, {});
  }
}
