import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createHttp, type Http, type HttpSettings } from './app.ts';
import { counted } from './rates/rates.ts';
import { ifMatch, ifMatchHeader, tagged, tagOf } from './tags.ts';

const settings = {
  ...{ title: 'test', version: '1', description: 'of a test', tags: [], security: {}, docsConfig: {} },
  ...{ bodyLimit: 1_000, fault: () => undefined },
  guard: {
    declared: () => undefined,
    admit: async () => undefined,
    known: ({ headers }: { headers: Record<string, unknown> }) => headers['x-caller'] as string | undefined,
  },
  rates: (kind: string) => ({ requests: kind === 'public' ? 2 : 5, seconds: 60 }),
};

async function house(more: Partial<HttpSettings>): Promise<Http> {
  const app = await createHttp({ ...settings, ...more });
  const schema = { querystring: z.object({ state: z.string().optional() }) };
  app.get('/api/things', { schema }, async () => ({ items: [] }));
  app.get('/api/things/:id', async () => ({ id: 1 }));
  const cursor = z.object({ cursor: z.string().optional(), limit: z.coerce.number().optional() });
  app.get('/api/pages', { schema: { querystring: cursor } }, async ({ query }) =>
    query.cursor === 'b c' ? { things: [3] } : { things: [1, 2], next: 'b c' },
  );
  app.get('/api/own', async (_request, reply) => {
    tagged(reply, tagOf('version', 7));
    return { version: 7, waiting: 3 };
  });
  app.patch('/api/own', { schema: { headers: ifMatchHeader } }, async (request) => ({
    strict: ifMatch(request, tagOf('version', 7)),
  }));
  app.get('/api/address', async ({ ip }) => ({ ip }));
  app.delete('/api/things/:id', async (_request, reply) => reply.code(204).send(null));
  app.get('/api/health', { config: counted('unlimited') }, async () => ({ status: 'ok' }));
  app.get('/api/kept', async (_request, reply) => {
    void reply.header('cache-control', 'public, max-age=60');
    return {};
  });
  app.get('/page', async () => 'page');
  app.get('/*', async (_request, reply) => reply.callNotFound());
  return app;
}

let app: Http;
beforeAll(async () => {
  app = await house({});
});
afterAll(() => app.close());

let callers = 0;
const ask = (url: string, more: object = {}, caller = `caller ${callers++}`) =>
  app.inject({
    url,
    ...more,
    headers: { 'x-caller': caller, ...('headers' in more ? (more.headers as object) : {}) },
  });

describe('every answer names its request', () => {
  test('as its caller did, so that both speak of the same', async () => {
    const response = await ask('/api/things', { headers: { 'x-request-id': 'erp-2026-0001' } });
    expect(response.headers['x-request-id']).toBe('erp-2026-0001');
  });

  test.each(['short', 'with a space in it', 'x'.repeat(65), 'line\nend-of-it', '<script>alert</script>'])(
    'anew where the caller’s word (%j) is no name',
    async (word) => {
      const { headers } = await ask('/api/things', { headers: { 'x-request-id': word } });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('an address', () => {
  test('says what it takes, when it is asked for that or for something else', async () => {
    const asked = await ask('/api/things/7', { method: 'OPTIONS' });
    expect([asked.statusCode, asked.headers.allow]).toEqual([204, 'DELETE, GET, HEAD, OPTIONS']);
    const refused = await ask('/api/things', { method: 'PATCH' });
    expect([refused.statusCode, refused.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(refused.json().en).toContain('PATCH');
    const nothing = await ask('/api/nothing', { method: 'OPTIONS' });
    expect([nothing.statusCode, nothing.headers.allow]).toEqual([404, undefined]);
  });

  test('is asked for its headers alone as for all of it', async () => {
    const head = await ask('/api/things', { method: 'HEAD' });
    expect([head.statusCode, head.body]).toEqual([200, '']);
  });

  test('refuses parameters it does not have, so that no misspelt filter is passed over', async () => {
    const response = await ask('/api/things?stat=held&state=held');
    expect(response.statusCode).toBe(400);
    expect(response.json().findings).toMatchObject([{ path: 'stat', remedy: { en: 'There are: state' } }]);
    expect((await ask('/api/things/7?verbose=1')).json().findings).toMatchObject([{ path: 'verbose' }]);
    expect((await ask('/page?lang=zh')).statusCode).toBe(200);
  });
});

describe('requests are counted', () => {
  test('for each caller, who is told what is left and when there is more', async () => {
    const { headers } = await ask('/api/things', {}, 'A');
    expect(headers['ratelimit-policy']).toBe('"read";q=5;w=60');
    // One of five is back in twelve seconds, and a moment that has begun counts as a second.
    expect(headers.ratelimit).toMatch(/^"read";r=4;t=1[23]$/);
    for (let i = 0; i < 4; i += 1) expect((await ask('/api/things', {}, 'A')).statusCode).toBe(200);
    const refused = await ask('/api/things', {}, 'A');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'RATE-LIMIT']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers.ratelimit).toMatch(/^"read";r=0;t=\d+$/);
    expect((await ask('/api/things', {}, 'B')).statusCode).toBe(200);
  });

  test('by network where nobody is known, as one customer has as many addresses of IPv6 as they like', async () => {
    const from = async (remoteAddress: string) =>
      (await app.inject({ url: '/api/things', remoteAddress })).statusCode;
    expect(await from('2001:db8:7:1::1')).toBe(200);
    expect(await from('2001:db8:7:1:ffff::2')).toBe(200);
    expect(await from('2001:db8:7:1:eeee::3')).toBe(429);
    expect(await from('2001:db8:7:2::1')).toBe(200);
  });

  test('apart for what reads and what writes', async () => {
    for (let i = 0; i < 6; i += 1) await ask('/api/things', {}, 'C');
    expect((await ask('/api/things/7', { method: 'DELETE' }, 'C')).statusCode).toBe(204);
  });

  test('by address where the caller is not known', async () => {
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await app.inject('/api/things')).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('not where a route says so, nor pages', async () => {
    for (let i = 0; i < 8; i += 1) {
      const { statusCode, headers } = await app.inject('/api/health');
      expect([statusCode, headers.ratelimit]).toEqual([200, undefined]);
    }
    expect((await app.inject('/page')).headers.ratelimit).toBeUndefined();
  });
});

describe('an answer of the interface', () => {
  test('is kept by no browser and no proxy, and loads nothing, unless its route has a better word', async () => {
    const { headers } = await ask('/api/things');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
    );
    expect((await ask('/api/kept')).headers['cache-control']).toBe('public, max-age=60');
    expect((await ask('/page')).headers['cache-control']).toBeUndefined();
  });

  test('asks for HTTPS ever after, where callers come by HTTPS', async () => {
    expect((await ask('/page')).headers['strict-transport-security']).toBeUndefined();
    const safe = await house({ tls: true });
    const { headers } = await safe.inject('/page');
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    await safe.close();
  });
});

describe('what has been read before', () => {
  test('is not sent again to who names its tag', async () => {
    const first = await ask('/api/things/7');
    const { etag = '' } = first.headers;
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask('/api/things/7', { headers: { 'if-none-match': known } });
      expect([known, again.statusCode, again.body, again.headers.etag]).toEqual([known, 304, '', etag]);
    }
    expect((await ask('/api/things/7', { headers: { 'if-none-match': '"other"' } })).body).toBe(first.body);
    expect((await ask('/api/things/7', { method: 'HEAD' })).headers.etag).toBe(etag);
  });

  test('is sent again where its tag speaks of less than all of it', async () => {
    const { headers } = await ask('/api/own');
    const again = await ask('/api/own', { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.json()]).toEqual([200, { version: 7, waiting: 3 }]);
  });
});

describe('a change that holds to what its caller saw', () => {
  const change = (wanted?: string) =>
    ask('/api/own', { method: 'PATCH', headers: wanted === undefined ? {} : { 'if-match': wanted } });

  test('is made where it is still so', async () => {
    const { headers } = await ask('/api/own');
    expect((await change(String(headers.etag))).json()).toEqual({ strict: true });
    for (const wanted of ['*', undefined]) expect((await change(wanted)).json()).toEqual({ strict: false });
  });

  test('is refused where somebody else was quicker', async () => {
    const refused = await change(tagOf('version', 6));
    expect([refused.statusCode, refused.json().code]).toEqual([412, 'CHANGED-MEANWHILE']);
  });
});

test('a page that is followed by another links to it, with everything else that was asked', async () => {
  const { headers } = await ask('/api/pages?limit=2');
  expect(headers.link).toBe('</api/pages?limit=2&cursor=b+c>; rel="next"');
  const [, next = ''] = /<(.*)>/.exec(String(headers.link)) ?? [];
  const last = await ask(next);
  expect([last.json(), last.headers.link]).toEqual([{ things: [3] }, undefined]);
});

test('where a caller comes from is what a known proxy says, and nobody else', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.7' };
  expect((await ask('/api/address', { headers })).json()).toEqual({ ip: '127.0.0.1' });
  const behind = await house({ proxies: ['127.0.0.1'] });
  expect((await behind.inject({ url: '/api/address', headers })).json()).toEqual({ ip: '203.0.113.7' });
  await behind.close();
});
