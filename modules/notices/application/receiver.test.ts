import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Networks } from '#outbound';
import { Receivers } from './receiver.ts';

/** What each name answers, in turn; the last answer stays. */
const names = new Map<string, string[][]>();
const asked: string[] = [];
let nameServer: Socket;
let servers: string[];

let receiver: Server;
let port: number;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const arrived: IncomingMessage[] = [];

beforeAll(async () => {
  nameServer = createSocket('udp4');
  nameServer.on('message', (question, from) => nameServer.send(answerTo(question), from.port, from.address));
  nameServer.bind(0, '127.0.0.1');
  await once(nameServer, 'listening');
  servers = [`127.0.0.1:${nameServer.address().port}`];
  receiver = createServer((request, response) => {
    arrived.push(request);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  port = (receiver.address() as AddressInfo).port;
});
afterAll(async () => {
  nameServer.close();
  receiver.closeAllConnections();
  receiver.close();
});

/** A name server in a few lines: IPv4 addresses of the names above, and no others. */
function answerTo(question: Buffer): Buffer {
  let at = 12;
  const labels: string[] = [];
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('ascii', at + 1, at + 1 + length));
    at += length + 1;
  }
  const type = question.readUInt16BE(at + 1);
  const name = labels.join('.').toLowerCase();
  const turns = type === 1 ? (names.get(name) ?? []) : [];
  if (type === 1) asked.push(name);
  const ips = (turns.length > 1 ? turns.shift() : turns[0]) ?? [];
  const records = ips.map((ip) =>
    Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...ip.split('.').map(Number)]),
  );
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, question.subarray(12, at + 5), ...records]);
}

const thanks = (_request: IncomingMessage, response: ServerResponse) => response.writeHead(204).end();

/** Sends to a port that only loopback has, as plain HTTP may be spoken nowhere else. */
async function send(
  address: string,
  allowed: readonly string[],
  timeoutMs = 5_000,
): Promise<{ httpStatus?: number; fault?: string; answer?: string; retryAfterMs?: number }> {
  const receivers = new Receivers(new Networks(allowed), servers);
  try {
    return await receivers.send(address, '{"type":"webhook.test"}', { 'webhook-id': 'x' }, timeoutMs);
  } finally {
    receivers.close();
  }
}

describe('an address', () => {
  const codes = (address: string, allowed: readonly string[] = []) =>
    new Receivers(new Networks(allowed)).findings(address).map(({ code }) => code);

  test.each([
    'https://127.0.0.1/hook',
    'https://[::1]/hook',
    'https://10.0.0.5/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:127.0.0.1]/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
    'https://localhost/hook',
  ])('%s is refused when it is entered', (address) => {
    expect(codes(address)).toEqual(['WEBHOOK-ADDRESS-NOT-ALLOWED']);
  });

  test.each([
    'http://erp.example/hook',
    'http://127.0.0.1/hook',
    'ftp://erp.example/hook',
    'https://user:word@erp.example/hook',
    'https://erp.example/hook#part',
    'erp.example',
    `https://erp.example/${'a'.repeat(2_000)}`,
  ])('%s is none that is sent to', (address) => {
    expect(codes(address)).toEqual(['WEBHOOK-ADDRESS']);
  });

  test('on the open network by HTTPS is taken, and plain HTTP where this machine is allowed', () => {
    expect(codes('https://erp.example:8443/hook?zone=1')).toEqual([]);
    expect(codes('https://1.1.1.1/hook')).toEqual([]);
    expect(codes('http://127.0.0.1:9000/hook', ['loopback'])).toEqual([]);
    expect(codes('http://10.0.0.5/hook', ['loopback', '10.0.0.0/8'])).toEqual(['WEBHOOK-ADDRESS']);
  });
});

describe('a name that leads inside', () => {
  test('is looked up and not gone to, whatever it was when it was entered', async () => {
    names.set('inside.example', [['127.0.0.1']]);
    names.set('cloud.example', [['169.254.169.254']]);
    for (const name of ['inside.example', 'cloud.example'])
      expect(await send(`https://${name}:${port}/hook`, [])).toEqual({ fault: 'ADDRESS-NOT-ALLOWED' });
  });

  test('beside a public address is not gone to either', async () => {
    names.set('both.example', [['1.1.1.1', '127.0.0.1']]);
    expect(await send(`https://both.example:${port}/hook`, [])).toEqual({ fault: 'ADDRESS-NOT-ALLOWED' });
  });

  test('is looked up once for a sending: the address that was looked at is the one connected to', async () => {
    names.set('turning.example', [['127.0.0.1'], ['10.9.9.9']]);
    asked.length = 0;
    // This one speaks no TLS, so whoever arrives is turned away there, and not before.
    const first = await send(`https://turning.example:${port}/hook`, ['127.0.0.1']);
    expect(first.fault).not.toBe('ADDRESS-NOT-ALLOWED');
    expect(asked).toEqual(['turning.example']);
    const second = await send(`https://turning.example:${port}/hook`, ['127.0.0.1']);
    expect(second).toEqual({ fault: 'ADDRESS-NOT-ALLOWED' });
  });

  test('or that nobody has is told apart from one that does not answer', async () => {
    expect(await send('https://nobody.example/hook', [])).toEqual({ fault: 'NAME-UNKNOWN' });
  });
});

describe('a receiver', () => {
  const here = (path = '/hook') => `http://127.0.0.1:${port}${path}`;

  test('that says thanks has it', async () => {
    answer = thanks;
    expect(await send(here(), ['loopback'])).toEqual({ httpStatus: 204, answer: '' });
    expect(await send(`http://localhost:${port}/hook`, ['loopback'])).toMatchObject({ httpStatus: 204 });
  });

  test('that points elsewhere is not followed', async () => {
    answer = (_request, response) => response.writeHead(307, { location: here('/elsewhere') }).end();
    arrived.length = 0;
    expect(await send(here(), ['loopback'])).toMatchObject({ httpStatus: 307, fault: 'REDIRECT' });
    expect(arrived.map(({ url }) => url)).toEqual(['/hook']);
  });

  test('that does not come to an end is left after the time that is set', async () => {
    answer = () => undefined;
    expect(await send(here(), ['loopback'], 100)).toEqual({ fault: 'TIMEOUT' });
    answer = (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 10);
      response.once('close', () => clearInterval(drip));
    };
    expect(await send(here(), ['loopback'], 200)).toEqual({ fault: 'TIMEOUT' });
  });

  test('that talks without end is heard to a limit: its status counts', async () => {
    const flow = (response: ServerResponse): void => {
      const more = response.write('茶'.repeat(10_000));
      if (response.destroyed) return;
      if (more) setImmediate(() => flow(response));
      else response.once('drain', () => flow(response));
    };
    answer = (_request, response) => {
      response.writeHead(200);
      flow(response);
    };
    const sent = await send(here(), ['loopback']);
    expect(sent).toEqual({ httpStatus: 200, answer: '茶'.repeat(1_000) });
  });

  test('that asks for a pause is heard, and its words are kept', async () => {
    answer = (_request, response) => response.writeHead(503, { 'retry-after': '7' }).end('later\u0000!');
    expect(await send(here(), ['loopback'])).toEqual({
      ...{ httpStatus: 503, fault: 'HTTP-STATUS', answer: 'later!', retryAfterMs: 7_000 },
    });
  });

  test('that is not there is a failure with its code', async () => {
    expect(await send('http://127.0.0.1:1/hook', ['loopback'])).toEqual({ fault: 'ECONNREFUSED' });
  });
});
