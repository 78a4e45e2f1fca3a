import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import { digestOf, type KeptAnswer, seal, unseal } from './sealing.ts';
import type { RepeatStore, RequestMark } from './store.ts';

/** What is promised of a request that comes twice; asked anew each time, as parameters change with the day. */
export interface RepeatTimes {
  /** An answer is given again for so long. */
  readonly keptMs: number;
  /** A request that has no answer after so long has been lost with its server. */
  readonly lostMs: number;
}

export interface Repeats {
  readonly store: RepeatStore;
  readonly times: () => RepeatTimes;
  readonly now: () => Date;
}

/**
 * What a writing route declares, for its `config`, that may be asked twice without a key: why nothing happens twice. A
 * route that says nothing heeds `Idempotency-Key`.
 */
export function harmlessTwice(reason: string): { readonly harmlessTwice: string } {
  return { harmlessTwice: reason };
}

/** Whether a route heeds `Idempotency-Key`. */
export function heedsKey(method: string, url: string, config: object): boolean {
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(method);
  return writes && url.startsWith('/api/') && !('harmlessTwice' in config);
}

/** A key somebody else could guess, or that is used for everything, protects from nothing. */
const KEY = /^"?([\x21\x23-\x7e]{16,255})"?$/;
/** What is answered again besides status and body. */
const KEPT_HEADERS = ['content-type', 'location', 'etag', 'cache-control'];

interface Begun {
  readonly mark: RequestMark;
  readonly key: string;
  readonly at: Date;
}

/**
 * A request with an `Idempotency-Key` is carried out once, however often it comes: its answer is kept and given again.
 * A refusal or a fault is not kept: nothing was changed, and the same may be asked anew. Requests without the header
 * cost nothing.
 */
export function answerRepeats(
  app: FastifyInstance,
  { store, times, now }: Repeats,
  known: (request: FastifyRequest) => string | undefined,
): void {
  const begun = new WeakMap<FastifyRequest, Begun>();

  app.addHook('preHandler', async (request, reply) => {
    const given = request.headers['idempotency-key'];
    const { url = '', config } = request.routeOptions;
    if (given === undefined || !heedsKey(request.method, url, config)) return;
    // Who is not known is known by the key alone, which nobody else can guess.
    const caller = known(request) ?? 'nobody';
    const key = keyOf(given);
    const at = now();
    const { keptMs, lostMs } = times();
    const mark = { caller, key: digestOf(request.method, url, key), fingerprint: fingerprintOf(request) };
    const earlier = await store.begin(mark, at, new Date(at.getTime() + keptMs));
    if (earlier === undefined) {
      begun.set(request, { mark, key, at });
      return;
    }
    if (!earlier.sameRequest) throw otherRequest();
    if (earlier.answer === undefined)
      throw at.getTime() - earlier.begunAt.getTime() < lostMs ? underWay(reply) : lost();
    return again(reply, unseal(earlier.answer, key, caller));
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { mark, key, at } = begun.get(request) ?? {};
    if (!mark || !key || !at) return;
    if (reply.statusCode < 200 || reply.statusCode > 299) return store.forget(mark, at);
    const kept = { status: reply.statusCode, headers: headersOf(reply), body: base64Of(payload) };
    await store.keep(mark, at, seal(kept, key, mark.caller));
  });
}

function keyOf(given: string | string[]): string {
  const [, key] = KEY.exec(String(given)) ?? [];
  if (key === undefined)
    throw new Problem(400, 'IDEMPOTENCY-KEY', {
      zh: 'Idempotency-Key 须为 16 至 255 个可见 ASCII 字符（不含引号），如每次新生成的 UUID',
      en: 'An Idempotency-Key is 16 to 255 visible ASCII characters without quotation marks, such as a new UUID for each',
    });
  return key;
}

function fingerprintOf({ url, headers, body }: FastifyRequest): Buffer {
  const content = Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? '');
  return digestOf(url, headers['content-type'] ?? '', String(headers['if-match'] ?? ''), content);
}

function headersOf(reply: FastifyReply): Record<string, string> {
  const given = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function base64Of(payload: unknown): string {
  if (payload === null || payload === undefined) return '';
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) return Buffer.from(payload).toString('base64');
  throw new Error('A route that heeds Idempotency-Key answers with a text or with bytes, not with a stream.');
}

function again(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .header('idempotency-replayed', 'true')
    .send(body === '' ? null : Buffer.from(body, 'base64'));
}

const otherRequest = (): Problem =>
  new Problem(422, 'IDEMPOTENCY-OTHER-REQUEST', {
    zh: '此 Idempotency-Key 已用于另一请求；每个请求请使用新的键',
    en: 'This Idempotency-Key was used for another request; take a new one for each',
  });

function underWay(reply: FastifyReply): Problem {
  reply.header('retry-after', 1);
  return new Problem(409, 'IDEMPOTENCY-UNDER-WAY', {
    zh: '同一请求正在处理，请稍后以同一键重试',
    en: 'The same request is being carried out; ask again with the same key in a moment',
  });
}

const lost = (): Problem =>
  new Problem(409, 'IDEMPOTENCY-UNKNOWN', {
    zh: '同一请求此前因服务中断而无答复，是否已执行不得而知；请先查询结果，再用新的键重新请求',
    en: 'The same request was cut off by a fault before its answer, and may have been carried out or not: look first, then ask with a new key',
  });
