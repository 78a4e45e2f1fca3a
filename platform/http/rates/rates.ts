import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import { Buckets, type Rate } from './bucket.ts';
import { networkOf } from './network.ts';

/** Kinds of routes that are counted apart; `unlimited` is not counted at all. */
export const rateClasses = ['public', 'read', 'write', 'reveal', 'outward', 'unlimited'] as const;
export type RateClass = (typeof rateClasses)[number];

/** How much of each kind a caller may ask; asked anew each time, as parameters change with the day. */
export type Rates = (kind: Exclude<RateClass, 'unlimited'>) => Rate;

/** What a route declares besides who may use it, for its `config`. A route that says nothing is `read` or `write`. */
export function counted(rate: RateClass): { readonly rate: RateClass } {
  return { rate };
}

/** Who is counted: the caller the guard knows, else the address. */
type Known = (request: FastifyRequest) => string | undefined;

/** Counts what callers ask of the interface, tells them in `RateLimit`, and refuses what is too much. */
export function limitRates(app: FastifyInstance, rates: Rates, known: Known, buckets = new Buckets()): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || !request.url.startsWith('/api/')) return;
    const caller = known(request);
    const kind = rateClassOf(request.routeOptions.config, request.method, caller !== undefined);
    if (kind === 'unlimited') return;
    const rate = rates(kind);
    const { taken, remaining, resetSeconds, retrySeconds } = buckets.take(
      `${kind} ${caller ?? `address ${networkOf(request.ip)}`}`,
      rate,
    );
    reply.header('ratelimit-policy', `"${kind}";q=${rate.requests};w=${rate.seconds}`);
    reply.header('ratelimit', `"${kind}";r=${remaining};t=${resetSeconds}`);
    if (taken) return;
    reply.header('retry-after', retrySeconds);
    throw new Problem(429, 'RATE-LIMIT', {
      zh: `请求过于频繁，请在 ${retrySeconds} 秒后重试（每 ${rate.seconds} 秒最多 ${rate.requests} 次）`,
      en: `Too many requests: try again in ${retrySeconds} s (at most ${rate.requests} in ${rate.seconds} s)`,
    });
  });
}

/** The kind a request is counted under: as its route declares, else by what it does and whether its caller is known. */
export function rateClassOf(config: object, method: string, known: boolean): RateClass {
  const { rate } = config as { readonly rate?: RateClass };
  if (rate) return rate;
  if (!known) return 'public';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}
