import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, connect, PlatformProblem } from 'chama/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform, type Platform } from '../portal/platform.ts';

const PLATFORM = '5301363602';
const address = 'https://erp.example/chama';

let platform: Platform;
let zone: Client;
/** A way to the platform that does to a request what it is told, before it lets it through. */
let way: Server;
let troubles: (() => { status: number; retryAfter?: number } | 'gone')[];
let arrived: string[];

beforeAll(async () => {
  platform = await openPlatform({ portal: false });
  await platform.tell('01-direct-purchase');
  zone = connect({ url: platform.url, key: platform.keyOf(PLATFORM) });
  way = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    arrived.push(String(request.headers['idempotency-key'] ?? request.method));
    const trouble = troubles.shift()?.();
    if (trouble && trouble !== 'gone') {
      const after = trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) };
      return response.writeHead(trouble.status, after).end('busy');
    }
    const { host: _, ...headers } = request.headers as Record<string, string>;
    const answer = await fetch(`${platform.url}${request.url}`, {
      ...{ method: request.method ?? 'GET', headers },
      ...(pieces.length > 0 ? { body: Buffer.concat(pieces) } : {}),
    });
    // It has been done, and nobody is told.
    if (trouble === 'gone') return request.socket.destroy();
    const { 'content-encoding': _coding, ...told } = Object.fromEntries(answer.headers);
    return response.writeHead(answer.status, told).end(Buffer.from(await answer.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  await once(way, 'listening');
});
afterAll(async () => {
  way.close();
  await platform.close();
});

function troubled(...all: typeof troubles): Client {
  troubles = all;
  arrived = [];
  const { port } = way.address() as AddressInfo;
  return connect({ url: `http://127.0.0.1:${port}`, key: platform.keyOf(PLATFORM), longestWait: 2 });
}

describe('a typed call', () => {
  it('asks any operation by its method and address, with its parameters, and answers its type', async () => {
    const { lists } = await zone.call('GET /api/lists', { query: { limit: 5 } });
    const path = { ebpCode: lists[0]?.ebpCode ?? '', orderNo: lists[0]?.orderNo ?? '' };
    const state = async () => (await zone.call('GET /api/lists/{ebpCode}/{orderNo}', { path })).list.state;
    await expect.poll(state).toBe('released');
    const paper = { ...path, kind: 'release' as const };
    const pdf = await zone.call('GET /api/lists/{ebpCode}/{orderNo}/print/{kind}', { path: paper });
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
  });

  it('without a key reaches what is open to anybody, and throws a refusal with its code', async () => {
    const anybody = connect({ url: platform.url });
    expect((await anybody.call('GET /api/status')).components.length).toBeGreaterThan(3);
    const refused = await anybody.call('GET /api/keys').catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(PlatformProblem);
    expect(refused).toMatchObject({ status: 401, code: 'KEY-UNKNOWN', requestId: expect.any(String) });
  });

  it('reads a list to its end, page by page, and no further than is taken', async () => {
    const labels = ['one', 'two', 'three'];
    for (const label of labels)
      await zone.call('POST /api/webhooks', { body: { address, events: ['list.*'], label } });
    const codes: string[] = [];
    for await (const one of zone.each('GET /api/registry/public/enterprises', { query: { limit: 2 } }))
      codes.push(one.customsCode);
    expect(codes.length).toBe(15);
    expect(new Set(codes).size).toBe(15);
    for await (const one of zone.each('GET /api/registry/public/enterprises')) {
      expect(one.customsCode).toBe(codes[0]);
      break;
    }
  });

  it('holds a change to what was seen, and reads nothing twice', async () => {
    const [{ webhookId } = { webhookId: '' }] = (await zone.call('GET /api/webhooks')).webhooks;
    const path = { webhookId };
    const seen = await zone.ask('GET /api/webhooks/{webhookId}', { path });
    const ifMatch = seen.etag ?? '';
    const place = 'PATCH /api/webhooks/{webhookId}';
    await zone.call(place, { path, ifMatch, body: { label: 'first' } });
    const late = zone.call(place, { path, ifMatch, body: { label: 'second' } });
    await expect(late).rejects.toMatchObject({ status: 412, code: 'CHANGED-MEANWHILE' });
    const day = { path: { list: 'unit' } } as const;
    const read = await zone.ask('GET /api/registry/code-lists/{list}', day);
    const again = await zone.ask('GET /api/registry/code-lists/{list}', {
      ...day,
      ifNoneMatch: read.etag ?? '',
    });
    expect([again.status, again.body]).toEqual([304, undefined]);
  });
});

describe('on a way that breaks', () => {
  it('sends again what met too much load or a line that broke, under one key, and it is done once', async () => {
    const label = 'once';
    const broken = troubled(
      () => ({ status: 503, retryAfter: 0 }),
      () => 'gone',
      () => 'gone',
    );
    const made = await broken.ask('POST /api/webhooks', { body: { address, events: ['list.*'], label } });
    expect(made.replayed).toBe(true);
    expect(new Set(arrived).size).toBe(1);
    expect(arrived.length).toBe(4);
    const { webhooks } = await zone.call('GET /api/webhooks');
    expect(webhooks.filter((one) => one.label === label)).toHaveLength(1);
  });

  it('waits as long as it is asked to, and throws at once what asks for longer than it may', async () => {
    const begun = performance.now();
    await troubled(() => ({ status: 429, retryAfter: 1 })).call('GET /api/lists');
    expect(performance.now() - begun).toBeGreaterThan(950);
    const long = troubled(() => ({ status: 429, retryAfter: 3_600 })).call('GET /api/lists');
    await expect(long).rejects.toMatchObject({ status: 429, retryAfterSeconds: 3_600 });
    expect(arrived).toHaveLength(1);
  });

  it('stops while it waits when it is told to', async () => {
    const stop = new AbortController();
    const asked = troubled(() => ({ status: 503, retryAfter: 2 })).call('GET /api/lists', {
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(), 100);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(arrived).toHaveLength(1);
  });
});
