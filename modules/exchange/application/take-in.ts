import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import { type CebMessage, type CodeLists, checkFields, decode, messageTables, type Root } from '#ceb';
import { keyFields } from '#documents';
import type { Finding } from '#kernel';
import type { Vault } from '#vault';
import type { IncomingPaper, PaperOutcome } from './batch.ts';
import type { Elsewhere, IncomingMessage, MessageAnswer } from './elsewhere.ts';
import type { DocumentHandler, Sender } from './handler.ts';
import type { Inbox } from './inbox.ts';
import type { Onward } from './onward.ts';
import { rightOver } from './rights.ts';
import { judgeSignature, type SignatureSettings, type SignatureVerdict } from './signature-check.ts';

const compress = promisify(zstdCompress);
const evidenceLevel = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export interface TakeInSettings {
  readonly inbox: Inbox;
  /** Digests what documents hold. */
  readonly vault: Vault;
  readonly handlers: readonly DocumentHandler[];
  readonly now: () => Date;
  readonly returnTime: (at: Date) => string;
  /** Whether a code stands in a list of the standard on the day of receipt. */
  readonly codeLists: CodeLists;
  /** Asked first of every message that can be read and is its sender's own. */
  readonly elsewhere?: Elsewhere | undefined;
  readonly onward?: Onward | undefined;
  /** How signatures count; not at all without it. */
  readonly signatures?: SignatureSettings | undefined;
}

/** Status of a format receipt for what has no code of its own, as port platforms send it. */
const unknownFormatStatus = '-999999';

/** Status a format receipt carries for each kind of message: a waybill that cannot be read has a code of its own. */
function formatStatus(root: string | undefined): string {
  if (root === 'CEB511Message') return '-504000';
  return (isRoot(root) && messageTables[root].answerCodes?.invalid) || unknownFormatStatus;
}

const isRoot = (root: string | undefined): root is Root =>
  root !== undefined && Object.hasOwn(messageTables, root);

/** Takes one message in: decode, check, make durable, answer. Bad input is kept with its findings. */
export class TakeIn {
  readonly #settings: TakeInSettings;
  readonly #handlers: ReadonlyMap<string, DocumentHandler>;

  constructor(settings: TakeInSettings) {
    this.#settings = settings;
    this.#handlers = new Map(settings.handlers.map((handler) => [handler.root, handler]));
  }

  /** @param unsigned whether the signature its schema asks for may be missing: of a message the platform itself writes */
  async take(bytes: Buffer, sender: Sender, unsigned = false): Promise<MessageAnswer> {
    const receivedAt = this.#settings.now();
    const messageId = messageIdAt(receivedAt);
    // Compression runs beside the main thread while it decodes.
    const evidence = compress(bytes, evidenceLevel);
    const decoded = decode(bytes, { unsigned });
    const { message } = decoded;
    const judgedElsewhere =
      message && (await this.#elsewhere({ message, bytes, sender, messageId, receivedAt, evidence }));
    if (judgedElsewhere) return judgedElsewhere;
    const handler = message && this.#handlers.get(message.root);
    const refusals = message ? this.#refusals(message, handler, sender) : decoded.findings;
    if (!message || !handler || refusals.length > 0) {
      const findings = refusals.length > 0 ? refusals : decoded.findings;
      await this.#refuse(
        await evidence,
        bytes.length,
        { sender, messageId, receivedAt },
        decoded.root,
        findings,
      );
      return {
        messageId,
        root: decoded.root,
        guid: message?.guid,
        verdict: 'refused',
        findings,
        documents: [],
      };
    }
    const signature = await judgeSignature(this.#settings.signatures, message, bytes, sender);
    const papers = this.#papers(message, handler, { sender, messageId, receivedAt }, signature);
    const outcomes = await this.#settings.inbox.submit({
      record: {
        sender: sender.customsCode,
        messageId,
        receivedAt,
        root: message.root,
        guid: message.guid,
        sizeBytes: bytes.length,
        verdict: 'taken',
        documentCount: papers.length,
        findings: [
          ...signature.reported.map(({ code }) => ({ index: -1, code })),
          ...papers.flatMap((paper, index) => paper.findings.map(({ code }) => ({ index, code }))),
        ],
        content: await evidence,
      },
      papers,
      receipts: [],
    });
    const documents = papers.map((paper, index) => ({
      index,
      key: businessKey(handler, paper.document.head),
      ...(outcomes[index] as PaperOutcome),
    }));
    const { root, guid } = message;
    return { messageId, root, guid, verdict: 'taken', findings: signature.reported, documents };
  }

  async #elsewhere(incoming: Omit<IncomingMessage, 'check'>): Promise<MessageAnswer | undefined> {
    const { elsewhere, codeLists } = this.#settings;
    const { message, sender } = incoming;
    if (!elsewhere || wrongSender(message, sender)) return undefined;
    return elsewhere({ ...incoming, check: () => checkFields(message, codeLists) });
  }

  #refusals(message: CebMessage, handler: DocumentHandler | undefined, sender: Sender): readonly Finding[] {
    const own = messageRefusals(message, handler, [...this.#handlers.keys()], sender);
    return own.length > 0 ? own : (this.#settings.onward?.refusals(message, sender) ?? []);
  }

  #papers(
    message: CebMessage,
    handler: DocumentHandler,
    from: { sender: Sender; messageId: string; receivedAt: Date },
    signature: SignatureVerdict,
  ): IncomingPaper[] {
    const checked = [...signature.held, ...checkFields(message, this.#settings.codeLists)];
    // What is wrong with the message as a whole is wrong with each of its documents.
    const general = checked.filter(({ index }) => index < 0);
    return message.documents.map((document, index) => {
      const own =
        checked.length === 0 ? [] : [...general, ...checked.filter((found) => found.index === index)];
      const right = rightOver(handler, document.head, from.sender);
      const returnCode = own.find((found) => found.returnCode !== undefined)?.returnCode;
      return {
        handler,
        document,
        prepared: handler.table.prepare(document, this.#settings.vault),
        key: handler.table.keyOf(document.head),
        orderNo: spreadOf(handler, document.head),
        ...from,
        sentFor: right.may ? right.sentFor : undefined,
        findings: [
          ...own.map(({ finding }) => finding),
          ...(handler.wrongIn?.(document) ?? []),
          ...(right.may ? [] : [right.finding]),
        ],
        ...(returnCode === undefined ? {} : { returnCode }),
      };
    });
  }

  /** Keeps the message and answers as the standard's CEB900 does. */
  async #refuse(
    content: Buffer,
    sizeBytes: number,
    from: { sender: Sender; messageId: string; receivedAt: Date },
    root: string | undefined,
    findings: readonly Finding[],
  ): Promise<void> {
    const { sender, messageId, receivedAt } = from;
    const info = findings
      .map(({ code, path, message }) => `[Code:${code};Desc:${path} ${message.zh}]`)
      .join('');
    await this.#settings.inbox.submit({
      record: {
        sender: sender.customsCode,
        messageId,
        receivedAt,
        root,
        guid: undefined,
        sizeBytes,
        verdict: 'refused',
        documentCount: 0,
        findings,
        content,
      },
      papers: [],
      receipts: [
        {
          recipient: sender.customsCode,
          type: 'CEB900',
          orderNo: null,
          returnStatus: formatStatus(root),
          returnTime: this.#settings.returnTime(receivedAt),
          returnInfo: [...info].slice(0, 5000).join(''),
          body: { guid: messageId.toUpperCase(), oriCopMsgId: messageId, oriMessageType: typeName(root) },
        },
      ],
    });
  }
}

/** `oriMessageType` holds 15 characters; what is no message of the standard is `Unknown`. */
const typeName = (root: string | undefined): string =>
  root && /^CEB\d{3}Message$/.test(root) ? root : 'Unknown';

function messageRefusals(
  message: CebMessage,
  handler: DocumentHandler | undefined,
  taken: readonly string[],
  sender: Sender,
): Finding[] {
  const foreign = wrongSender(message, sender);
  if (foreign && message.transfer) return [foreign];
  return handler ? [] : [notTaken(message.root, taken)];
}

/** A message is sent by the enterprise whose key is used; undefined where it is. */
function wrongSender(message: CebMessage, sender: Sender): Finding | undefined {
  const copCode = message.transfer?.copCode;
  if (copCode === sender.customsCode) return undefined;
  return {
    code: 'EXCHANGE-SENDER',
    level: 'business',
    path: 'BaseTransfer/copCode',
    message: {
      zh: `传输企业代码 ${copCode} 与所用密钥的企业 ${sender.customsCode} 不一致`,
      en: `copCode ${copCode} is not the enterprise of the key, ${sender.customsCode}`,
    },
    remedy: {
      zh: '改正 BaseTransfer/copCode，或换用该企业的密钥',
      en: 'Correct BaseTransfer/copCode, or use a key of that enterprise',
    },
    rule: 'R-1.11',
  };
}

/** A sound message that nobody here takes in: sent by customs, or a declaration this platform does not handle. */
function notTaken(root: Root, taken: readonly string[]): Finding {
  const declared = messageTables[root].kind === 'declaration';
  const types = taken.map((one) => one.replace(/Message$/, ''));
  return {
    code: 'EXCHANGE-NOT-TAKEN',
    level: 'business',
    path: root,
    message: declared
      ? { zh: `本平台不接收 ${root}`, en: `This platform does not take in ${root}` }
      : {
          zh: '此类报文由海关发出，不接收申报',
          en: 'Messages of this type come from customs; they are not taken in',
        },
    remedy: {
      zh: `请发送 ${types.join('、')} 报文`,
      en: `Send one of these messages: ${types.join(', ')}`,
    },
  };
}

type KeyFields = Readonly<Record<string, string | number | undefined>>;

function businessKey(handler: DocumentHandler, head: object): Record<string, string> {
  const fields = head as KeyFields;
  return Object.fromEntries(keyFields(handler.table.shape).map((name) => [name, String(fields[name] ?? '')]));
}

/** The number a document lies by: its order's, or another where its kind names no order. */
const spreadOf = (handler: DocumentHandler, head: object): string =>
  String((head as KeyFields)[handler.table.shape.spread ?? 'orderNo']);

/** A UUID of version 7: sorts by time of receipt. */
function messageIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
