import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import type { ListDetail, ListState } from '../src/api/types.ts';
import { chance, listOf } from './fixtures.ts';
import { offices } from './scenarios.ts';

/** Answers the portal\'s calls from invented lists, a new one every half second; only in `vite --mode mock`. */
export function mockPlugin(): Plugin {
  const random = chance(42);
  const details: ListDetail[] = [];
  const listeners = new Set<ServerResponse>();
  const startMs = Date.now();
  for (let number = 1; number <= 420; number += 1)
    details.unshift(listOf(number, startMs - (420 - number) * 1_400));
  let session = {
    mode: 'demo',
    signedIn: false,
    roles: [] as string[],
    enterprise: undefined as { code: string; name: string } | undefined,
  };

  const arrive = () => {
    const detail = listOf(details.length + 1, Date.now());
    details.unshift(detail);
    const { ebpCode, orderNo, state } = detail.list;
    for (const listener of listeners)
      listener.write(
        `event: list\ndata: ${JSON.stringify({ lists: [{ ebpCode, orderNo, state }], more: false })}\n\n`,
      );
  };

  const answer = (request: IncomingMessage, response: ServerResponse, url: URL, body: string) => {
    const { pathname, searchParams } = url;
    if (pathname === '/api/lists') return json(response, 200, page(details, searchParams));
    if (pathname === '/api/summary') return json(response, 200, summary(details));
    if (pathname === '/api/session') {
      if (request.method === 'DELETE') {
        session = { ...session, signedIn: false, enterprise: undefined };
        return response.writeHead(204).end();
      }
      if (request.method === 'POST') {
        if (!body.includes('chama_'))
          return json(response, 401, problem(401, 'KEY-UNKNOWN', '密钥无效', 'Unknown key'));
        session = {
          ...session,
          signedIn: true,
          enterprise: { code: '53019A0011', name: '澜湄国际商贸（昆明）有限公司' },
        };
      }
      return json(response, 200, session);
    }
    const [, ebpCode, orderNo] = /^\/api\/lists\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
    const found = details.find(({ list }) => list.ebpCode === ebpCode && list.orderNo === orderNo);
    if (found) return json(response, 200, { ...found, now: new Date().toISOString() });
    return json(response, 404, problem(404, 'LIST-NOT-FOUND', '没有这份清单', 'No such list'));
  };

  return {
    name: 'mock-platform',
    configureServer(server) {
      const timer = setInterval(() => random() < 0.75 && arrive(), 500);
      server.httpServer?.once('close', () => clearInterval(timer));
      server.middlewares.use('/api', (request, response) => {
        const url = new URL(request.originalUrl ?? '/', 'http://mock');
        if (url.pathname === '/api/stream') {
          response
            .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
            .write(': hello\n\n');
          listeners.add(response);
          request.once('close', () => listeners.delete(response));
          return;
        }
        let body = '';
        request.on('data', (chunk) => {
          body += chunk;
        });
        request.on('end', () => answer(request, response, url, body));
      });
    },
  };
}

function json(response: ServerResponse, status: number, content: unknown): void {
  response
    .writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' })
    .end(JSON.stringify(content));
}

const problem = (status: number, code: string, zh: string, en: string) => ({
  type: 'about:blank',
  title: en,
  status,
  code,
  zh,
  en,
});

function count(details: readonly ListDetail[]): Record<ListState, number> {
  const counts = { waiting: 0, released: 0, held: 0, refused: 0, withdrawn: 0 };
  for (const { list } of details) counts[list.state] += 1;
  return counts;
}

function page(details: readonly ListDetail[], asked: URLSearchParams) {
  const search = asked.get('search') ?? '';
  const matching = details.filter(
    ({ list }) =>
      (!asked.get('mode') || list.tradeMode === asked.get('mode')) &&
      (!asked.get('office') || list.customsCode === asked.get('office')) &&
      [list.orderNo, list.invtNo, list.logisticsNo, list.copNo].some((number) => number?.startsWith(search)),
  );
  const inState = matching.filter(({ list }) => !asked.get('state') || list.state === asked.get('state'));
  const limit = Number(asked.get('limit') ?? 50);
  const before = asked.get('cursor');
  const from = before ? inState.findIndex(({ list }) => list.receivedAt < before) : 0;
  const rows = from < 0 ? [] : inState.slice(from, from + limit).map(({ list }) => list);
  const more = from >= 0 && inState.length > from + limit;
  return {
    lists: rows,
    ...(more && { next: rows.at(-1)?.receivedAt }),
    counts: count(matching),
    now: new Date().toISOString(),
  };
}

function summary(details: readonly ListDetail[]) {
  const buckets = new Map<
    number,
    { from: string; received: number; released: number; held: number; refused: number }
  >();
  for (const { list } of details) {
    const slot = Math.floor(Date.parse(list.receivedAt) / 10_000);
    const bucket = buckets.get(slot) ?? {
      from: new Date(slot * 10_000).toISOString(),
      received: 0,
      released: 0,
      held: 0,
      refused: 0,
    };
    bucket.received += 1;
    if (list.state === 'released' || list.state === 'held' || list.state === 'refused')
      bucket[list.state] += 1;
    buckets.set(slot, bucket);
  }
  const taxTotal = details.reduce(
    (sum, { list }) => sum + (list.state === 'released' ? Number(list.taxTotal ?? 0) : 0),
    0,
  );
  return {
    counts: count(details),
    today: { received: details.length, decided: details.length, taxTotal: taxTotal.toFixed(2) },
    volume: { bucketSeconds: 10, buckets: [...buckets.values()].slice(0, 60).reverse() },
    medianDecisionMs: 61.4,
    rulebookVersion: '2026-11-23.1',
    offices,
    now: new Date().toISOString(),
  };
}
