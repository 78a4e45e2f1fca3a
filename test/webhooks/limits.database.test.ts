import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCertificate, makeAuthority, makeKeyPair } from '#signatures';
import { startServer } from '../../apps/server/server.ts';
import { type Made, quick, Stand } from './stand.ts';

const PLATFORM = '5301363602';
const BROKER = '5301683614';
const SELLER = '5301963605';

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.open();
});
afterAll(async () => {
  await stand.close();
  expect(stand.faults).toEqual([]);
});

describe('a webhook', { timeout: 60_000 }, () => {
  test('is there for its enterprise alone: to every other there is none', async () => {
    const { address } = await stand.receiver();
    const made = await stand.subscribe(BROKER, address, ['receipt.*']);
    const at = `/api/webhooks/${made.webhookId}`;
    const tested = await stand.json<{ number: string }>(`${at}/test`, BROKER, 'POST');
    const calls = [
      ['GET', at],
      ['GET', `${at}/deliveries`],
      ['GET', `${at}/deliveries/${tested.number}`],
      ['POST', `${at}/test`],
      ['POST', `${at}/secret`],
      ['POST', `${at}/replay`, {}],
      ['PATCH', at, { state: 'paused' }],
      ['DELETE', at],
    ] as const;
    for (const [method, path, body] of calls) {
      const refused = await stand.ask(path, PLATFORM, method, body);
      const { code } = (await refused.json()) as { code: string };
      expect([refused.status, code], `${method} ${path}`).toEqual([...[404, 'WEBHOOK-NOT-FOUND']]);
      expect((await stand.ask(path, undefined, method, body)).status, `${method} ${path}`).toBe(401);
    }
    expect((await stand.json<{ webhooks: object[] }>('/api/webhooks', PLATFORM)).webhooks).toEqual([]);
    expect(await stand.webhook(BROKER, made)).toMatchObject({ state: 'active' });
  });

  test('of a wrong address and of wrong events is refused with every finding', async () => {
    const refused = await stand.ask('/api/webhooks', BROKER, 'POST', {
      ...{ address: 'https://10.0.0.1/hook', events: ['receipt.*', 'list.gone', 'all'] },
    });
    expect(refused.status).toBe(422);
    const { findings } = (await refused.json()) as { findings: { code: string; path: string }[] };
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      ...['WEBHOOK-ADDRESS-NOT-ALLOWED address', 'WEBHOOK-KIND events[2]', 'WEBHOOK-KIND events[3]'],
    ]);
  });

  test('beyond the limit is refused, though several ask at the same moment', async () => {
    const { address } = await stand.receiver();
    const wish = { address, events: ['list.*'] };
    const answers = await Promise.all(
      Array.from({ length: 14 }, () => stand.ask('/api/webhooks', SELLER, 'POST', wish)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(201), ...Array<number>(4).fill(409)]);
  });
});

test('where the operator has not allowed this machine, no webhook goes to it, not even one made before', {
  timeout: 60_000,
}, async () => {
  const receiver = await stand.receiver();
  const made = await stand.subscribe(BROKER, receiver.address, ['receipt.*']);
  const { database } = stand.rented;
  const strict = await startServer({ database, port: 0, now: () => stand.clock.now });
  const headers = { authorization: `Bearer ${stand.keys.get(BROKER)}`, 'content-type': 'application/json' };
  const entered = await fetch(`${strict.url}/api/webhooks`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ address: receiver.address, events: ['list.*'] }) },
  });
  expect(entered.status).toBe(422);
  const tested = await fetch(`${strict.url}/api/webhooks/${made.webhookId}/test`, {
    ...{ method: 'POST', headers: { authorization: headers.authorization } },
  });
  expect(await tested.json()).toMatchObject({
    ...{ state: 'failed', attempts: [{ fault: 'ADDRESS-NOT-ALLOWED' }] },
  });
  expect(receiver.arrived).toEqual([]);
  await strict.close();
});

test('two servers on one database send each event once, in order, and go on when one of them stops', {
  timeout: 60_000,
}, async () => {
  const receiver = await stand.receiver();
  await stand.subscribe(PLATFORM, receiver.address, ['receipt.*']);
  const second = await stand.start();
  const insert = (from: number, to: number) =>
    stand.rented.owner.run(
      `insert into exchange.receipt (recipient, type, order_no, return_status, return_time, return_info, body)
       select $1, 'CEB312', 'N' || n, '120', '20260310100000000', '', '{}' from generate_series($2::int, $3::int) n order by n`,
      [PLATFORM, from, to],
    );
  await insert(1, 300);
  await stand.until(() => receiver.arrived.length > 100);
  await second.close();
  await insert(301, 400);
  await stand.until(() => new Set(receiver.ids).size === 400);
  expect(receiver.arrived.map(({ body }) => body.data.orderNo)).toEqual(
    Array.from({ length: 400 }, (_, index) => `N${index + 1}`),
  );
});

test('what waits is bounded: the rest stays where it is until there is room, and none is lost', {
  timeout: 60_000,
}, async () => {
  await stand.server.close();
  stand.server = await stand.start({ networks: ['loopback'], parameters: { ...quick, mostWaiting: 5 } });
  const receiver = await stand.receiver();
  let broken = true;
  receiver.answers = () => (broken ? 500 : 200);
  const made = await stand.subscribe('5301363610', receiver.address, ['receipt.*']);
  for (let n = 1; n <= 30; n += 1)
    await stand.rented.owner.run(
      `insert into exchange.receipt (recipient, type, order_no, return_status, return_time, return_info, body)
       values ('5301363610', 'CEB412', $1, '120', '20260310100000000', '', '{}')`,
      [`N${n}`],
    );
  await stand.until(() => receiver.arrived.length > 3);
  expect((await stand.webhook('5301363610', made)).waiting).toBeLessThanOrEqual(5);
  broken = false;
  await stand.until(
    async () => (await stand.webhook('5301363610', made)).waiting === 0 && receiver.ids.length > 29,
  );
  await stand.json(`/api/webhooks/${made.webhookId}/replay`, '5301363610', 'POST', {});
  await stand.until(() => new Set(receiver.ids).size === 30);
});

test('the log is kept for its days, and what waits is kept longer', { timeout: 60_000 }, async () => {
  const receiver = await stand.receiver();
  const made = await stand.subscribe('5301963612', receiver.address, ['receipt.*']);
  await stand.json(`/api/webhooks/${made.webhookId}/test`, '5301963612', 'POST');
  expect((await stand.log('5301963612', made)).deliveries).toHaveLength(1);
  stand.pass(31 * 86_400_000);
  await stand.until(async () => (await stand.log('5301963612', made)).deliveries.length === 0);
  const [left] = await stand.rented.owner.query<{ attempts: string }>(
    'select count(*) as attempts from notices.attempt where subscription_id = $1',
    [made.webhookId],
  );
  expect(left).toEqual({ attempts: '0' });
});

test('by HTTPS only a receiver with a certificate that is trusted is spoken to', {
  timeout: 60_000,
}, async () => {
  const validity = {
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 86_400_000),
  };
  const authority = makeAuthority('rsa', { CN: 'Authority of this test' }, validity);
  const pair = makeKeyPair('rsa');
  const certificate = issueCertificate(authority, {
    ...{ subject: { CN: 'localhost' }, publicKey: pair.publicKey, usage: 0xa0 },
    ...validity,
  });
  const arrived: string[] = [];
  const server = createServer(
    { key: pair.privateKeyPem, cert: pem('CERTIFICATE', certificate) },
    (request, response) => {
      arrived.push(String(request.headers['webhook-id']));
      response.end('thanks');
    },
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `https://localhost:${(server.address() as AddressInfo).port}/hook`;
  const made: Made = await stand.subscribe('5301963612', address, ['receipt.*']);
  const send = () => stand.json(`/api/webhooks/${made.webhookId}/test`, '5301963612', 'POST');
  expect(await send()).toMatchObject({
    state: 'failed',
    attempts: [{ fault: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
  });
  expect(arrived).toEqual([]);
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, pem('CERTIFICATE', authority.certificate)]);
  try {
    expect(await send()).toMatchObject({
      state: 'delivered',
      attempts: [{ httpStatus: 200, answer: 'thanks' }],
    });
  } finally {
    setDefaultCACertificates(before);
    server.closeAllConnections();
    server.close();
  }
  expect(arrived).toHaveLength(1);
});
