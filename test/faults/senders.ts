import { setTimeout as sleep } from 'node:timers/promises';
import { type Batch, makeBatch } from '../../apps/demo/batches.ts';
import type { PaperKind } from '../../apps/demo/papers.ts';
import { createRandom } from '../../apps/demo/random.ts';
import type { PlatformUnderLoad } from '../load/platform.ts';

const TRY_AGAIN_MS = 40;
/** A server that lives has answered by then, however busy the machine is. */
const ANSWER_LIMIT_MS = 30_000;
const BATCHES_AT_ONCE = 4;
const READ_WAIT_SECONDS = 1;

/** A document its sender has been told is taken. */
export interface Acknowledged {
  readonly kind: PaperKind;
  /** The business key, in the standard's names. */
  readonly key: Readonly<Record<string, string>>;
}

export interface ReceiptRead {
  readonly cursor: string;
  readonly orderNo: string;
  readonly returnStatus: string;
}

interface Answer {
  readonly documents: readonly { readonly key: Record<string, string>; readonly verdict: string }[];
}

/**
 * Programs of enterprises that send without end, and read their receipts: what has no answer is sent again, byte
 * for byte, until it has one.
 */
export class Senders {
  readonly acknowledged: Acknowledged[] = [];
  /** What must become of each list, by order number. */
  readonly expected = new Map<string, string>();
  /** What the readers got that never looked back, by firm. */
  readonly read = new Map<string, ReceiptRead[]>();
  /** Answers that were none: broken off, or a fault. */
  readonly unanswered = { broken: 0, faults: [] as string[] };
  readonly #platform: PlatformUnderLoad;
  readonly #seed: string;
  readonly #brokers: readonly string[];
  #sent = 0;
  #sending = true;
  #reading = true;
  #running: Promise<unknown>[] = [];

  constructor(platform: PlatformUnderLoad, seed: string) {
    this.#platform = platform;
    this.#seed = seed;
    this.#brokers = platform.zone.brokers.map(({ customsCode }) => customsCode);
  }

  start(): void {
    this.#running = [
      ...Array.from({ length: BATCHES_AT_ONCE }, () => this.#sendOn()),
      ...this.#brokers.map((broker) => this.#readOn(broker)),
    ];
  }

  /** Sends no new batch; resolves when every message has its answer. The readers read on until `stopReading`. */
  async stopSending(): Promise<void> {
    this.#sending = false;
    await Promise.all(this.#running.slice(0, BATCHES_AT_ONCE));
  }

  async stopReading(): Promise<void> {
    this.#reading = false;
    await Promise.all(this.#running);
  }

  async #sendOn(): Promise<void> {
    while (this.#sending) {
      const batch = this.#nextBatch();
      await Promise.all(batch.messages.map((message) => this.#sendUntilAnswered(message)));
    }
  }

  #nextBatch(): Batch {
    const from = this.#sent;
    const count = 20 + createRandom(`${this.#seed}/${from}`).below(81);
    this.#sent += count;
    const orderedAt = Date.now() - 3_600_000;
    const batch = makeBatch(this.#platform.zone, {
      seed: this.#seed,
      from,
      count,
      faultShare: 0.1,
      orderedAt,
    });
    for (const { number, expected } of batch.dossiers) this.expected.set(`D${number}`, expected.outcome);
    return batch;
  }

  async #sendUntilAnswered({ kind, sender, bytes }: Batch['messages'][number]): Promise<void> {
    for (;;) {
      const answer = await this.#post(sender.customsCode, bytes);
      for (const { key, verdict } of answer?.documents ?? []) {
        if (verdict === 'refused') this.unanswered.faults.push(`${kind} ${key.orderNo} was refused`);
        else this.acknowledged.push({ kind, key });
      }
      if (answer) return;
      await sleep(TRY_AGAIN_MS);
    }
  }

  async #post(customsCode: string, bytes: Uint8Array): Promise<Answer | undefined> {
    try {
      const response = await fetch(`${this.#platform.url}/api/messages`, {
        method: 'POST',
        headers: this.#headers(customsCode),
        body: new Uint8Array(bytes),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as Answer;
      this.unanswered.faults.push(`HTTP ${response.status}: ${text.slice(0, 300)}`);
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError')
        this.unanswered.faults.push(`no answer within ${ANSWER_LIMIT_MS} ms`);
      else this.unanswered.broken += 1;
    }
    return undefined;
  }

  #headers(customsCode: string): Record<string, string> {
    return {
      'content-type': 'application/xml',
      authorization: `Bearer ${this.#platform.keys.get(customsCode)}`,
    };
  }

  /** A reader that keeps its place through every restart. */
  async #readOn(customsCode: string): Promise<void> {
    const receipts: ReceiptRead[] = [];
    this.read.set(customsCode, receipts);
    while (this.#reading) {
      const page = await this.page(customsCode, receipts.at(-1)?.cursor, READ_WAIT_SECONDS).catch(
        () => undefined,
      );
      if (page) receipts.push(...page);
      else await sleep(TRY_AGAIN_MS);
    }
  }

  /** Receipts of a broker's lists after a cursor. */
  async page(customsCode: string, cursor: string | undefined, waitSeconds: number): Promise<ReceiptRead[]> {
    const from = cursor === undefined ? '' : `&cursor=${cursor}`;
    const response = await fetch(
      `${this.#platform.url}/api/receipts?type=CEB622&limit=1000&wait=${waitSeconds}${from}`,
      { headers: this.#headers(customsCode), signal: AbortSignal.timeout(ANSWER_LIMIT_MS) },
    );
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return ((await response.json()) as { receipts: ReceiptRead[] }).receipts;
  }

  /** All receipts of all brokers, read anew from the first. */
  async allReceipts(): Promise<Map<string, ReceiptRead[]>> {
    const all = new Map<string, ReceiptRead[]>();
    for (const broker of this.#brokers) {
      const receipts: ReceiptRead[] = [];
      for (;;) {
        const page = await this.page(broker, receipts.at(-1)?.cursor, 0);
        if (page.length === 0) break;
        receipts.push(...page);
      }
      all.set(broker, receipts);
    }
    return all;
  }
}
