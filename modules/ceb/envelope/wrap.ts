import type { Finding } from '#kernel';
import { senderDiffers } from './agreement.ts';
import { type Content, contentOf } from './content.ts';
import { decodeEnvelope } from './decode-envelope.ts';
import { encodeEnvelope } from './encode-envelope.ts';
import type { AddInfo, DxpMsg } from './envelope.ts';
import { envelopeFinding } from './envelope-findings.ts';

/** What the sender writes on the envelope of a message. */
export interface Wrapping {
  /** His own number of the message; keep it when the same message is sent again. */
  readonly CopMsgId: string;
  /** An `xs:dateTime`, as a rule in Beijing time without zone, `2026-07-01T08:30:00`. */
  readonly CreatTime: string;
  /** His DXP number; without it the `dxpId` of the message, which it must equal. */
  readonly SenderId?: string | undefined;
  /** Without them customs, by the direction of the message; receipts have no such default. */
  readonly ReceiverIds?: readonly string[] | undefined;
  readonly AddInfo?: AddInfo | undefined;
  readonly Id?: string | undefined;
}

/** A message in its envelope, or why it cannot be put into one. */
export interface Wrapped {
  /** Empty if and only if there is an envelope. */
  readonly findings: readonly Finding[];
  /** To be written by `encodeEnvelope`, or signed first. */
  readonly envelope?: DxpMsg;
}

/**
 * Puts a message into a DxpMsg. `MsgType` is the root of the message. The message itself is not judged: what breaks
 * the standard can be sent, and comes back as CEB900.
 */
export function wrap(message: Uint8Array, wrapping: Wrapping): Wrapped {
  const content = contentOf(message);
  const { CopMsgId, CreatTime, AddInfo, Id } = wrapping;
  const SenderId = wrapping.SenderId ?? content.dxpId;
  const ReceiverIds = wrapping.ReceiverIds ?? (content.receiver === undefined ? [] : [content.receiver]);
  const findings = [
    ...notToWrap(content),
    ...senderDiffers(SenderId, content),
    ...incomplete(SenderId, ReceiverIds),
  ];
  const envelope: DxpMsg = {
    root: 'DxpMsg',
    ...(Id === undefined ? {} : { Id }),
    TransInfo: { CopMsgId, SenderId: SenderId ?? '', ReceiverIds, CreatTime, MsgType: content.root ?? '' },
    Data: message,
    ...(AddInfo === undefined ? {} : { AddInfo }),
  };
  if (findings.length === 0) findings.push(...written(envelope));
  return findings.length === 0 ? { findings, envelope } : { findings };
}

/** Judges the envelope as its reader will, without the message, which Base64 always fits. */
function written(envelope: DxpMsg): readonly Finding[] {
  const text = encodeEnvelope({ ...envelope, Data: new Uint8Array() });
  return decodeEnvelope(new TextEncoder().encode(text)).findings;
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

function notToWrap({ root, enveloped }: Content): Finding[] {
  if (root !== undefined && !enveloped) return [];
  return [
    envelopeFinding(
      enveloped ? 'DXP-NESTED' : 'DXP-CONTENT',
      'business',
      'Data',
      enveloped
        ? ['要封装的已是传输报文', 'What is to be wrapped is a transport message already']
        : ['要封装的不是 XML 报文', 'What is to be wrapped is no XML message'],
      ['请给出业务报文，如 CEB311Message', 'Give a business message such as CEB311Message'],
    ),
  ];
}

function incomplete(SenderId: string | undefined, ReceiverIds: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  if (SenderId === undefined) {
    findings.push(
      envelopeFinding(
        'DXP-SENDER-MISSING',
        'business',
        'TransInfo/SenderId',
        ['报文中没有 dxpId，也没有给出发送方', 'The message has no dxpId, and no sender is given'],
        ['给出发送方的 DXP 编号', 'Give the DXP number of the sender'],
      ),
    );
  }
  if (ReceiverIds.length === 0) {
    findings.push(
      envelopeFinding(
        'DXP-RECEIVER-MISSING',
        'business',
        'TransInfo/ReceiverIds',
        [
          '没有接收方：只有申报报文默认发往海关',
          'There is no receiver: only declarations go to customs by default',
        ],
        ['给出接收方的 DXP 编号', 'Give the DXP number of the receiver'],
      ),
    );
  }
  return findings;
}
