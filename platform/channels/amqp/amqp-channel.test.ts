import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import amqp from 'amqplib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Channel } from '../channel.ts';
import { openChannel } from '../open-channel.ts';
import { channelContract, type Ends, until } from '../testing/channel.contract.ts';
import { survivesKills } from '../testing/kills.contract.ts';
import { startBroker } from '../testing/rabbitmq.ts';

const folder = mkdtempSync(join(tmpdir(), 'chama-broker-'));

/** A broker where one can be had; elsewhere these tests are left out, and one line says why. */
const broker = await startBroker(folder).catch((fault: Error) => {
  console.warn(`No RabbitMQ, so the tests of message queues are left out: ${fault.message.split('\n')[0]}`);
  return undefined;
});
const url = broker?.url ?? '';

afterAll(async () => {
  await broker?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Two queues nobody else uses. */
async function medium(): Promise<Ends> {
  const [a, b] = [`a-${randomUUID()}`, `b-${randomUUID()}`];
  const end = (out: string, into: string) => (settings?: string) =>
    `${url}?out=${out}&in=${into}${settings ? `&${settings}` : ''}`;
  return { here: end(a, b), there: end(b, a), ordered: true };
}

describe.skipIf(broker === undefined)('a message queue', () => {
  channelContract(medium);
  survivesKills(medium);

  const open: Channel[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((channel) => channel.close()));
  });

  async function opened(address: string): Promise<Channel> {
    const channel = await openChannel(address);
    open.push(channel);
    return channel;
  }

  it('loses nothing when the broker itself is killed under load', { timeout: 120_000 }, async () => {
    const ends = await medium();
    const [here, there] = [
      await opened(ends.here('patience=60000')),
      await opened(ends.there('at-once=8&pause=1')),
    ];
    const handled = new Set<string>();
    there.receive(async ({ name }) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      handled.add(name);
    });
    const names = Array.from({ length: 400 }, (_, at) => `n${at}`);
    const sent = Promise.all(names.map((name) => here.send({ name, bytes: Buffer.from(name) })));
    await until(() => handled.size > 20);
    await broker?.crash();
    await sent;
    await until(() => handled.size === names.length);
    await until(async () => (await there.health()).waiting === 0);
  });

  it('says that the broker is out of reach, refuses to send, and never shows the password', async () => {
    const channel = await opened('amqp://someone:secret@127.0.0.1:1/zone?out=a&in=b&patience=50');
    const health = await channel.health();
    expect(health.state).toBe('down');
    expect(health.address).toBe('amqp://someone:***@127.0.0.1:1/zone?out=a&in=b&patience=50');
    const fault: unknown = await channel.send({ name: 'a', bytes: Buffer.from('a') }).catch((it) => it);
    expect(fault).toMatchObject({ sentence: { zh: expect.stringContaining('ECONNREFUSED') } });
    expect(JSON.stringify([health, fault, String(fault)])).not.toContain('secret');
  });

  it('says that the account is refused', async () => {
    const { host } = new URL(url);
    const channel = await opened(`amqp://chama:wrong@${host}?out=a&in=b`);
    await until(async () => /ACCESS.REFUSED/.test((await channel.health()).problem?.en ?? ''));
  });

  it('makes no queue where the broker’s owner makes them', async () => {
    const ends = await medium();
    const channel = await opened(ends.here('declare=no&patience=50'));
    await until(async () => /NOT.FOUND/.test((await channel.health()).problem?.en ?? ''));
    await expect(channel.send({ name: 'a', bytes: Buffer.from('a') })).rejects.toMatchObject({
      name: 'ChannelError',
    });
  });

  it('holds a piece set aside with the reason as its header', async () => {
    const ends = await medium();
    const [here, there] = [await opened(ends.here()), await opened(ends.there('tries=1'))];
    there.receive(async () => {
      throw new Error('the register is not there');
    });
    await here.send({ name: 'a', bytes: Buffer.from('a') });
    await until(async () => (await there.health()).failed === 1);
    const message = await taken(`${new URL(ends.there()).searchParams.get('in')}.failed`);
    expect(message?.properties.messageId).toBe('a');
    expect(message?.properties.headers?.['x-chama-note']).toContain('the register is not there');
  });

  it('names what came without a name by its bytes, the same each time', async () => {
    const ends = await medium();
    const there = await opened(ends.there('pause=1'));
    const names: string[] = [];
    there.receive(async ({ name }) => {
      names.push(name);
      if (names.length === 1) throw new Error('again');
    });
    await until(async () => (await there.health()).state === 'up');
    await published(new URL(ends.there()).searchParams.get('in') ?? '', Buffer.from('茶'));
    await until(() => names.length === 2);
    expect(names[0]).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(names[1]).toBe(names[0]);
  });

  it('refuses an address that names no queue', async () => {
    await expect(openChannel(`${url}?in=a`)).rejects.toMatchObject({
      sentence: { en: expect.stringContaining('out=QUEUE') },
    });
  });
});

/** One message of a queue, by a client of another kind. */
async function taken(queue: string): Promise<amqp.GetMessage | undefined> {
  const connection = await amqp.connect(url);
  const channel = await connection.createChannel();
  const message = await channel.get(queue, { noAck: true });
  await connection.close();
  return message === false ? undefined : message;
}

async function published(queue: string, content: Buffer): Promise<void> {
  const connection = await amqp.connect(url);
  const channel = await connection.createConfirmChannel();
  channel.sendToQueue(queue, content);
  await channel.waitForConfirms();
  await connection.close();
}
