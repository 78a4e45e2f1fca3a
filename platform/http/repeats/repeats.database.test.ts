import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../../postgres/testing/index.ts';
import { createHttp, type Http } from '../app.ts';
import { Problem } from '../problem.ts';
import { harmlessTwice } from './repeats.ts';
import { RepeatStore } from './store.ts';

const clock = { now: new Date('2026-11-23T13:00:00+08:00') };
const HOUR = 3_600_000;
let rented: TestDatabase;
let app: Http;
/** What the routes did, in order. */
const done: string[] = [];
/** Slow requests that are under way, each with what lets it end. */
const slow: (() => void)[] = [];

async function house(): Promise<Http> {
  const made = await createHttp({
    ...{ title: 'test', version: '1', description: 'of a test', tags: [], security: {}, docsConfig: {} },
    ...{ bodyLimit: 1_000, fault: () => undefined },
    guard: {
      declared: () => undefined,
      admit: async () => undefined,
      known: ({ headers }) => headers['x-caller'] as string | undefined,
    },
    repeats: {
      store: new RepeatStore(rented.database),
      times: () => ({ keptMs: 24 * HOUR, lostMs: 60_000 }),
      now: () => clock.now,
    },
  });
  made.post('/api/things', { schema: { body: z.object({ name: z.string() }) } }, async ({ body }, reply) => {
    if (body.name === 'refused') throw new Problem(409, 'TAKEN', { zh: '已被占用', en: 'It is taken' });
    if (body.name === 'faulty') throw new Error('broken');
    if (body.name === 'slow')
      await new Promise<void>((resolve) => {
        slow.push(resolve);
      });
    done.push(body.name);
    void reply.code(201).header('location', `/api/things/${done.length}`);
    return { secret: `whsec_${done.length}` };
  });
  made.delete('/api/things/:id', async ({ params }, reply) => {
    done.push(`without ${(params as { id: string }).id}`);
    return reply.code(204).send(null);
  });
  made.post('/api/messages', { config: harmlessTwice('They have keys of their own.') }, async () => {
    done.push('message');
    return { taken: done.length };
  });
  return made;
}

beforeAll(async () => {
  rented = await testDatabase();
  app = await house();
});
afterAll(async () => {
  await app.close();
  await rented.close();
});

let keys = 0;
function newKey(): string {
  keys += 1;
  return `key-of-a-test-${String(keys).padStart(6, '0')}`;
}
const post = (
  key: string | undefined,
  name = 'tea',
  caller: string | undefined = 'firm',
  url = '/api/things',
) =>
  app.inject({
    ...{ method: 'POST', url, payload: { name } },
    headers: { ...(key ? { 'idempotency-key': key } : {}), ...(caller ? { 'x-caller': caller } : {}) },
  });
const times = (name: string): number => done.filter((one) => one === name).length;

/** Waits until a slow request has come to its route: what was put down of it is then there too. */
async function underWay(): Promise<void> {
  while (slow.length === 0) await pause(5);
}

describe('a request with an Idempotency-Key', () => {
  test('is carried out once, however often it comes, and answered the same', async () => {
    const key = newKey();
    const first = await post(key, 'pu-erh');
    const second = await post(key, 'pu-erh');
    const quoted = await post(`"${key}"`, 'pu-erh');
    expect(first.statusCode).toBe(201);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    for (const again of [second, quoted]) {
      expect([again.statusCode, again.body]).toEqual([201, first.body]);
      expect(again.headers).toMatchObject({
        ...{ 'idempotency-replayed': 'true', location: first.headers.location },
        'content-type': first.headers['content-type'],
      });
    }
    expect(times('pu-erh')).toBe(1);
  });

  test('that removes something is answered the same too, without a body', async () => {
    const key = newKey();
    const remove = () =>
      app.inject({
        method: 'DELETE',
        url: '/api/things/9',
        headers: { 'x-caller': 'firm', 'idempotency-key': key },
      });
    expect([(await remove()).statusCode, (await remove()).statusCode]).toEqual([204, 204]);
    expect(times('without 9')).toBe(1);
  });

  test('is another’s where another caller has the same key', async () => {
    const key = newKey();
    const ours = await post(key, 'oolong', 'firm');
    const theirs = await post(key, 'oolong', 'other firm');
    expect(theirs.json()).not.toEqual(ours.json());
    expect(times('oolong')).toBe(2);
  });

  test('is carried out once for who is not known too, by the key alone', async () => {
    const key = newKey();
    expect((await post(key, 'public', '')).body).toBe((await post(key, 'public', '')).body);
    expect(times('public')).toBe(1);
  });

  test('is refused where the key was used for something else, and neither is carried out again', async () => {
    const key = newKey();
    await post(key, 'white');
    const other = await post(key, 'green');
    expect([other.statusCode, other.json().code]).toEqual([422, 'IDEMPOTENCY-OTHER-REQUEST']);
    expect(times('green')).toBe(0);
    expect((await post(key, 'white')).statusCode).toBe(201);
  });

  test('is told to come again while the first is under way, and then gets its answer', async () => {
    const key = newKey();
    const first = post(key, 'slow');
    const under = async (): Promise<string> => {
      const { headers, ...response } = await post(key, 'slow');
      expect(headers['retry-after']).toBe('1');
      return response.json().code;
    };
    await underWay();
    expect(await under()).toBe('IDEMPOTENCY-UNDER-WAY');
    slow.pop()?.();
    const { body } = await first;
    expect((await post(key, 'slow')).body).toBe(body);
    expect(times('slow')).toBe(1);
  });

  test('of many at the same moment only one is carried out', async () => {
    const key = newKey();
    const all = await Promise.all(Array.from({ length: 20 }, () => post(key, 'at once')));
    expect(all.filter(({ statusCode }) => statusCode !== 201 && statusCode !== 409)).toEqual([]);
    expect(times('at once')).toBe(1);
  });

  test('that was refused or met a fault changed nothing, and may be asked anew with its key', async () => {
    const key = newKey();
    expect((await post(key, 'refused')).statusCode).toBe(409);
    expect((await post(key, 'faulty')).statusCode).toBe(500);
    expect((await post(key, 'mended')).statusCode).toBe(201);
  });

  test('that was cut off with its server is not carried out again: nobody knows whether it was', async () => {
    const key = newKey();
    void post(key, 'slow');
    await underWay();
    clock.now = new Date(clock.now.getTime() + 61_000);
    const response = await post(key, 'slow');
    expect([response.statusCode, response.json().code]).toEqual([409, 'IDEMPOTENCY-UNKNOWN']);
    slow.pop()?.();
  });

  test('is as any other once its hours are over, and leaves nothing behind', async () => {
    const key = newKey();
    await post(key, 'old');
    clock.now = new Date(clock.now.getTime() + 24 * HOUR);
    await post(newKey(), 'new');
    const [row] = await rented.database.query<{ count: string }>('select count(*) as count from http.repeat');
    expect(row?.count).toBe('1');
    expect((await post(key, 'old')).headers['idempotency-replayed']).toBeUndefined();
    expect(times('old')).toBe(2);
  });

  test.each(['short', 'with a space in the middle', 'x'.repeat(256), 'a "quoted" word within'])(
    'is told what a key is where it has none (%j)',
    async (word) => {
      const response = await post(word, 'none');
      expect([response.statusCode, response.json().code]).toEqual([400, 'IDEMPOTENCY-KEY']);
      expect(times('none')).toBe(0);
    },
  );
});

describe('what is on file', () => {
  test('shows neither the key nor the secret that was answered', async () => {
    const key = newKey();
    const { secret } = (await post(key, 'secret')).json();
    const [row] = await rented.database.query<{ all: string }>(
      `select string_agg(caller || encode(key, 'escape') || encode(fingerprint, 'escape') || encode(answer, 'escape'), '') as all
       from http.repeat`,
    );
    expect(row?.all).toContain('firm');
    expect(row?.all).not.toContain(key);
    expect(row?.all).not.toContain(secret);
  });

  test('is nothing of requests without a key and of routes where twice does no harm', async () => {
    const count = async () =>
      (await rented.database.query<{ count: string }>('select count(*) as count from http.repeat'))[0]?.count;
    const before = await count();
    await post(undefined, 'plain');
    const key = newKey();
    await post(key, 'message', 'firm', '/api/messages');
    await post(key, 'message', 'firm', '/api/messages');
    expect(await count()).toBe(before);
    expect(times('message')).toBe(2);
  });
});
