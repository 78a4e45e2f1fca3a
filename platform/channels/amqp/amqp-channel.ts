import type { Options } from 'amqplib';
import type { Bilingual } from '#kernel';
import { type Address, type ReceivingSettings, receivingSettings } from '../address.ts';
import {
  type Channel,
  ChannelError,
  type ChannelHealth,
  closedError,
  type Piece,
  type Receiving,
  requirePieceName,
} from '../channel.ts';
import { AmqpReceiving } from './amqp-receiving.ts';
import { Broker, failedOf, type Queues, reasonOf, type Session } from './broker.ts';

/** How long sending waits for a connection and for the broker's word, milliseconds (D); `patience`. */
const PATIENCE_MS = 15_000;

/** Two queues of an AMQP 0-9-1 broker: what we hand over goes into one, what is for us comes from the other. */
export class AmqpChannel implements Channel {
  readonly #shown: string;
  readonly #queues: Queues;
  readonly #settings: ReceivingSettings;
  readonly #patienceMs: number;
  #broker: Broker | undefined;
  #receiving: AmqpReceiving | undefined;
  #closed = false;

  private constructor(shown: string, queues: Queues, settings: ReceivingSettings, patienceMs: number) {
    this.#shown = shown;
    this.#queues = queues;
    this.#settings = settings;
    this.#patienceMs = patienceMs;
  }

  /** Tries once to connect; a broker that is down is waited for by whoever sends, and told of by `health`. */
  static async open(address: Address): Promise<AmqpChannel> {
    const inQueue = required(address, 'in');
    const queues: Queues = {
      out: required(address, 'out'),
      in: inQueue,
      failed: address.text('failed') ?? failedOf(inQueue),
      declare: address.text('declare') !== 'no',
    };
    const settings = receivingSettings(address);
    const patience = address.number('patience', PATIENCE_MS, 1);
    address.refuseUnknown();
    const channel = new AmqpChannel(address.shown, queues, settings, patience);
    channel.#broker = await Broker.open(address.bare, queues, async (session) => {
      await channel.#receiving?.join(session);
    });
    return channel;
  }

  async send({ name, bytes }: Piece): Promise<void> {
    requirePieceName(name);
    if (this.#closed) throw closedError();
    await this.#publish(this.#queues.out, bytes, { messageId: name });
  }

  receive(handle: (piece: Piece) => Promise<void>): Receiving {
    if (this.#closed) throw closedError();
    if (this.#receiving !== undefined) throw new Error('This channel is being received from already');
    const receiving = new AmqpReceiving(
      {
        queue: this.#queues.in,
        settings: this.#settings,
        setAside: ({ name, bytes }, note) =>
          this.#publish(this.#queues.failed, bytes, { messageId: name, headers: { 'x-chama-note': note } }),
      },
      handle,
    );
    this.#receiving = receiving;
    const session = this.#broker?.session;
    // A connection that is lost just now is followed by another, which is joined then.
    if (session) receiving.join(session).catch(() => session.model.close().catch(() => undefined));
    return {
      stop: async () => {
        await receiving.stop();
        if (this.#receiving === receiving) this.#receiving = undefined;
      },
    };
  }

  async health(): Promise<ChannelHealth> {
    const session = this.#broker?.session;
    if (session === undefined) return this.#down(this.#broker?.fault);
    const { in: inQueue, failed, out } = this.#queues;
    try {
      const [waiting = 0, aside = 0, outgoing = 0] = await Promise.all(
        [inQueue, failed, out].map(async (queue) => (await session.publisher.checkQueue(queue)).messageCount),
      );
      const held = this.#receiving?.held ?? 0;
      return { state: 'up', address: this.#shown, waiting: waiting + held, failed: aside, outgoing };
    } catch (fault) {
      return this.#down(fault);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#receiving?.stop();
    await this.#broker?.close();
  }

  #down(fault: unknown): ChannelHealth {
    return { state: 'down', address: this.#shown, problem: problemOf(reasonOf(fault)) };
  }

  /** Publishes until the broker confirms, over as many connections as it takes within the patience. */
  async #publish(queue: string, bytes: Uint8Array, properties: Options.Publish): Promise<void> {
    const deadlineMs = Date.now() + this.#patienceMs;
    let last: unknown;
    for (let left = this.#patienceMs; left > 0; left = deadlineMs - Date.now()) {
      const session = await this.#broker?.connected(left);
      if (session === undefined) break;
      try {
        await confirmed(session, queue, bytes, properties, deadlineMs - Date.now());
        return;
      } catch (fault) {
        last = fault;
        if (fault instanceof ChannelError || this.#broker?.session === session) break;
      }
    }
    if (last instanceof ChannelError) throw last;
    throw new ChannelError(problemOf(reasonOf(last ?? this.#broker?.fault)), last);
  }
}

/** Hands one message to the broker and waits for its word that it is written for good. */
async function confirmed(
  { publisher, returned }: Session,
  queue: string,
  bytes: Uint8Array,
  properties: Options.Publish,
  withinMs: number,
): Promise<void> {
  const word = Promise.withResolvers<void>();
  const correlationId = crypto.randomUUID();
  const late = setTimeout(() => word.reject(new Error('no confirmation in time')), Math.max(withinMs, 1));
  returned.set(correlationId, () => word.reject(noQueue(queue)));
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const timestamp = Math.trunc(Date.now() / 1000);
  const options = { ...properties, correlationId, persistent: true, mandatory: true, timestamp };
  try {
    publisher.publish('', queue, content, options, (fault: unknown) => {
      if (fault) word.reject(fault);
      else word.resolve();
    });
    await word.promise;
  } finally {
    clearTimeout(late);
    returned.delete(correlationId);
  }
}

function required(address: Address, name: string): string {
  const queue = address.text(name);
  if (queue !== undefined) return queue;
  throw new ChannelError({
    zh: `消息队列的地址须给出 ${name}=队列名。`,
    en: `The address of a message queue must name a queue: ${name}=QUEUE.`,
  });
}

function noQueue(queue: string): ChannelError {
  return new ChannelError({
    zh: `消息队列 ${queue} 不存在或已满；请在消息服务器上建立后重发。`,
    en: `The queue ${queue} is not there; make it on the broker, then send again.`,
  });
}

function problemOf(reason: string): Bilingual {
  return {
    zh: `消息服务器不可用（${reason}）；请检查地址、账号、队列和网络。`,
    en: `The message broker cannot be used (${reason}); check its address, the account, the queues and the network.`,
  };
}
