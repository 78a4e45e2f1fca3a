/** The client of a running platform or sandbox, by `fetch` alone: for Node, browsers and workers. */
import type { Finding, ListStory, ProblemBody, Receipt, RefusedMessage, TakenMessage } from './answers.ts';

export type * from './answers.ts';

/** Where the platform is, and who calls. */
export interface Connection {
  /** `https://zone.example` or `http://127.0.0.1:8080`. */
  readonly url: string;
  /** API key of the enterprise. */
  readonly key: string;
}

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

export interface Client {
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

/** The platform did not do what was asked, and says why in both languages. */
export class PlatformProblem extends Error {
  override readonly name = 'PlatformProblem';
  /** HTTP status. */
  readonly status: number;
  /** Stable, e.g. `KEY-UNKNOWN`; `HTTP-…` where the answer was none of the platform's. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly findings: readonly Finding[];
  /** When to try again, if the platform said so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, body: ProblemBody, retryAfterSeconds?: number) {
    const code = body.code ?? `HTTP-${status}`;
    super(`${code}: ${body.en ?? `the platform answered ${status}`}`);
    this.status = status;
    this.code = code;
    this.zh = body.zh ?? `平台返回 HTTP ${status}`;
    this.en = body.en ?? `The platform answered HTTP ${status}`;
    this.findings = body.findings ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Longest time one request may wait, by the interface. */
const LONGEST_WAIT = 60;
/** Receipts asked for at once. */
const PAGE = 500;
/** Lists looked up for one number. */
const MOST_LISTS = 20;

/** A client of the platform at `url`; nothing is sent before it is asked something. */
export function connect(connection: Connection): Client {
  const { url, key } = connection;
  const base = url.replace(/\/+$/, '');
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${base}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });
  return {
    submit: (xml, options) => submit(call, xml, options),
    receipts: (options) => receipts(call, options),
    explain: (number, options) => explain(call, number, options),
  };
}

type Call = (path: string, init?: RequestInit) => Promise<Response>;

async function submit(
  call: Call,
  xml: string | Uint8Array,
  { wait = 0, signal }: SubmitOptions = {},
): Promise<TakenMessage | RefusedMessage> {
  const response = await call(`/api/messages?wait=${Math.min(wait, LONGEST_WAIT)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: typeof xml === 'string' ? xml : new Uint8Array(xml),
    ...(signal && { signal }),
  });
  const body = await read<Omit<TakenMessage, 'taken'> & Omit<RefusedMessage, 'taken'>>(response);
  if (response.ok) return { taken: true, ...body };
  // What was kept as evidence has a number of its own; anything else never became a message.
  if (body.messageId !== undefined) return { taken: false, ...body };
  throw problem(response, body);
}

async function* receipts(
  call: Call,
  { cursor, wait = 0, type, signal }: ReceiptOptions = {},
): AsyncGenerator<Receipt, void, undefined> {
  let after = cursor;
  let left = wait;
  for (;;) {
    const round = Math.min(left, LONGEST_WAIT);
    const query = new URLSearchParams({ limit: String(PAGE), wait: String(round) });
    if (after !== undefined) query.set('cursor', after);
    if (type !== undefined) query.set('type', type);
    const page = await get<{ receipts: Receipt[]; next?: string }>(call, `/api/receipts?${query}`, signal);
    yield* page.receipts;
    after = page.next ?? after;
    if (page.receipts.length > 0) left = wait;
    else if (left > round) left -= round;
    else return;
  }
}

async function explain(
  call: Call,
  number: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<ListStory[]> {
  const search = `/api/lists?search=${encodeURIComponent(number)}&limit=${MOST_LISTS}`;
  const { lists } = await get<{ lists: ListStory['list'][] }>(call, search, signal);
  // A number that is one list's whole order number means that list, not those that begin with it.
  const exact = lists.filter(({ orderNo }) => orderNo === number);
  const stories: ListStory[] = [];
  for (const { ebpCode, orderNo } of exact.length > 0 ? exact : lists) {
    const path = `/api/lists/${encodeURIComponent(ebpCode)}/${encodeURIComponent(orderNo)}`;
    stories.push(await get<ListStory>(call, path, signal));
  }
  return stories;
}

async function get<T>(call: Call, path: string, signal: AbortSignal | undefined): Promise<T> {
  const response = await call(path, signal ? { signal } : {});
  const body = await read<T>(response);
  if (!response.ok) throw problem(response, body as ProblemBody);
  return body;
}

/** The body as JSON; a proxy's page of HTML counts as no body. */
async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  try {
    return JSON.parse(text) as T;
  } catch {
    throw problem(response, {});
  }
}

function problem(response: Response, body: ProblemBody): PlatformProblem {
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new PlatformProblem(response.status, body, Number.isFinite(after) ? after : undefined);
}
