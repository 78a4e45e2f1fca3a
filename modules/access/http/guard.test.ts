import { describe, expect, test } from 'vitest';
import { createHttp, routesOf } from '#http';
import { callerOf, entryOf, partyOf } from '../application/entries.ts';
import { accessTo } from '../domain/policy.ts';
import type { Caller } from '../domain/roles.ts';
import { tableGuard } from './guard.ts';

const firm: Caller = { by: 'key', id: 'k1', role: 'enterprise', customsCode: '5301960001' };
const operator: Caller = { by: 'key', id: 'k2', role: 'operator', customsCode: '5301960001' };
const callers: Readonly<Record<string, Caller>> = { firm, operator };

/** A house with one route for each kind of row, and how often it looked somebody up. */
async function house(visitors = false) {
  const asked: string[] = [];
  const app = await createHttp({
    ...{ title: 'test', version: '1', description: '', tags: [], security: {} },
    bodyLimit: 1_000,
    fault: () => undefined,
    guard: tableGuard({
      byKey: async (token) => {
        asked.push(`key ${token}`);
        return callers[token];
      },
      bySession: async (token) => {
        const name = token.replaceAll('-', '');
        asked.push(`session ${name}`);
        const caller = callers[name];
        return caller && { ...caller, by: 'session' };
      },
      visitors,
    }),
    docsConfig: accessTo('interface', 'read'),
  });
  return { app, asked };
}

async function asking(headers: Record<string, string>, visitors = false) {
  const { app, asked } = await house(visitors);
  app.get('/lists', { config: accessTo('lists', 'read') }, async (request) => ({
    role: entryOf(request).role,
    party: partyOf(request) ?? 'zone',
  }));
  app.get('/links', { config: accessTo('links', 'read') }, async (request) => callerOf(request));
  app.get('/receipts', { config: accessTo('receipts', 'read') }, async (request) => callerOf(request));
  app.get('/health', { config: accessTo('health', 'read') }, async (request) => entryOf(request));
  const get = async (url: string) => {
    const response = await app.inject({ url, headers });
    return { status: response.statusCode, ...response.json() };
  };
  return { get, asked, close: () => app.close() };
}

/** The cookie of a session of somebody: a token has 43 characters. */
const cookie = (name: string) => ({ cookie: `theme=dark; chama_session=${name.padEnd(43, '-')}` });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a server', () => {
  test('does not start with a route that does not declare what it gives access to', async () => {
    const { app } = await house();
    app.get('/planted', async () => ({}));
    await expect(app.ready()).rejects.toThrow('GET /planted does not declare what it gives access to');
  });

  test('does not start with a route that declares what the table does not have', async () => {
    const { app } = await house();
    const config = { access: { resource: 'lists', action: 'burn' } };
    app.register(async (scope) => {
      scope.post('/planted', { config }, async () => ({}));
    });
    await expect(app.ready()).rejects.toThrow('POST /planted does not declare');
  });

  test('starts with declared routes, those of its own description among them', async () => {
    const { app } = await house();
    app.get('/lists', { config: accessTo('lists', 'read') }, async () => ({}));
    await app.ready();
    const routes = routesOf(app).map(({ method, url }) => `${method} ${url}`);
    expect(routes).toEqual(expect.arrayContaining(['GET /lists', 'HEAD /lists', 'GET /docs/json']));
    await app.close();
  });
});

describe('a request', () => {
  test('of an enterprise is let in to its own, of an operator to the zone', async () => {
    const own = await asking(bearer('firm'));
    expect(await own.get('/lists')).toMatchObject({ role: 'enterprise', party: '5301960001' });
    const zone = await asking(bearer('operator'));
    expect(await zone.get('/lists')).toMatchObject({ role: 'operator', party: 'zone' });
    expect(await zone.get('/links')).toMatchObject({ id: 'k2' });
  });

  test('of the wrong role is told for whom it is; of nobody, how to say who one is', async () => {
    const firms = await asking(bearer('firm'));
    expect(await firms.get('/links')).toMatchObject({
      ...{ status: 403, code: 'ACCESS-REFUSED' },
      zh: expect.stringContaining('运营人员'),
      en: expect.stringContaining('operator'),
    });
    const nobodys = await asking({});
    expect(await nobodys.get('/links')).toMatchObject({
      ...{ status: 401, code: 'KEY-UNKNOWN' },
      en: expect.stringContaining('sign in'),
    });
    expect((await nobodys.get('/receipts')).en).not.toContain('sign in');
  });

  test('in a demonstration is a visitor’s only where nothing is shown', async () => {
    expect(await (await asking({}, true)).get('/lists')).toMatchObject({ role: 'visitor', party: 'zone' });
    for (const authorization of ['Bearer wrong', 'Basic eDp5', 'firm'])
      expect(await (await asking({ authorization }, true)).get('/lists')).toMatchObject({ status: 401 });
    expect(await (await asking({}, true)).get('/links')).toMatchObject({ status: 401 });
  });

  test('costs one look-up, and none where nobody need be known', async () => {
    const { get, asked } = await asking({ ...bearer('firm'), ...cookie('operator') });
    await get('/receipts');
    expect(asked).toEqual(['key firm']);
    await get('/health');
    await get('/nothing');
    expect(asked).toHaveLength(1);
  });

  test('with a key that is not good is not helped by a session; a session is nothing where keys are asked for', async () => {
    const both = await asking({ ...bearer('wrong'), ...cookie('firm') });
    expect(await both.get('/lists')).toMatchObject({ status: 401 });
    const session = await asking(cookie('firm'));
    expect(await session.get('/lists')).toMatchObject({ party: '5301960001' });
    expect(await session.get('/receipts')).toMatchObject({ status: 401 });
    expect(session.asked).toEqual(['session firm']);
  });

  test.each<[string, Record<string, string>, number]>([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }, 200],
    ['an address typed in', { 'sec-fetch-site': 'none' }, 200],
    ['a page of ours, by an older browser', { origin: 'http://localhost:8080', host: 'localhost:8080' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour of ours', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site, by an older browser', { origin: 'https://example.com', host: 'localhost:8080' }, 403],
    ['a page that hides where it is', { origin: 'null', host: 'localhost:8080' }, 403],
    ['nowhere', {}, 403],
  ])('by a session that changes something and comes from %s', async (_from, headers, status) => {
    const { app } = await house();
    app.post('/webhooks', { config: accessTo('webhooks', 'manage') }, async () => ({}));
    app.get('/webhooks', { config: accessTo('webhooks', 'read') }, async () => ({}));
    app.post('/session', { config: accessTo('session', 'sign-in') }, async () => ({}));
    const post = (url: string, shown: Record<string, string>) =>
      app.inject({ method: 'POST', url, headers: { ...headers, ...shown } });
    expect((await post('/webhooks', cookie('firm'))).statusCode).toBe(status);
    // A program says nothing of itself; another site may not use somebody's key or sign somebody in either.
    const foreign = status === 403 && Object.keys(headers).length > 0;
    expect((await post('/webhooks', bearer('firm'))).statusCode).toBe(foreign ? 403 : 200);
    expect((await post('/session', {})).statusCode).toBe(foreign ? 403 : 200);
    // What only reads is let in from everywhere: no other site can see the answer.
    expect(
      (await app.inject({ url: '/webhooks', headers: { ...headers, ...cookie('firm') } })).statusCode,
    ).toBe(200);
    await app.close();
  });

  test('to an address without a route is answered so, whoever asks', async () => {
    expect(await (await asking({})).get('/nothing')).toMatchObject({ status: 404 });
  });

  test('that was let in by no guard, or by one that names no organisation, is a fault and shows nothing', async () => {
    expect(() => partyOf({})).toThrow('no guard');
    const { app } = await house();
    app.get('/health', { config: accessTo('health', 'read') }, async (request) => {
      expect(() => partyOf(request)).toThrow('no organisation');
      expect(() => callerOf(request)).toThrow('not known');
      return {};
    });
    expect((await app.inject({ url: '/health' })).statusCode).toBe(200);
    await app.close();
  });
});
