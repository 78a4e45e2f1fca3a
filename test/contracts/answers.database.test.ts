import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueKey } from '#exchange';
import type { Enterprise } from '#registry';
import { enterFirms } from '../../apps/demo/seed.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { readSample, sampleFolders } from '../scenarios/folders.ts';
import { description, type Operation, objections } from './description.ts';

/** Stories that between them fill every part of the answers. */
const told = [
  '01-direct-purchase',
  '11-paid-amount-differs',
  '30-waybill-late',
  '35-message-with-document-type',
];

describe('what the platform answers', { timeout: 60_000 }, () => {
  const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
  const keys = new Map<string, string>();
  let rented: TestDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    rented = await testDatabase();
    const { database } = rented;
    const enterprises: Enterprise[] = JSON.parse(readSample('enterprises.json').toString('utf8'));
    await enterFirms(database, enterprises);
    for (const { customsCode } of enterprises)
      keys.set(customsCode, (await issueKey(database, customsCode, '', 'enterprise', clock.now)).token);
    keys.set('operator', (await issueKey(database, 'operator', '', 'operator', clock.now)).token);
    server = await startServer({ database, port: 0, now: () => clock.now, sweepMs: 200 });
  });
  afterAll(async () => {
    await server?.close();
    await rented?.close();
  });

  const ask = (path: string, as: string | undefined, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      ...init,
      headers: { ...init.headers, ...(as ? { authorization: `Bearer ${keys.get(as)}` } : {}) },
    });

  /** Holds an answer to what the description says of the operation under this status. */
  async function fits(operation: Operation | undefined, response: Response): Promise<unknown> {
    const content = operation?.responses[response.status]?.content ?? {};
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    expect(Object.keys(content), `${response.status}`).toContain(type);
    const body: unknown = await response.json();
    expect(objections(content[type]?.schema ?? {}, body)).toEqual([]);
    return body;
  }

  it('to messages is as described, whether they are taken in, repeated or refused', async () => {
    const { post } = description.paths['/api/messages'] ?? {};
    for (const folder of sampleFolders().filter(({ name }) => told.includes(name))) {
      for (const step of folder.steps) {
        clock.now = new Date(step.at);
        const init = {
          method: 'POST',
          headers: { 'content-type': 'application/xml' },
          body: new Uint8Array(folder.read(step.file)),
        };
        const response = await ask('/api/messages?wait=1', step.as, init);
        expect(response.status).toBe(step.expect.http);
        await fits(post, response);
        await fits(post, await ask('/api/messages', 'operator', init));
      }
    }
    const send = (body: string, type: string) =>
      ask('/api/messages', '5301683614', { method: 'POST', headers: { 'content-type': type }, body });
    for (const [status, response] of [
      [400, await send('', 'application/xml')],
      [401, await ask('/api/messages', undefined, { method: 'POST' })],
      [413, await send('<a>'.repeat(2_000_000), 'application/xml')],
      [415, await send('a=b', 'application/x-www-form-urlencoded')],
    ] as const) {
      expect(response.status).toBe(status);
      await fits(post, response);
    }
  });

  it('to a reader of receipts is as described', async () => {
    const { get } = description.paths['/api/receipts'] ?? {};
    for (const { customsCode } of JSON.parse(readSample('enterprises.json').toString('utf8')) as Enterprise[])
      await fits(get, await ask('/api/receipts', customsCode));
    await fits(get, await ask('/api/receipts?cursor=none', '5301683614'));
    await fits(get, await ask('/api/receipts', undefined));
  });

  it('to a reader of lists is as described, and shows of a paper only the fields it has', async () => {
    const { get } = description.paths['/api/lists'] ?? {};
    const page = (await fits(get, await ask('/api/lists', 'operator'))) as {
      lists: { ebpCode: string; orderNo: string }[];
    };
    expect(page.lists.length).toBeGreaterThanOrEqual(3);
    const detail = description.paths['/api/lists/{ebpCode}/{orderNo}']?.get;
    for (const { ebpCode, orderNo } of page.lists) {
      const story = await fits(detail, await ask(`/api/lists/${ebpCode}/${orderNo}`, 'operator'));
      expect(JSON.stringify(story)).not.toContain('"undefined"');
    }
    await fits(get, await ask('/api/lists?limit=none', 'operator'));
    await fits(detail, await ask('/api/lists/5301363602/NONE', 'operator'));
    await fits(description.paths['/api/summary']?.get, await ask('/api/summary', 'operator'));
  });

  it('to a person who signs in and out is as described', async () => {
    const { get, post, delete: leave } = description.paths['/api/session'] ?? {};
    const signIn = (key: string) =>
      ask('/api/session', undefined, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key }),
      });
    await fits(get, await ask('/api/session', undefined));
    await fits(post, await signIn('wrong'));
    await fits(post, await signIn(''));
    await fits(post, await signIn(keys.get('operator') ?? ''));
    expect((await ask('/api/session', undefined, { method: 'DELETE' })).status).toBe(200);
    expect(Object.keys(leave?.responses ?? {})).toContain('200');
  });

  it('to a reader of /docs is this description, on a page that asks nobody else', async () => {
    expect(await (await ask('/docs/json', undefined)).json()).toEqual(description);
    const page = await ask('/docs', undefined);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';.*connect-src 'self'/,
    );
    const sources = [...(await page.text()).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, source]) => source);
    expect(sources.length).toBeGreaterThan(4);
    for (const source of sources) {
      expect(source).toMatch(/^\/docs\//);
      expect((await ask(source ?? '', undefined)).status).toBe(200);
    }
  });

  it('to a refusal leads to where its code is explained, for people and for programs', async () => {
    const { type, code, zh } = (await (await ask('/api/nothing', undefined)).json()) as Record<
      string,
      string
    >;
    const people = await ask(type ?? '', undefined, { headers: { accept: 'text/html' } });
    expect(people.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await people.text()).toContain(code);
    const programs = await ask(type ?? '', undefined, { headers: { accept: 'application/json' } });
    expect(await programs.json()).toMatchObject({ code, status: 404, text: { zh: '没有 …' } });
    expect(zh).toBe('没有 /api/nothing');
    expect((await ask('/docs/problems/NONE', undefined)).status).toBe(404);
    expect(await (await ask('/docs/problems', undefined)).text()).toContain('RATE-LIMIT');
  });

  it('to a watcher is as described: it works', async () => {
    await fits(description.paths['/api/health']?.get, await ask('/api/health', undefined));
  });
});
