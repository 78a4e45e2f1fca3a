import { randomUUID } from 'node:crypto';
import { type CebMessage, decode, type TransInfo, type Unwrapped, unwrap } from '#ceb';
import { type Channel, NotReadyError, type Piece, type Receiving } from '#channels';
import type { MessageAnswer, Sender } from '#exchange';
import type { Database } from '#postgres';
import { rememberMessage } from '../storage/dxp-peers.ts';
import { envelopeCode, headIn } from './envelopes.ts';
import { formatReceipt, platformReply } from './letters.ts';
import { ReceiptPost } from './receipt-post.ts';

/** Who transmits a message, by its BaseTransfer. */
export interface Firm {
  readonly customsCode: string;
  readonly name: string;
  readonly dxpId: string;
}

export interface DxpFrontSettings {
  readonly channel: Channel;
  readonly database: Database;
  readonly now: () => Date;
  readonly take: (bytes: Buffer, sender: Sender) => Promise<MessageAnswer>;
  /** The enterprise a message names, let in if it is not known yet; undefined when its code is none or there is no room. */
  readonly admit: (firm: Firm) => Promise<(Sender & { readonly dxpId: string | undefined }) | undefined>;
  /** The enterprise registered under a DXP number. */
  readonly byDxpId: (dxpId: string) => Promise<Sender | undefined>;
  readonly fault: (error: unknown) => void;
}

/** A sender who is not the one in the message, as seen in receipts of orders. */
const SENDER_REFUSED = '-301008';

/**
 * Customs' end of the exchange platform: takes envelopes from a channel, hands the messages in them to the same judges
 * as any other, and sends back whatever receipts their senders get. At least once both ways: a message that comes
 * again is a repeat, and its receipts are sent again.
 */
export class DxpFront {
  readonly #settings: DxpFrontSettings;
  readonly #post: ReceiptPost;
  #receiving: Receiving | undefined;

  constructor(settings: DxpFrontSettings) {
    this.#settings = settings;
    this.#post = new ReceiptPost(settings);
  }

  start(): void {
    this.#receiving = this.#settings.channel.receive((piece) => this.#handle(piece));
    this.#post.start();
  }

  async stop(): Promise<void> {
    await this.#receiving?.stop();
    await this.#post.stop();
    await this.#settings.channel.close();
  }

  async #handle(piece: Piece): Promise<void> {
    const unwrapped = unwrap(piece.bytes);
    const info = unwrapped.dxpMsg?.TransInfo;
    if (!info) return this.#unreadable(piece, unwrapped);
    const { message: bytes = new Uint8Array() } = unwrapped;
    const { message } = decode(bytes);
    const refused = envelopeCode(unwrapped, message);
    if (refused) return this.#send(platformReply(info, refused.code, refused.text, this.#settings.now()));
    const objection = await this.#deliver(info, unwrapped, message);
    if (objection) await this.#send(this.#objected(info, bytes, objection));
  }

  /** What cannot be answered is left to the channel, which sets it aside with this note. */
  async #unreadable({ bytes }: Piece, { dxpRep, findings }: Unwrapped): Promise<void> {
    if (dxpRep) return;
    const info = headIn(new TextDecoder().decode(bytes));
    const [finding] = findings;
    if (!info) throw new Error(`No envelope whose sender could be told: ${finding?.message.en ?? ''}`);
    const text = `${finding?.path ?? ''} ${finding?.message.zh ?? ''}`.trim();
    await this.#send(platformReply(info, '0002', text, this.#settings.now()));
  }

  /** Hands the message in; what it is not taken for is answered in customs' words. */
  async #deliver(
    info: TransInfo,
    { findings, message: bytes = new Uint8Array() }: Unwrapped,
    message: CebMessage | undefined,
  ): Promise<string | undefined> {
    const differs = findings.find(({ code }) => code === 'DXP-SENDER');
    if (differs) return differs.message.zh;
    const sender = await this.#senderOf(info, message);
    if (typeof sender === 'string') return sender;
    const { database, take } = this.#settings;
    const { customsCode } = sender;
    await this.#post.remember({ customsCode, dxpId: info.SenderId });
    await this.#post.whileTaking(async () => {
      const answer = await take(Buffer.from(bytes), sender).catch((fault: unknown) => {
        throw new NotReadyError(fault);
      });
      await rememberMessage(database, customsCode, answer.messageId, info.CopMsgId);
      await this.#post.repeat({ customsCode, dxpId: info.SenderId }, message, answer);
    });
    return undefined;
  }

  /** The sender, or why there is none. */
  async #senderOf(info: TransInfo, message: CebMessage | undefined): Promise<Sender | string> {
    const { admit, byDxpId } = this.#settings;
    const transfer = message?.transfer;
    if (!transfer) {
      const known = await byDxpId(info.SenderId);
      return known ?? `发送方 ${info.SenderId} 未在沙箱登记，报文又无法读出其企业`;
    }
    const firm = { customsCode: transfer.copCode, name: transfer.copName, dxpId: transfer.dxpId };
    const sender = await admit(firm);
    if (!sender) return `企业代码 ${firm.customsCode} 无效（-10102）`;
    if (sender.dxpId === undefined || sender.dxpId === info.SenderId) return sender;
    return `客户端协议发送方的senderId ${info.SenderId} 与企业 ${sender.customsCode} 的传输编号 ${sender.dxpId} 不一致`;
  }

  #objected(info: TransInfo, content: Uint8Array, text: string): Piece {
    const refusal = { status: SENDER_REFUSED, info: `[Code:${SENDER_REFUSED};Desc:${text}]` };
    return formatReceipt(info, content, refusal, randomUUID().toUpperCase(), this.#settings.now());
  }

  async #send(piece: Piece): Promise<void> {
    await this.#settings.channel.send(piece);
  }
}
