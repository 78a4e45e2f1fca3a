import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createHttp, type Http } from './app.ts';
import { counted } from './rates/rates.ts';

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

async function house(tls: boolean): Promise<Http> {
  const app = await createHttp({ ...settings, tls });
  const schema = { querystring: z.object({ state: z.string().optional() }) };
  app.get('/api/things', { schema }, async () => ({ items: [] }));
  app.get('/api/things/:id', async () => ({ id: 1 }));
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
  app = await house(false);
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
    expect(headers.ratelimit).toBe('"read";r=4;t=12');
    for (let i = 0; i < 4; i += 1) expect((await ask('/api/things', {}, 'A')).statusCode).toBe(200);
    const refused = await ask('/api/things', {}, 'A');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'RATE-LIMIT']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers.ratelimit).toMatch(/^"read";r=0;t=\d+$/);
    expect((await ask('/api/things', {}, 'B')).statusCode).toBe(200);
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
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect((await ask('/api/kept')).headers['cache-control']).toBe('public, max-age=60');
    expect((await ask('/page')).headers['cache-control']).toBeUndefined();
  });

  test('asks for HTTPS ever after, where callers come by HTTPS', async () => {
    expect((await ask('/page')).headers['strict-transport-security']).toBeUndefined();
    const safe = await house(true);
    const { headers } = await safe.inject('/page');
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    await safe.close();
  });
});
