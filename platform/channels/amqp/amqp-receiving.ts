import { createHash } from 'node:crypto';
import type { Channel as AmqpChannelOfModel, ConsumeMessage } from 'amqplib';
import { pauseAfter, type ReceivingSettings } from '../address.ts';
import { isPieceName, NotReadyError, type Piece, type Receiving } from '../channel.ts';
import { noteOf, TooLargeError } from '../note.ts';
import { closeWith, type Session } from './broker.ts';

/** What a receiving needs of its channel. */
export interface Surroundings {
  readonly queue: string;
  readonly settings: ReceivingSettings;
  /** Puts a piece into the failed queue; resolves when the broker has it for good. */
  readonly setAside: (piece: Piece, note: string) => Promise<void>;
}

/** A connection's consumer, and whether it is still of any use. */
interface Consumer {
  readonly channel: AmqpChannelOfModel;
  readonly tag: string;
  gone: boolean;
}

/**
 * Reads the pieces of a queue over whatever connection there is. A piece is acknowledged when it is handled; a
 * connection lost before that has the broker give it again.
 */
export class AmqpReceiving implements Receiving {
  readonly #handle: (piece: Piece) => Promise<void>;
  readonly #surroundings: Surroundings;
  readonly #inHand = new Set<Promise<void>>();
  #consumer: Consumer | undefined;
  #stopping = Promise.withResolvers<void>();
  #stopped = false;
  #refusals = 0;

  constructor(surroundings: Surroundings, handle: (piece: Piece) => Promise<void>) {
    this.#surroundings = surroundings;
    this.#handle = handle;
  }

  get held(): number {
    return this.#inHand.size;
  }

  /** Begins to receive on a connection. */
  async join({ model }: Session): Promise<void> {
    if (this.#stopped) return;
    const channel = await model.createChannel();
    closeWith(channel, model);
    await channel.prefetch(this.#surroundings.settings.atOnce);
    const consumer: Consumer = { channel, tag: `chama-${crypto.randomUUID()}`, gone: false };
    channel.on('close', () => {
      consumer.gone = true;
    });
    this.#consumer = consumer;
    await channel.consume(
      this.#surroundings.queue,
      (message) => {
        // The broker ends a consumer whose queue was taken away: begin anew.
        if (message === null) channel.close().catch(() => undefined);
        else this.#take(consumer, message);
      },
      { consumerTag: consumer.tag },
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopping.resolve();
    const consumer = this.#consumer;
    if (consumer && !consumer.gone) await consumer.channel.cancel(consumer.tag).catch(() => undefined);
    await Promise.all(this.#inHand);
    if (consumer && !consumer.gone) {
      consumer.channel.removeAllListeners('close');
      await consumer.channel.close().catch(() => undefined);
    }
  }

  #take(consumer: Consumer, message: ConsumeMessage): void {
    const done = this.#give(consumer, message).catch(() => {
      // It could be neither handled nor set aside: back to the broker, unless it has it back already.
      if (!consumer.gone) consumer.channel.nack(message, false, true);
    });
    this.#inHand.add(done);
    done.finally(() => this.#inHand.delete(done));
  }

  /** Gives one piece until it is handled or set aside, or the receiving or the connection ends. */
  async #give(consumer: Consumer, message: ConsumeMessage): Promise<void> {
    const { settings, setAside } = this.#surroundings;
    const piece = { name: nameOf(message), bytes: new Uint8Array(message.content) };
    for (let failures = 0; !this.#stopped && !consumer.gone; ) {
      const fault = await this.#handled(piece);
      if (fault === undefined) {
        if (!consumer.gone) consumer.channel.ack(message);
        return;
      }
      if (fault instanceof NotReadyError) this.#refusals += 1;
      else failures += 1;
      if (failures >= settings.tries || fault instanceof TooLargeError) {
        await setAside(piece, noteOf(piece.name, failures, fault));
        if (!consumer.gone) consumer.channel.ack(message);
        return;
      }
      await this.#pause(pauseAfter(Math.max(failures, this.#refusals), settings.pauseMs));
    }
    if (!consumer.gone) consumer.channel.nack(message, false, true);
  }

  /** Why the piece was not handled; undefined if it was. */
  async #handled(piece: Piece): Promise<Error | undefined> {
    const { mostBytes } = this.#surroundings.settings;
    try {
      if (piece.bytes.length > mostBytes) throw new TooLargeError(piece.bytes.length, mostBytes);
      await this.#handle(piece);
      this.#refusals = 0;
      return undefined;
    } catch (fault) {
      return fault instanceof Error ? fault : new Error(String(fault));
    }
  }

  async #pause(ms: number): Promise<void> {
    const up = Promise.withResolvers<void>();
    const timer = setTimeout(up.resolve, ms);
    await Promise.race([up.promise, this.#stopping.promise]);
    clearTimeout(timer);
  }
}

/** The name the sender gave, or one made of the bytes: the same piece has the same name in either case. */
function nameOf({ properties, content }: ConsumeMessage): string {
  const given: unknown = properties.messageId;
  if (typeof given === 'string' && isPieceName(given)) return given;
  return `sha256-${createHash('sha256').update(content).digest('hex')}`;
}
