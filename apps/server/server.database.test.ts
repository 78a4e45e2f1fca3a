import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { issueKey } from '#exchange';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { makeDossier } from '../demo/dossiers.ts';
import { stepBytes } from '../demo/messages.ts';
import { createRandom } from '../demo/random.ts';
import { demoKeys, seedZone } from '../demo/start.ts';
import { createZone } from '../demo/zone.ts';
import { createApi, type RunningServer, startServer } from './server.ts';

const zone = createZone();
const random = createRandom('server');
let rented: TestDatabase;
let server: RunningServer;
let keys: ReadonlyMap<string, string>;
const faults: unknown[] = [];

beforeAll(async () => {
  rented = await testDatabase();
  await seedZone(rented.database, zone);
  const store = { read: async () => new Map<string, string>(), add: async () => undefined };
  const made = await demoKeys(rented.database, zone, store, async () => false);
  const { token } = await issueKey(rented.database, 'operator', '', 'operator', new Date());
  keys = new Map([...made, ['operator', token]]);
  server = await startServer({ database: rented.database, port: 0, fault: (error) => faults.push(error) });
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await server.close();
  await rented.close();
});

const bearer = (code: string) => ({ authorization: `Bearer ${keys.get(code)}` });

let made = 0;
/** Hands in the papers of a clean purchase; answers what became of its list. */
async function purchase(): Promise<{ orderNo: string; state: string | undefined }> {
  made += 1;
  const number = `SV${String(made).padStart(6, '0')}`;
  const dossier = makeDossier(random, zone, { number, orderedAt: Date.now() - 7_200_000, buyerIndex: made });
  let state: string | undefined;
  for (const step of dossier.steps) {
    const response = await fetch(`${server.url}/api/messages?wait=10`, {
      method: 'POST',
      headers: { ...bearer(step.sender.customsCode), 'content-type': 'application/xml' },
      body: new Uint8Array(stepBytes(step, random)),
    });
    const { documents } = (await response.json()) as { documents: { outcome?: { state: string } }[] };
    state = documents[0]?.outcome?.state;
  }
  return { orderNo: dossier.declaration.head.orderNo, state };
}

/** What a stream of events has said so far, and the next thing it says. */
async function listen(headers: Readonly<Record<string, string>>) {
  const response = await fetch(`${server.url}/api/stream`, { headers });
  const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  const more = async (): Promise<boolean> => {
    const part = await stream?.read();
    said += part?.value ?? '';
    return part?.done === false;
  };
  return { response, more, said: () => said, leave: () => stream?.cancel() };
}

test('the platform says that it works', async () => {
  const response = await fetch(`${server.url}/api/health`);
  expect(await response.json()).toMatchObject({ status: 'ok' });
});

test('the platform says in both languages that it cannot work without its database', async () => {
  const away = await testDatabase();
  const secrets = { print: '', mail: '' };
  const { app } = await createApi({ database: away.database, fault: () => undefined }, secrets);
  await away.close();
  const response = await app.inject({ url: '/api/health' });
  expect(response.json()).toMatchObject({
    ...{ status: 503, code: 'DATABASE-AWAY', zh: expect.stringMatching(/数据库/) },
    en: expect.stringMatching(/database/),
  });
  await app.close();
});

test('a port that is taken is a fault of starting, and nothing keeps running', async () => {
  const { port } = new URL(server.url);
  const second = startServer({ database: rented.database, port: Number(port) });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('the stream of changes', () => {
  test('tells which lists have been decided', async () => {
    const { response, more, said, leave } = await listen(bearer('operator'));
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    // What happens from the first look on is told; a list that came before it may be left out.
    const orders: string[] = [];
    do {
      orders.push((await purchase()).orderNo);
      await Promise.race([more(), new Promise((resolve) => setTimeout(resolve, 600))]);
    } while (!said().includes('event: list'));
    const [, data = '{}'] = /^event: list\ndata: (.*)$/m.exec(said()) ?? [];
    const { lists } = JSON.parse(data) as { lists: { orderNo: string; state: string }[] };
    expect(orders).toContain(lists[0]?.orderNo);
    expect(lists[0]?.state).toBe('released');
    await leave();
  });

  test('ends soon after the session it was opened with', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { headers, account } = await signedInAs(rented.database, { role: 'operator' });
      const { more, said } = await listen({ ...headers });
      vi.advanceTimersByTime(15_000);
      // The look at the session has to be over before it is taken away.
      while (!said().includes(': beat') && (await more()));
      await rented.owner.run('delete from access.session where account_id = $1', [account.accountId]);
      vi.advanceTimersByTime(15_000);
      while (await more());
      expect(said().match(/: beat/g)).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('ends when the server closes, which waits for nobody who only listens', async () => {
    const other = await startServer({ database: rented.database, port: 0 });
    const response = await fetch(`${other.url}/api/stream`, { headers: bearer('operator') });
    const text = response.text();
    const begun = performance.now();
    await other.close();
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(await text).toMatch(/^retry: \d+/);
  });
});

test('a server that closes answers a reader of receipts who waits', async () => {
  const other = await startServer({ database: rented.database, port: 0 });
  const [, firm = ''] = [...keys.keys()];
  const waiting = fetch(`${other.url}/api/receipts?wait=30&type=CEB900`, { headers: bearer(firm) });
  // Time for the request to be under way, also on a busy machine.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await other.close();
  expect(await (await waiting).json()).toEqual({ receipts: [] });
});

test('an enterprise that was suspended is stopped within seconds, and at once where it was entered', async () => {
  const [carrier] = zone.carriers;
  const code = carrier?.customsCode ?? '';
  const { enterprises } = server.parts;
  expect(await enterprises.sender(code)).toMatchObject({ customsCode: code, roles: ['LGS'] });
  await rented.owner.run(`update registry.enterprise set state = 'suspended' where customs_code = $1`, [
    code,
  ]);
  expect(await enterprises.sender(code)).toBeDefined();
  enterprises.forget();
  expect(await enterprises.sender(code)).toBeUndefined();
  expect(await enterprises.sender('nobody')).toBeUndefined();
});
