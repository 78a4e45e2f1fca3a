import { CUSTOMS_NODES, encodeEnvelope, messageTables, readReceipt, unwrap, wrap } from '#ceb';
import { chinaStamp, type Finding } from '#kernel';
import type { Fields } from '../domain/references.ts';
import type { AgencyReceipt, Mail, NetworkResponse, Opened } from './ports.ts';

export interface DxpMailSettings {
  /** Signs an envelope as the platform's own node; absent: envelopes go unsigned. */
  readonly signEnvelope?: ((envelope: Uint8Array) => Promise<Uint8Array | readonly Finding[]>) | undefined;
  /** Signs a message for an enterprise whose key the operator holds. */
  readonly signFor?: Mail['sign'] | undefined;
}

const customsNodes: ReadonlySet<string> = new Set(Object.values(CUSTOMS_NODES).map(({ id }) => id));

/** Mail of customs: DXP envelopes with messages of the CEB standard in them (standard §5). */
export function dxpMail({ signEnvelope, signFor }: DxpMailSettings = {}): Mail {
  return {
    enclose: async (message, { copMsgId, senderId, at }) => {
      const { envelope, findings } = wrap(message, {
        CopMsgId: copMsgId,
        CreatTime: dateTime(at),
        SenderId: senderId,
      });
      if (!envelope) return findings;
      const bytes = Buffer.from(encodeEnvelope(envelope), 'utf8');
      return signEnvelope ? signEnvelope(bytes) : bytes;
    },
    open: (bytes) => opened(bytes),
    sign: async (message, sender) => signFor?.(message, sender),
  };
}

/** `2026-07-01T08:30:00`, Beijing time without zone, as senders write it. */
function dateTime(at: Date): string {
  const stamp = chinaStamp(at.getTime(), false);
  return stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3T$4:$5:$6');
}

function opened(bytes: Uint8Array): Opened {
  const { dxpMsg, dxpRep, message, valid, findings } = unwrap(bytes);
  if (dxpRep) return { kind: 'response', findings, responses: dxpRep.Response.map(responseOf) };
  // Clients of the E-Port may hand a receipt over without its envelope.
  if (!valid || !dxpMsg || !message) return receiptsIn(bytes, findings);
  const { SenderId } = dxpMsg.TransInfo;
  if (customsNodes.has(SenderId)) return receiptsIn(message, findings);
  return { kind: 'unreadable', findings: [...findings, foreign(SenderId)] };
}

interface ResponseOfNetwork {
  readonly ResponseCode: string;
  readonly ResponseInfo?: string | undefined;
  readonly Results?: readonly { readonly Code: string; readonly Info?: string | undefined }[] | undefined;
  readonly OriHead: { readonly CopMsgId: string };
}

/** What stands against any of the receivers stands against the message. */
function responseOf({ ResponseCode, ResponseInfo, Results, OriHead }: ResponseOfNetwork): NetworkResponse {
  const refused = /^0*$/.test(ResponseCode) ? Results?.find(({ Code }) => !/^0*$/.test(Code)) : undefined;
  return {
    copMsgId: OriHead.CopMsgId,
    code: refused?.Code ?? ResponseCode,
    info: refused?.Info ?? ResponseInfo ?? '',
  };
}

const foreign = (sender: string): Finding => ({
  code: 'LINK-FOREIGN-SENDER',
  level: 'business',
  path: 'TransInfo/SenderId',
  message: {
    zh: `传输报文的发送方 ${sender.slice(0, 20)} 不是海关`,
    en: `The sender ${sender.slice(0, 20)} of the envelope is not customs`,
  },
  remedy: {
    zh: '核对传输通道：海关回执由 DXPEDCCEB0000002 或 DXPEDCCEB0000003 发出',
    en: 'Check the channel: receipts of customs come from DXPEDCCEB0000002 or DXPEDCCEB0000003',
  },
});

function receiptsIn(bytes: Uint8Array, before: readonly Finding[]): Opened {
  const { receipt, deviations } = readReceipt(bytes);
  if (!receipt || receipt.documents.length === 0)
    return { kind: 'unreadable', findings: [...before, ...deviations] };
  const type = receipt.root.replace(/Message$/, '');
  const [, items] = messageTables[receipt.root].groups;
  const receipts = receipt.documents.map(
    (document): AgencyReceipt => ({
      type,
      fields: { ...extraFields(document.extra), ...textsOf(document.head) },
      items: items ? { name: items.name, rows: document.items.map(textsOf) } : undefined,
      findings: deviations,
    }),
  );
  return { kind: 'receipts', receipts, findings: before };
}

/** Fields the standard has not, as CEB816 in practice carries orderNo: by the last name of their path. */
function extraFields(extra: readonly { readonly path: string; readonly text: string }[]): Fields {
  return Object.fromEntries(
    extra.flatMap(({ path, text }) => {
      const name = /([A-Za-z]\w*)$/.exec(path)?.[1];
      return name ? [[name, clean(text)]] : [];
    }),
  );
}

function textsOf(record: object): Fields {
  const present = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, clean(String(value))]));
}

/** PostgreSQL keeps no NUL, and a sender's slip must not keep the rest of a receipt out. */
const clean = (text: string): string => text.replaceAll('\u0000', '\ufffd');
