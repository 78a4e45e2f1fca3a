import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { decode } from '#ceb';
import { type Channel, ChannelError } from '#channels';
import { record } from '#journal';
import type { Finding } from '#kernel';
import { answerPauseMs, faultPauseMs } from '../domain/patience.ts';
import {
  type Claimed,
  claimDue,
  giveUp,
  keepSigned,
  markFailed,
  markSent,
  noteFault,
} from '../storage/dispatches.ts';
import { copMsgIdOf, type LinkPorts } from './ports.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

export interface DispatcherSettings {
  /** Messages handed over at the same time; so many at most are sent twice when the server dies. */
  readonly atOnce: number;
  /** How long a message taken in hand is left to who took it, milliseconds. */
  readonly inHandMs: number;
  /** How often it is looked for what is due, milliseconds. */
  readonly lookMs: number;
}

/** The message cannot be put into an envelope, today or tomorrow. */
class Unsendable extends Error {}

/**
 * Sends what is to be handed to an agency: new messages at once, unanswered ones again. A message is sent at least
 * once and under one identity, so that whoever gets it twice can answer it as a repeat.
 */
export class Dispatcher {
  readonly #ports: LinkPorts;
  readonly #channel: Channel;
  readonly #settings: DispatcherSettings;
  #stopped = false;
  #nudged = false;
  #wake: AbortController | undefined;
  #running: Promise<void> | undefined;

  constructor(ports: LinkPorts, channel: Channel, settings: DispatcherSettings) {
    this.#ports = ports;
    this.#channel = channel;
    this.#settings = settings;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something may be due now. */
  nudge(): void {
    this.#nudged = true;
    this.#wake?.abort();
  }

  /** Finishes what is in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.nudge();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#nudged = false;
      try {
        await this.#giveUp();
        while (!this.#stopped && (await this.#sendSome())) this.#nudged = false;
      } catch (error) {
        this.#ports.fault(error);
      }
      if (!this.#nudged) await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    this.#wake = new AbortController();
    await pause(this.#settings.lookMs, undefined, { signal: this.#wake.signal }).catch(() => undefined);
    this.#wake = undefined;
  }

  /** Sends as many as go at once; true when there may be more. */
  async #sendSome(): Promise<boolean> {
    const { database, agency, now, patience } = this.#ports;
    const { atOnce, inHandMs } = this.#settings;
    const at = now();
    const when = { at, until: new Date(at.getTime() + inHandMs) };
    const claimed = await claimDue(database, agency, when, atOnce, patience.mostTries);
    const went = await Promise.all(claimed.map((message) => this.#sendInTime(message)));
    const sent = claimed.filter((_, i) => went[i]);
    const sentAt = now();
    if (sent.length > 0)
      await markSent(
        database,
        agency,
        sentAt,
        sent.map(({ sender, messageId, tries }) => ({
          ...{ sender, messageId },
          dueAt: new Date(sentAt.getTime() + answerPauseMs(patience, tries + 1)),
        })),
      );
    return claimed.length === atOnce;
  }

  /** A hand-over or a key that hangs is waited for as long as the message is ours; then it is due again, here or elsewhere. */
  async #sendInTime(message: Claimed): Promise<boolean> {
    const { inHandMs } = this.#settings;
    const sending = this.#send(message);
    // What comes of it too late is nobody's affair any more.
    sending.catch(() => undefined);
    const over = new AbortController();
    const late = pause(inHandMs, undefined, { signal: over.signal }).catch(() => undefined);
    const went = await Promise.race([sending, late]).finally(() => over.abort());
    if (went !== undefined) return went;
    this.#ports.fault(
      new Error(`${message.root} ${message.messageId} was not handed over within ${inHandMs} ms`),
    );
    return false;
  }

  async #send(message: Claimed): Promise<boolean> {
    const { database, agency, now, patience } = this.#ports;
    try {
      const bytes = await this.#enveloped(message);
      await this.#channel.send({ name: `${message.root}_${copMsgIdOf(message.messageId)}.xml`, bytes });
      return true;
    } catch (error) {
      if (error instanceof Unsendable) await markFailed(database, agency, message, error.message);
      else {
        const dueAt = new Date(now().getTime() + faultPauseMs(patience, message.faults + 1));
        await noteFault(database, agency, message, wordsOf(error), dueAt);
        // What the medium refuses is said once and shown with the message; anything else is a fault of ours.
        if (!(error instanceof ChannelError) || message.faults === 0) this.#ports.fault(error);
      }
      return false;
    }
  }

  async #enveloped(claimed: Claimed): Promise<Uint8Array> {
    const { sender, messageId, root } = claimed;
    const message = claimed.signed ? await decompress(claimed.signed) : await this.#asItGoes(claimed);
    const senderId = decode(message, { unsigned: true }).message?.transfer?.dxpId ?? '';
    const enclosed = await this.#ports.mail.enclose(message, {
      ...{ senderId, root },
      copMsgId: copMsgIdOf(messageId),
      at: this.#ports.now(),
    });
    if (enclosed instanceof Uint8Array) return enclosed;
    throw unsendable(sender, enclosed);
  }

  /** As the enterprise sent it; where it did not sign and the operator holds its key, signed for it, once. */
  async #asItGoes(claimed: Claimed): Promise<Uint8Array> {
    const { database, agency, mail, evidence } = this.#ports;
    const { sender, messageId } = claimed;
    const message = await evidence(sender, messageId);
    if (!message) throw new Unsendable(`${messageId}: 报文原文不存在。There is no evidence of the message.`);
    if (decode(message, { unsigned: true }).message?.signature) return message;
    const signed = await mail.sign(message, sender);
    if (!signed) return message;
    if (!(signed instanceof Uint8Array)) throw unsendable(sender, signed);
    await keepSigned(database, agency, claimed, await compress(signed));
    return signed;
  }

  async #giveUp(): Promise<void> {
    const { database, agency, now, patience } = this.#ports;
    const at = now();
    await database.transaction(async (client) => {
      const lost = await giveUp(client, agency, at, patience.mostTries);
      if (lost.length === 0) return;
      await record(
        client,
        lost.map(({ sender, messageId, root, tries }) => ({
          at,
          kind: 'dispatch-lost',
          subject: `${agency}/${messageId}`,
          body: { agency, sender, messageId, root, tries },
        })),
      );
    });
  }
}

const unsendable = (sender: string, findings: readonly Finding[]): Unsendable =>
  new Unsendable(`${sender}: ${findings.map(sentenceOf).join(' ')}`);

const sentenceOf = ({ code, message }: Finding): string => `[${code}] ${message.zh} ${message.en}`;

/** What the operator reads beside the message. */
function wordsOf(error: unknown): string {
  if (error instanceof ChannelError) return `${error.sentence.zh} ${error.sentence.en}`;
  return error instanceof Error ? error.message : String(error);
}
