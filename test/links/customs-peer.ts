import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CebMessage, decode, encode, encodeEnvelope, unwrap, wrap } from '#ceb';
import { type Channel, openChannel, type Receiving } from '#channels';
import { chinaStamp } from '#kernel';

/** One document as customs was given it. */
export interface Declared {
  readonly root: string;
  readonly head: Readonly<Record<string, string>>;
  /** How often a message with this identity has come, this time among them. */
  readonly times: number;
  readonly copMsgId: string;
}

/** A message as it came. */
export interface Got {
  readonly copMsgId: string;
  readonly root: string;
  readonly bytes: Uint8Array;
  readonly envelope: Uint8Array;
}

/** What customs says of one document. */
export interface Said {
  readonly status: string;
  readonly info: string;
  /** YYYYMMDDhhmmssSSS; now by default. */
  readonly time?: string;
  /** Fields in place of those copied from the document; an empty one is left out. */
  readonly fields?: Readonly<Record<string, string>>;
}

export type Script = (document: Declared) => readonly Said[];

/** Fields a receipt takes over from its document. */
const copied: Readonly<Record<string, readonly string[]>> = {
  CEB312: ['ebpCode', 'ebcCode', 'orderNo'],
  CEB412: ['payCode', 'payTransactionId'],
  CEB512: ['logisticsCode', 'logisticsNo'],
  CEB622: ['customsCode', 'ebpCode', 'ebcCode', 'agentCode', 'copNo'],
  CEB304: ['ebpCode', 'ebcCode', 'orderNo'],
  CEB506: ['logisticsCode', 'logisticsNo'],
  CEB604: ['agentCode', 'copNo', 'ebcCode', 'ebpCode', 'orderNo', 'statisticsFlag'],
};

/** Receipts that bear a number the E-Port has given. */
const numbered = ['CEB622', 'CEB604'];

const CUSTOMS = 'DXPEDCCEB0000002';

/** A folder of a terminal node, with the platform's address and customs' on it. */
export class TerminalNode {
  readonly folder = mkdtempSync(join(tmpdir(), 'chama-node-'));
  readonly platform = this.#address('send', 'receive', 32);
  /** One after the other, so that what came is known in its order. */
  readonly customs = this.#address('receive', 'send', 1);

  #address(out: string, into: string, atOnce: number): string {
    return `folder:${this.folder}?out=${out}&in=${into}&settle=0&poll=50&pause=20&at-once=${atOnce}`;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * Customs as a script: it keeps what it is given, answers each document as it is told to, and acts once however often
 * a message comes. Its receipts bear guids of their own, as the E-Port gives them.
 */
export class CustomsPeer {
  /** Every message that came, in order; one that came twice stands here twice. */
  readonly got: Got[] = [];
  script: Script;
  readonly #channel: Channel;
  readonly #receiving: Receiving;

  private constructor(channel: Channel, script: Script) {
    this.#channel = channel;
    this.script = script;
    this.#receiving = channel.receive((piece) => this.#take(piece.bytes));
  }

  static async open(address: string, script: Script): Promise<CustomsPeer> {
    return new CustomsPeer(await openChannel(address), script);
  }

  async close(): Promise<void> {
    await this.#receiving.stop();
    await this.#channel.close();
  }

  async #take(bytes: Uint8Array): Promise<void> {
    const { dxpMsg, message } = unwrap(bytes);
    if (!dxpMsg || !message) throw new Error('not an envelope');
    const { CopMsgId: copMsgId, MsgType: root, SenderId } = dxpMsg.TransInfo;
    this.got.push({ copMsgId, root, bytes: message, envelope: bytes });
    const times = this.got.filter((one) => one.copMsgId === copMsgId).length;
    const documents = decode(message).message?.documents ?? [];
    for (const { head } of documents) {
      const declared = { root, head: head as unknown as Declared['head'], times, copMsgId };
      for (const said of this.script(declared)) await this.say(declared, said, SenderId);
    }
  }

  /** Sends one receipt on a document. */
  async say({ root, head }: Pick<Declared, 'root' | 'head'>, said: Said, receiver: string): Promise<void> {
    const type = `CEB${Number(root.slice(3, 6)) + 1}`;
    const own = Object.fromEntries((copied[type] ?? []).map((name) => [name, String(head[name] ?? '')]));
    const numbers: Record<string, string> = numbered.includes(type)
      ? { preNo: `B20261126${digits(head.copNo ?? '')}` }
      : {};
    await this.send(type, { ...own, ...numbers, ...said.fields }, said, receiver);
  }

  async send(
    type: string,
    fields: Readonly<Record<string, string>>,
    { status, info, time }: Said,
    receiver: string,
  ): Promise<void> {
    const present = Object.entries(fields).filter(([, value]) => value !== '');
    const head = {
      guid: randomUUID().toUpperCase(),
      ...Object.fromEntries(present),
      returnStatus: status,
      returnTime: time ?? chinaStamp(Date.now(), true),
      returnInfo: info,
    };
    const message = {
      root: `${type}Message`,
      guid: head.guid,
      version: '1.0',
      documents: [{ head, items: [] }],
      subscriptions: [],
    };
    await this.enclose(encode(message as unknown as CebMessage), receiver);
  }

  /** Sends a message in an envelope of customs. */
  async enclose(text: string, receiver: string, sender = CUSTOMS): Promise<void> {
    const { envelope, findings } = wrap(Buffer.from(text, 'utf8'), {
      CopMsgId: randomUUID().toUpperCase(),
      CreatTime: new Date().toISOString().slice(0, 19),
      SenderId: sender,
      ReceiverIds: [receiver],
    });
    if (!envelope) throw new Error(JSON.stringify(findings));
    await this.hand(encodeEnvelope(envelope));
  }

  /** Hands bytes over as they are. */
  async hand(text: string): Promise<void> {
    await this.#channel.send({ name: `${randomUUID()}.xml`, bytes: Buffer.from(text, 'utf8') });
  }
}

const digits = (text: string): string => text.replaceAll(/\D/g, '').padStart(9, '0').slice(-9);

/** Papers and withdrawals pass; a list is taken in, then released under a number. */
export const allPasses: Script = ({ root, head }) =>
  root === 'CEB621Message' && head.appType !== '3'
    ? [
        { status: '120', info: '[Code:1800;Desc:逻辑校验通过]' },
        {
          status: '800',
          info: '[Code:2600;Desc:放行]',
          fields: { invtNo: `${head.customsCode}2026I${digits(head.copNo ?? '')}` },
        },
      ]
    : [{ status: '120', info: '[Code:1800;Desc:逻辑校验通过]' }];
