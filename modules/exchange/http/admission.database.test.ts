import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTo } from '#access';
import { createHttp, type Http } from '#http';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { tableGuard } from '../../access/wiring.ts';
import { issueKey } from '../application/keys.ts';
import { wireExchange } from '../wiring.ts';

const FIRM = '5301960001';
const MEBI = 1024 * 1024;
const now = () => new Date('2026-11-23T05:00:00Z');

let rented: TestDatabase;
let app: Http;
let key = '';
const faults: unknown[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  key = (await issueKey(database, FIRM, '', 'enterprise', now())).token;
  const exchange = wireExchange({
    ...{ database, now, handlers: [], inHandBytes: 4 * MEBI },
    returnTime: () => '20261123130000000',
    codeLists: { has: () => true },
    sender: async (customsCode) => ({ customsCode, name: '', roles: [] }),
    outcomes: new Map(),
    papersArrived: () => undefined,
    keyParameters: () => ({ lifetimeDays: 1, longestDays: 1, overlapDays: 1, warningDays: 1, most: 1 }),
    fault: (error) => faults.push(error),
  });
  app = await createHttp({
    ...{ title: 'test', version: '0', description: '', tags: [], security: {} },
    bodyLimit: 4 * MEBI,
    fault: (error) => faults.push(error),
    guard: tableGuard({
      byKey: (token) => exchange.keys.caller(token, now()),
      bySession: async () => undefined,
      visitors: false,
    }),
    docsConfig: accessTo('interface', 'read'),
  });
  exchange.register(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await app.close();
  await rented.close();
  expect(faults).toEqual([]);
});

/** Begins to hand in a message: announces so many bytes and sends only a few of them. */
async function begin(bytes: number, token: string): Promise<Socket> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(
    `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n` +
      `Authorization: Bearer ${token}\r\nContent-Length: ${bytes}\r\n\r\n<a`,
  );
  return socket;
}

const post = (payload: string) =>
  app.inject({
    ...{ method: 'POST', url: '/api/messages', payload },
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/xml' },
  });

/** Posts until the answer is so. */
async function answered(payload: string, status: number) {
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await post(payload);
    if (response.statusCode === status) return response;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never answered ${status}`);
}

describe('a message handed in', () => {
  test('with a wrong key is refused before its body has come', async () => {
    const socket = await begin(4 * MEBI, 'chk_wrong');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('401 Unauthorized');
    expect(answer.toString()).toContain('KEY-UNKNOWN');
    socket.destroy();
  });

  test('while too much is in hand is asked to come again, and is taken when there is room', async () => {
    // The key is known by now, so that the one begun next is let in at once.
    await post('x');
    const arrived = once(app.server, 'request');
    const socket = await begin(3 * MEBI, key);
    await arrived;
    const large = 'x'.repeat(2 * MEBI);
    const full = await post(large);
    expect(full.statusCode).toBe(503);
    expect(full.headers['retry-after']).toBe('1');
    expect(full.headers['content-type']).toContain('application/problem+json');
    expect(full.json()).toMatchObject({ code: 'INBOX-FULL', status: 503 });
    expect((await post('x')).statusCode).toBe(422);
    socket.destroy();
    expect((await answered(large, 422)).json().code).toBe('MESSAGE-REFUSED');
  });

  test('that its sender gives up, at once or in the middle, gives its room back', async () => {
    for (const pauseMs of [0, 0, 1, 5, 50]) {
      const socket = await begin(4 * MEBI, key);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      socket.destroy();
    }
    expect((await answered('x'.repeat(4 * MEBI), 422)).statusCode).toBe(422);
  });

  test('that fails on its way gives its room back', async () => {
    const tooLarge = 'x'.repeat(4 * MEBI + 1);
    for (let i = 0; i < 3; i += 1) expect((await post(tooLarge)).statusCode).toBe(413);
    expect((await answered('x'.repeat(4 * MEBI), 422)).statusCode).toBe(422);
  });
});
