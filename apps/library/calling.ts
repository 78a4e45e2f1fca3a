import type { ProblemBody } from './answers.ts';
import type { Operations } from './interface.gen.ts';
import { problemOf } from './problem.ts';
import type { Send } from './sending.ts';

/** An operation of the interface by its method and address, as the description has it: `GET /api/keys`. */
export type Place = keyof Operations;

/** What an operation is asked with: `path`, `query`, `headers`, `body`, and `type` of a body that is no JSON. */
export type Asked<At extends Place> = Omit<Operations[At], 'answer'> & {
  readonly signal?: AbortSignal;
  /** The `etag` that was read: refused with CHANGED-MEANWHILE (412) where it is another by now. */
  readonly ifMatch?: string;
  /** The `etag` one has: `body` is undefined where nothing has changed. */
  readonly ifNoneMatch?: string;
  /** A word of one's own instead of a new one each time, to be kept with what is asked: then it is done once, whatever breaks. */
  readonly idempotencyKey?: string;
};

type AnswerOf<At extends Place> = Operations[At]['answer'];

/** Whether an operation can be asked with nothing. */
type Bare<At extends Place> = object extends Asked<At> ? [asked?: Asked<At>] : [asked: Asked<At>];

/** An answer with what stands around it. */
export interface Answered<Body> {
  readonly body: Body;
  readonly status: number;
  /** What it is like; give it as `ifMatch` with a change, or as `ifNoneMatch` when reading again. */
  readonly etag: string | undefined;
  /** Whether it was done before under the same key, and this is the answer given then. */
  readonly replayed: boolean;
  readonly requestId: string | undefined;
}

/** The things a page is a page of. */
type ItemsOf<Page> = {
  [Name in keyof Page]-?: NonNullable<Page[Name]> extends readonly (infer Item)[] ? Item : never;
}[keyof Page];

/** Operations that are read page by page: they have `next` where there is more. */
export type PagedPlace = {
  [At in Place & `GET ${string}`]: AnswerOf<At> extends { readonly next?: unknown } ? At : never;
}[Place & `GET ${string}`];

export interface Calls {
  /**
   * Asks an operation. What changes something goes under an `Idempotency-Key`, so that it is done once however often
   * it is sent.
   * @throws PlatformProblem where it is refused; TypeError without a connection
   */
  call<At extends Place>(place: At, ...asked: Bare<At>): Promise<AnswerOf<At>>;
  /** As `call`, with what stands around the answer: its tag, whether it is a repeat, the name of the request. */
  ask<At extends Place>(place: At, ...asked: Bare<At>): Promise<Answered<AnswerOf<At> | undefined>>;
  /** All things of a list, page by page as they are taken. */
  each<At extends PagedPlace>(
    place: At,
    ...asked: Bare<At>
  ): AsyncGenerator<ItemsOf<AnswerOf<At>>, void, undefined>;
}

/** Calls over what sends requests. */
export function calls(send: Send): Calls {
  const ask: Calls['ask'] = (place, ...[asked]) => askOnce(send, place, asked ?? {});
  return {
    ask,
    call: async (place, ...asked) => (await ask(place, ...asked)).body as never,
    each: (place, ...[asked]) => each(send, place, asked ?? {}),
  };
}

/** What is asked, whatever it is asked of. */
interface Anything {
  readonly path?: object | undefined;
  readonly query?: object | undefined;
  readonly headers?: object | undefined;
  readonly body?: unknown;
  readonly type?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

async function askOnce<Body>(
  send: Send,
  place: string,
  asked: Anything,
): Promise<Answered<Body | undefined>> {
  const [method = 'GET', pattern = ''] = place.split(' ');
  const { path = {}, query = {}, body, type = 'application/json', signal } = asked;
  const named = Object.entries(path).reduce(
    (address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(String(value))),
    pattern,
  );
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  const response = await send(given.length > 0 ? `${named}?${search}` : named, {
    method,
    headers: headersOf(method, asked, type),
    ...(body === undefined
      ? {}
      : { body: type === 'application/json' ? JSON.stringify(body) : (body as string) }),
    ...(signal ? { signal } : {}),
  });
  const { status, headers } = response;
  if (!response.ok && status !== 304) throw problemOf(response, await problemIn(response));
  return {
    body: (await bodyOf(response)) as Body | undefined,
    status,
    etag: headers.get('etag') ?? undefined,
    replayed: headers.get('idempotency-replayed') === 'true',
    requestId: headers.get('x-request-id') ?? undefined,
  };
}

function headersOf(method: string, asked: Anything, type: string): Record<string, string> {
  const { body, headers = {}, ifMatch, ifNoneMatch, idempotencyKey } = asked;
  return {
    ...(headers as Record<string, string>),
    ...(body === undefined ? {} : { 'content-type': type }),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
    ...(method === 'GET' ? {} : { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }),
  };
}

/** JSON as values, other text as text, files as bytes. */
async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204 || response.status === 304) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) return response.json();
  return /^text\/|xml/.test(type) && !type.includes('officedocument')
    ? response.text()
    : new Uint8Array(await response.arrayBuffer());
}

/** A proxy's page of HTML says nothing. */
async function problemIn(response: Response): Promise<ProblemBody> {
  try {
    return JSON.parse(await response.text()) as ProblemBody;
  } catch {
    return {};
  }
}

async function* each<Item>(
  send: Send,
  place: string,
  asked: Anything,
): AsyncGenerator<Item, void, undefined> {
  let cursor: unknown;
  do {
    const query = { ...asked.query, ...(cursor === undefined ? {} : { cursor }) };
    const { body } = await askOnce<Record<string, unknown>>(send, place, { ...asked, query });
    // A page has one list, under the name of what is in it.
    const things = Object.values(body ?? {}).find(Array.isArray) ?? [];
    yield* things as Item[];
    // Receipts always say where to go on, also where there are none yet.
    cursor = things.length > 0 ? body?.next : undefined;
  } while (cursor !== undefined && cursor !== null);
}
