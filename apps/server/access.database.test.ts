import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import type { Http } from '#http';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { seedZone } from '../demo/seed.ts';
import { createZone } from '../demo/zone.ts';
import { createApi } from './server.ts';

const begun = new Date('2026-11-23T13:00:00+08:00');
const clock = { now: begun };
const secrets = { print: 'secret of papers', mail: 'secret of mails' };
const zone = createZone();
const [broker] = zone.brokers;

let rented: TestDatabase;
let app: Http;
let demo: Http;
let key: string;
let operator: string;
beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  await seedZone(database, zone);
  key = (await issueKey(database, broker?.customsCode ?? '', '', 'enterprise', begun)).token;
  operator = (await issueKey(database, 'operator', '', 'operator', begun)).token;
  const now = (): Date => clock.now;
  app = (await createApi({ database, now }, secrets)).app;
  demo = (await createApi({ database, now, demo: true }, secrets)).app;
});
afterAll(async () => {
  await app.close();
  await demo.close();
  await rented.close();
});

const signIn = async (token: string, at = app) =>
  at.inject({ method: 'POST', url: '/api/session', payload: { key: token } });

/** The cookie of someone who has signed in, as a browser sends it back. */
async function cookieOf(token: string, at = app): Promise<string> {
  const [cookie = ''] = String((await signIn(token, at)).headers['set-cookie']).split(';');
  return cookie;
}

const session = async (cookie: string, at = app) =>
  (await at.inject({ url: '/api/session', headers: { cookie } })).json();
const reads = async (headers: Record<string, string>, at = app): Promise<number> =>
  (await at.inject({ url: '/api/lists', headers })).statusCode;

describe('who signs in with a key', () => {
  test('is shown the enterprise it is bound to, and its roles', async () => {
    const response = await signIn(key);
    expect(response.json()).toEqual({
      ...{ mode: 'key', signedIn: true, role: 'enterprise', by: 'key', roles: ['DCL'] },
      may: expect.anything(),
      enterprise: { code: broker?.customsCode, name: broker?.name },
    });
    expect((await signIn(operator)).json()).toMatchObject({
      ...{ mode: 'key', signedIn: true, roles: ['operator'] },
    });
  });

  test('is told what may be done from a browser, and with whose things', async () => {
    const may = async (token: string) => (await signIn(token)).json().may;
    const lists = (scope: string) => ({ resource: 'lists', action: 'read', scope });
    expect(await may(key)).toContainEqual(lists('own'));
    expect(await may(operator)).toContainEqual(lists('zone'));
    expect(await may(operator)).toContainEqual({ resource: 'links', action: 'replay', scope: 'zone' });
    const names = async (token: string) =>
      (await may(token)).map((one: { resource: string }) => one.resource);
    expect(await names(key)).not.toContain('links');
    // By a key alone, never by a session.
    expect(await names(key)).not.toContain('messages');
    expect((await session('')).may).not.toContainEqual(expect.objectContaining({ resource: 'lists' }));
  });

  test('gets a cookie that no script reads and no other site sends, for twelve hours', async () => {
    const cookie = String((await signIn(key)).headers['set-cookie']);
    expect(cookie).toMatch(/^chama_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    expect(cookie).not.toContain(key.slice(-43));
  });

  test('by a wrong one is told so, and gets no cookie', async () => {
    for (const wrong of ['chk_wrong', `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`]) {
      const response = await signIn(wrong);
      expect([response.statusCode, response.json().code]).toEqual([401, 'KEY-UNKNOWN']);
      expect(response.headers['set-cookie']).toBeUndefined();
    }
  });

  test('signs out: the browser is told to forget the cookie', async () => {
    const response = await app.inject({ method: 'DELETE', url: '/api/session' });
    expect([response.statusCode, response.json()]).toEqual([200, {}]);
    expect(response.headers['set-cookie']).toMatch(/^chama_session=; .*HttpOnly; SameSite=Strict; Max-Age=0/);
  });
});

describe('a cookie', () => {
  test('stands for its key among other cookies', async () => {
    const cookie = await cookieOf(key);
    expect((await session(`theme=dark; ${cookie}; other=1`)).signedIn).toBe(true);
    expect(await reads({ cookie })).toBe(200);
  });

  test.each<[string, (cookie: string) => string]>([
    ['of another session', (cookie) => cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['of nothing', () => 'chama_session='],
    ['of something else', () => 'chama_session=enterprise'],
    ['of the name it has by HTTPS', (cookie) => `__Host-${cookie}`],
  ])('made to be one %s opens nothing', async (_what, forge) => {
    const cookie = forge(await cookieOf(key));
    expect((await session(cookie)).signedIn).toBe(false);
    expect(await reads({ cookie })).toBe(401);
  });

  test('opens nothing once its twelve hours are over, however busy, or after half an hour of rest', async () => {
    const minute = 60_000;
    const cookie = await cookieOf(key);
    for (let at = 0; at < 12 * 60; at += 25) {
      clock.now = new Date(begun.getTime() + at * minute);
      expect(await reads({ cookie })).toBe(200);
    }
    clock.now = new Date(begun.getTime() + 12 * 60 * minute);
    expect(await reads({ cookie })).toBe(401);
    clock.now = begun;
    const rested = await cookieOf(key);
    clock.now = new Date(begun.getTime() + 30 * minute - 1);
    expect(await reads({ cookie: await cookieOf(key) })).toBe(200);
    expect(await reads({ cookie: rested })).toBe(200);
    clock.now = new Date(begun.getTime() + 61 * minute);
    expect(await reads({ cookie: rested })).toBe(401);
    clock.now = begun;
  });
});

describe('the lists', () => {
  test('are read with a key or a cookie, and by nobody else', async () => {
    expect(await reads({ authorization: `Bearer ${key}` })).toBe(200);
    expect(await reads({})).toBe(401);
    expect(await reads({ authorization: key })).toBe(401);
    for (const url of ['/api/summary', '/api/stream', '/api/lists/5301960001/D1'])
      expect([url, (await app.inject({ url })).statusCode]).toEqual([url, 401]);
  });

  test('of a demonstration are read by everyone, but not with a key that is none', async () => {
    expect(await session('', demo)).toMatchObject({ mode: 'demo', signedIn: false, roles: ['viewer'] });
    expect(await reads({}, demo)).toBe(200);
    expect(await reads({ authorization: 'Bearer chk_wrong' }, demo)).toBe(401);
  });

  test('of a demonstration are handed in with a key all the same', async () => {
    const response = await demo.inject({
      ...{ method: 'POST', url: '/api/messages', payload: '<a/>' },
      headers: { 'content-type': 'application/xml' },
    });
    expect(response.statusCode).toBe(401);
    expect((await demo.inject({ url: '/api/receipts' })).statusCode).toBe(401);
  });
});
