import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createHttp, type Http } from './app.ts';
import { closeHttp, countRequests } from './closing.ts';
import { answer, problems } from './describe.ts';
import { Problem } from './problem.ts';
import { problem } from './schemas.ts';

const bodyLimit = 1_000;
const faults: { error: unknown; what: string }[] = [];
const settings = {
  ...{ title: 'test', version: '1', description: 'of a test', tags: [], security: {} },
  bodyLimit,
  fault: (error: unknown, what: string) => void faults.push({ error, what }),
  guard: { declared: () => undefined, admit: async () => undefined, known: () => undefined },
  docsConfig: {},
};

async function house(): Promise<Http> {
  const app = await createHttp(settings);
  app.get(
    '/count',
    { schema: { querystring: z.object({ to: z.coerce.number().int().max(9) }) } },
    async ({ query }) => ({ to: query.to }),
  );
  app.post('/name', { schema: { body: z.object({ name: z.string().max(3) }) } }, async ({ body }) => body);
  app.get('/refused', async () => {
    throw new Problem(409, 'TAKEN', { zh: '已被占用', en: 'It is taken' });
  });
  app.get('/faulty', async () => {
    throw Object.assign(new Error('select secret from vault'), { detail: 'Key (id)=(7) already exists.' });
  });
  const answers = { 200: answer('A word.', z.object({ word: z.string() })), ...problems() };
  app.get(
    '/wrong',
    { schema: { response: answers } },
    async () => ({ word: 7 }) as unknown as { word: string },
  );
  return app;
}

let app: Http;
beforeAll(async () => {
  app = await house();
});
afterAll(() => app.close());

const get = (url: string) => app.inject({ url });
const post = (payload: string, contentType = 'application/json') =>
  app.inject({ method: 'POST', url: '/name', payload, headers: { 'content-type': contentType } });

describe('what is refused is a problem by RFC 9457 in both languages', () => {
  test.each([
    ['a parameter that is not as described', () => get('/count?to=many'), 400, 'HTTP-PARAMETER'],
    ['a body that is not as described', () => post('{"name":"Chama"}'), 400, 'HTTP-PARAMETER'],
    ['a body that is no JSON', () => post('{"name"'), 400, 'HTTP-JSON'],
    ['an address without a route', () => get('/nothing?at=all'), 404, 'NOT-FOUND'],
    ['an address of slashes only', () => get('//'), 404, 'NOT-FOUND'],
    ['an address that cannot be decoded', () => get('/%zz'), 400, 'HTTP-URL'],
    ['a character no text of ours can hold', () => get('/nothing/%00'), 400, 'HTTP-URL'],
    ['a body over the limit', () => post(`{"name":"${'x'.repeat(bodyLimit)}"}`), 413, 'HTTP-TOO-LARGE'],
    ['a content type that is not read here', () => post('name=x', 'text/csv'), 415, 'HTTP-MEDIA-TYPE'],
    [
      'a method the address does not take',
      () => app.inject({ method: 'PUT', url: '/name' }),
      405,
      'HTTP-METHOD',
    ],
    ['what a route refuses', () => get('/refused'), 409, 'TAKEN'],
  ])('%s', async (_what, ask, status, code) => {
    const response = await ask();
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    const body = problem.parse(response.json());
    expect(body).toMatchObject({ status, code, type: `/docs/problems/${code}` });
    expect(body.instance).toBe(`urn:chama:request:${response.headers['x-request-id']}`);
    expect(body.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(body.en).toMatch(/[a-z]{3}/);
  });

  test('with every parameter that is wrong, and where', async () => {
    const { findings } = (await get('/count?to=many')).json();
    expect(findings).toMatchObject([{ code: 'HTTP-PARAMETER', level: 'field', path: 'to' }]);
    expect((await post('{}')).json().findings).toMatchObject([{ path: 'name' }]);
    expect((await post('{"name":"Chama"}')).json().findings).toMatchObject([{ path: 'name' }]);
  });

  test('with the limit, when something is too large', async () => {
    expect((await post(`{"name":"${'x'.repeat(bodyLimit)}"}`)).json().en).toContain(String(bodyLimit));
  });
});

describe('a fault', () => {
  test('is told to nobody outside: neither its text nor where it happened', async () => {
    faults.length = 0;
    const response = await get('/faulty');
    expect(response.statusCode).toBe(500);
    expect(response.json()).toMatchObject({ status: 500, code: 'FAULT' });
    for (const secret of ['select', 'vault', 'Key (id)', 'app.test', '    at '])
      expect(response.body).not.toContain(secret);
    const id = response.headers['x-request-id'];
    expect(faults).toMatchObject([
      { what: `GET /faulty (request ${id})`, error: { message: 'select secret from vault' } },
    ]);
  });

  test('of ours in an answer is a fault too, and the answer does not leave the house', async () => {
    faults.length = 0;
    const response = await get('/wrong');
    expect([response.statusCode, response.json().code]).toEqual([500, 'FAULT']);
    expect(faults).toHaveLength(1);
  });

  test('is not made of a refusal', async () => {
    faults.length = 0;
    await get('/refused');
    await get('/count?to=many');
    await get('/nothing');
    expect(faults).toEqual([]);
  });
});

test('every answer forbids guessing its type, framing it, and telling other sites where one came from', async () => {
  for (const url of ['/count?to=1', '/nothing', '/faulty', '/refused']) {
    expect((await get(url)).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(
        /default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
      ),
    });
  }
});

test('who sends a request too slowly is not waited for without end', () => {
  expect(app.server.requestTimeout).toBe(120_000);
});

test('the description at /docs loads scripts from here only', async () => {
  const response = await get('/docs');
  expect(response.statusCode).toBe(200);
  const policy = String(response.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
});

describe('a server that closes', () => {
  const listening = async (answerAfterMs: number) => {
    const closing = await createHttp(settings);
    closing.get('/slow', async () => {
      await new Promise((resolve) => setTimeout(resolve, answerAfterMs));
      return { done: true };
    });
    const requests = countRequests(closing);
    const url = await closing.listen({ port: 0, host: '127.0.0.1' });
    return { closing, requests, url };
  };

  test('answers the requests under way first, and takes no more', async () => {
    const { closing, requests, url } = await listening(150);
    const asked = fetch(`${url}/slow`);
    while (requests.underWay === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const closed = closeHttp(closing, requests);
    expect(await (await asked).json()).toEqual({ done: true });
    await closed;
    expect(requests.underWay).toBe(0);
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
  });

  test('does not wait for one whose caller has gone', async () => {
    const { closing, requests, url } = await listening(60_000);
    const gone = new AbortController();
    const asked = fetch(`${url}/slow`, { signal: gone.signal }).catch(() => 'gone');
    while (requests.underWay === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    gone.abort();
    expect(await asked).toBe('gone');
    const begun = performance.now();
    await closeHttp(closing, requests);
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  test('closes at once when nothing is under way, though connections are kept alive', async () => {
    const { closing, requests, url } = await listening(0);
    await (await fetch(`${url}/slow`)).json();
    const begun = performance.now();
    await closeHttp(closing, requests);
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});
