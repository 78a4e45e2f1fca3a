import amqp, { type ChannelModel, type ConfirmChannel, type RecoveringChannelModel } from 'amqplib';
import { codeOf } from '../fault.ts';

/** Longest pause between two attempts to connect, milliseconds (D). */
const LONGEST_PAUSE_MS = 30_000;
/** A peer that says nothing for twice as long is taken for dead, seconds (D). */
const HEARTBEAT_S = 30;
/** How long a connection may take to be made, milliseconds (D). */
const CONNECT_MS = 10_000;

/** The queues of one end of a channel. */
export interface Queues {
  readonly out: string;
  readonly in: string;
  readonly failed: string;
  /** Whether they are made here if they are not there; otherwise they must be. */
  readonly declare: boolean;
}

/** A connection that is up, with its queues looked at. */
export interface Session {
  readonly model: ChannelModel;
  /** For sending, confirmed by the broker, and for questions. */
  readonly publisher: ConfirmChannel;
  /** Told by its correlation id when a message came back because no queue would have it. */
  readonly returned: Map<string, () => void>;
}

/** Deliveries of one piece, all crashes counted, after which the broker itself sets it aside (D). */
const DELIVERY_LIMIT = 50;

/**
 * Keeps a connection to the broker, with growing pauses between attempts. Whatever closes one channel closes the
 * connection: the broker then has every unacknowledged piece back, and all begins anew.
 */
export class Broker {
  readonly #queues: Queues;
  readonly #connection: RecoveringChannelModel;
  readonly #joined: (session: Session) => Promise<void>;
  #session: Session | undefined;
  #waiters: (() => void)[] = [];
  /** Why there is no connection; undefined while there is one. */
  fault: unknown = new Error('not connected yet');

  private constructor(
    connection: RecoveringChannelModel,
    queues: Queues,
    joined: (session: Session) => Promise<void>,
  ) {
    this.#connection = connection;
    this.#queues = queues;
    this.#joined = joined;
  }

  /**
   * Resolves after the first attempt, whatever came of it.
   * @param url without settings of ours.
   * @param joined begins to receive on every new connection.
   */
  static async open(
    url: string,
    queues: Queues,
    joined: (session: Session) => Promise<void>,
  ): Promise<Broker> {
    const opened = Promise.withResolvers<Broker>();
    const connection = await amqp.connect(`${url}?heartbeat=${HEARTBEAT_S}`, {
      noDelay: true,
      keepAlive: true,
      timeout: CONNECT_MS,
      recovery: {
        maxDelay: LONGEST_PAUSE_MS,
        waitForConnect: false,
        setup: async (model: ChannelModel) => (await opened.promise).#join(model),
      },
    });
    const broker = new Broker(connection, queues, joined);
    const down = (fault: unknown): void => {
      broker.#session = undefined;
      broker.fault = fault;
    };
    connection.on('connect-failed', down);
    connection.on('disconnect', down);
    connection.on('error', down);
    connection.on('connect', () => broker.#up());
    opened.resolve(broker);
    await new Promise<void>((resolve) => {
      connection.once('connect', () => resolve());
      connection.once('connect-failed', () => resolve());
    });
    return broker;
  }

  get session(): Session | undefined {
    return this.#session;
  }

  /** The connection, waiting for one at most so long; undefined if there is none by then. */
  async connected(withinMs: number): Promise<Session | undefined> {
    if (this.#session === undefined && withinMs > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.#waiters.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return this.#session;
  }

  async close(): Promise<void> {
    this.#session = undefined;
    await this.#connection.close();
    this.#wake();
  }

  async #join(model: ChannelModel): Promise<void> {
    // Until the library listens itself, a connection lost here would end the process.
    model.on('error', () => undefined);
    const publisher = await model.createConfirmChannel();
    closeWith(publisher, model);
    await this.#declare(publisher);
    // First known, then joined: who begins to receive in between joins by himself.
    const returned = new Map<string, () => void>();
    publisher.on('return', ({ properties }) => returned.get(String(properties.correlationId))?.());
    this.#session = { model, publisher, returned };
    await this.#joined(this.#session);
  }

  #up(): void {
    this.fault = undefined;
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }

  /**
   * Both ends declare a queue alike, or the broker would refuse the second. Quorum queues count deliveries, and hand
   * a piece that kills every reader to the failed queue without losing it on the way.
   */
  async #declare(channel: ConfirmChannel): Promise<void> {
    const { out, in: inQueue, failed, declare } = this.#queues;
    const names = [out, inQueue, failed];
    if (!declare) {
      for (const name of names) await channel.checkQueue(name);
      return;
    }
    for (const name of names) {
      const aside = name === failed ? {} : deadLetters(name === inQueue ? failed : failedOf(name));
      await channel.assertQueue(name, {
        durable: true,
        arguments: { 'x-queue-type': 'quorum', ...aside },
      });
    }
  }
}

function deadLetters(failed: string): Record<string, unknown> {
  return {
    'x-delivery-limit': DELIVERY_LIMIT,
    'x-dead-letter-exchange': '',
    'x-dead-letter-routing-key': failed,
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  };
}

/** The queue beside an incoming one where pieces are set aside. */
export function failedOf(queue: string): string {
  return `${queue}.failed`;
}

/** A channel the broker closes takes the connection with it. */
export function closeWith(
  channel: ConfirmChannel | Awaited<ReturnType<ChannelModel['createChannel']>>,
  model: ChannelModel,
): void {
  channel.on('error', () => undefined);
  channel.on('close', () => {
    model.close().catch(() => undefined);
  });
}

/** Why there is no connection, in a word: a code of the network or the broker's own sentence, never the address. */
export function reasonOf(fault: unknown): string {
  const code = codeOf(fault);
  if (/^[A-Z]/.test(code)) return code;
  return fault instanceof Error ? fault.message.slice(0, 200) : String(fault);
}
