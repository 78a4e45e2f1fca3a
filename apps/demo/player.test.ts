import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { decode } from '#ceb';
import { type PlayedStep, playDemoDay } from './player.ts';
import { createZone, demoEnterprises } from './zone.ts';

interface Received {
  readonly key: string;
  readonly root: string | undefined;
  readonly copCode: string | undefined;
  readonly orderNos: readonly string[];
}

const zone = createZone();
const keys = new Map(demoEnterprises(zone).map(({ customsCode }) => [customsCode, `key-of-${customsCode}`]));
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A door that notes what is handed in. @param answer the status it gives to the nth message, from 0. */
async function openDoor(answer: (count: number) => number): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { root, message } = decode(Buffer.concat(chunks));
    const documents = (message?.documents ?? []) as readonly { head: { orderNo: string } }[];
    response.statusCode = answer(received.length);
    received.push({
      key: request.headers.authorization ?? '',
      root,
      copCode: message?.transfer?.copCode,
      orderNos: documents.map(({ head }) => head.orderNo),
    });
    response.end('{}');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

async function playFor(seconds: number, baseUrl: string, runId: string, pace = 4): Promise<PlayedStep[]> {
  const played: PlayedStep[] = [];
  const signal = AbortSignal.timeout(seconds * 1000);
  await playDemoDay({ baseUrl, keys, signal, runId, pace, zone, played: (step) => played.push(step) });
  return played;
}

describe('the demo day', () => {
  it('hands in each paper with the key of the firm that writes it, the first list within five seconds', async () => {
    const { url, received } = await openDoor(() => 200);
    await playFor(5, url, 'T1');
    expect(received.length).toBeGreaterThan(30);
    for (const { key, copCode } of received) if (copCode) expect(key).toBe(`Bearer key-of-${copCode}`);
    const roots = new Set(received.map(({ root }) => root));
    expect(roots).toEqual(new Set(['CEB311Message', 'CEB411Message', 'CEB511Message', 'CEB621Message']));
  });

  it('gives other numbers to another start', async () => {
    const { url, received } = await openDoor(() => 200);
    await playFor(2, url, 'T2');
    const first = new Set(received.splice(0).flatMap(({ orderNos }) => orderNos));
    await playFor(2, url, 'T3');
    expect(first.size).toBeGreaterThan(0);
    expect(received.flatMap(({ orderNos }) => orderNos).filter((orderNo) => first.has(orderNo))).toEqual([]);
  });

  it('tries again what the platform could not take, and goes on', async () => {
    const { url, received } = await openDoor((count) => (count === 0 ? 503 : 200));
    const played = await playFor(4, url, 'T4', 2);
    expect(played.map(({ status }) => status)).toContain(200);
    const [first] = received[0]?.orderNos ?? [];
    expect(
      received.filter(({ root, orderNos }) => root === 'CEB311Message' && orderNos[0] === first).length,
    ).toBe(2);
  });

  it('lives through a platform that is not there, and ends when told', async () => {
    const begin = performance.now();
    await playFor(1, 'http://127.0.0.1:9', 'T5');
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
