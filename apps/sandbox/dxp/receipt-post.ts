import { answerType, type CebMessage } from '#ceb';
import type { Channel } from '#channels';
import { type FetchedReceipt, type MessageAnswer, receiptMessages, receiptsAfter } from '#exchange';
import type { Database } from '#postgres';
import {
  copMsgIdOf,
  type DxpPeer,
  dxpPeers,
  knowsPeer,
  moveCursor,
  rememberPeer,
} from '../storage/dxp-peers.ts';
import { receiptLetter } from './letters.ts';

export interface ReceiptPostSettings {
  readonly channel: Channel;
  readonly database: Database;
  readonly now: () => Date;
  readonly fault: (error: unknown) => void;
}

/** How often receipts are looked for, milliseconds (D). */
const lookMs = 250;
/** Receipts read at once. */
const pageSize = 500;
/** From the first receipt. */
const START = '0.0';

type Addressee = Pick<DxpPeer, 'customsCode' | 'dxpId'>;

/** Sends enterprises that speak DXP whatever receipts they get, each at least once and from where it stopped. */
export class ReceiptPost {
  readonly #settings: ReceiptPostSettings;
  #sending: Promise<void> | undefined;
  #stopped = false;
  #pause: { readonly timer: NodeJS.Timeout; readonly end: () => void } | undefined;
  /** Messages being taken in, whose CopMsgId is not known yet. */
  #taking = 0;

  constructor(settings: ReceiptPostSettings) {
    this.#settings = settings;
  }

  start(): void {
    this.#sending = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#pause?.timer);
    this.#pause?.end();
    await this.#sending;
  }

  /** Format receipts wait for the end of it: they name the CopMsgId of a message that is remembered last. */
  async whileTaking(work: () => Promise<void>): Promise<void> {
    this.#taking += 1;
    await work().finally(() => {
      this.#taking -= 1;
    });
  }

  /** From its first word on, an enterprise gets its receipts by DXP; those it had before stay where they are. */
  async remember({ customsCode, dxpId }: Addressee): Promise<void> {
    const { database } = this.#settings;
    let cursor = START;
    if (!(await knowsPeer(database, customsCode))) {
      for (;;) {
        const page = await receiptsAfter(database, customsCode, cursor, pageSize);
        if (page.length === 0) break;
        cursor = page.at(-1)?.cursor ?? cursor;
      }
    }
    await rememberPeer(database, { customsCode, dxpId, cursor });
  }

  /** Who sends a paper again has lost its receipts: they go once more. */
  async repeat(to: Addressee, message: CebMessage | undefined, answer: MessageAnswer): Promise<void> {
    const repeated = answer.documents.filter(({ verdict }) => verdict === 'repeated');
    if (!message || repeated.length === 0) return;
    const guids = new Set(repeated.map(({ index }) => guidOf(message, index)));
    const type = answerType(message.root);
    for (let cursor = START; ; ) {
      const page = await receiptsAfter(this.#settings.database, to.customsCode, cursor, pageSize, type);
      if (page.length === 0) return;
      cursor = page.at(-1)?.cursor ?? cursor;
      await this.#send(
        page.filter(({ body }) => guids.has(String(body.guid))),
        to,
      );
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        for (const peer of await dxpPeers(this.#settings.database)) await this.#sendNew(peer);
      } catch (error) {
        this.#settings.fault(error);
      }
      if (!this.#stopped) await this.#rest(lookMs);
    }
  }

  #rest(forMs: number): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#pause = { timer: setTimeout(resolve, forMs), end: resolve };
    });
  }

  async #sendNew(peer: DxpPeer): Promise<void> {
    const { database } = this.#settings;
    for (let { cursor } = peer; !this.#stopped; ) {
      const page = await receiptsAfter(database, peer.customsCode, cursor, pageSize);
      const next = page.at(-1)?.cursor;
      if (!next) return;
      await this.#send(page, peer);
      await moveCursor(database, peer.customsCode, next);
      cursor = next;
    }
  }

  async #send(receipts: readonly FetchedReceipt[], { customsCode, dxpId }: Addressee): Promise<void> {
    const { channel, database, now } = this.#settings;
    for (const receipt of receipts) {
      const { messages } = await receiptMessages(database, [receipt]);
      const identity = `${customsCode}-${receipt.cursor.replace('.', '-')}`;
      for (const message of messages) {
        const text = receipt.type === 'CEB900' ? await this.#named(receipt, message) : message;
        await channel.send(receiptLetter(text, { dxpId, identity }, now()));
      }
    }
  }

  /** A format receipt names the envelope its message came in, which is what its sender knows it by. */
  async #named({ recipient, body }: FetchedReceipt, message: string): Promise<string> {
    const messageId = String(body.oriCopMsgId);
    let copMsgId = await copMsgIdOf(this.#settings.database, recipient, messageId);
    while (copMsgId === undefined && this.#taking > 0 && !this.#stopped) {
      await this.#rest(20);
      copMsgId = await copMsgIdOf(this.#settings.database, recipient, messageId);
    }
    return copMsgId === undefined
      ? message
      : message.replace(`<oriCopMsgId>${messageId}<`, () => `<oriCopMsgId>${escaped(copMsgId)}<`);
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function guidOf(message: CebMessage, index: number): string {
  const documents = message.documents as readonly { readonly head: { readonly guid: string } }[];
  return documents[index]?.head.guid ?? '';
}
