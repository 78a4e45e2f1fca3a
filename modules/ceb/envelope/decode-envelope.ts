import type { Finding } from '#kernel';
import { textOf } from '../decode/encoding.ts';
import type { GroupValue } from '../decode/frames.ts';
import { DEFAULT_LIMITS } from '../decode/limits.ts';
import { structureFinding } from '../decode/structure-finding.ts';
import { bytesOfBase64 } from './base64.ts';
import type {
  AddInfo,
  BizKey,
  DxpMsg,
  DxpResponse,
  DxpResult,
  Envelope,
  SvNo,
  TransInfo,
} from './envelope.ts';
import { readEnvelope } from './read-envelope.ts';

/** Bounds of reading a transport message; all defaults are design decisions (D), not the standard's. */
export interface EnvelopeLimits {
  /** Largest envelope in bytes. Default 24 MiB: Base64 of the largest business message and room for the rest. */
  readonly mostBytes?: number;
  /** Elements inside one another. Default 256, the bound of libxml2. */
  readonly deepest?: number;
  /** Findings reported before reading stops. Default 1,000. */
  readonly mostFindings?: number;
}

/** Verdict on the structure of a transport message, and the message if it is sound. */
export interface DecodedEnvelope {
  /** Local name of the root element, if the text got that far. */
  readonly root?: string;
  /** The verdict of the official schema of transport messages. */
  readonly valid: boolean;
  /** Empty if and only if valid. */
  readonly findings: readonly Finding[];
  /** What the schema lets pass and a receiver may not. */
  readonly remarks: readonly Finding[];
  /** Present if and only if valid. */
  readonly envelope?: Envelope;
}

/** Design limits (D). */
const DEFAULTS: Required<EnvelopeLimits> = { ...DEFAULT_LIMITS, mostBytes: 24 * 1024 * 1024 };

/**
 * Reads one transport message (DxpMsg, DxpMsgSv, DxpRep) of edition 202205. The verdict is that of the official
 * schema, stricter in the same points as `decode`. Looks at the envelope only: `unwrap` looks inside too.
 */
export function decodeEnvelope(bytes: Uint8Array, limits: EnvelopeLimits = {}): DecodedEnvelope {
  const mostBytes = limits.mostBytes ?? DEFAULTS.mostBytes;
  const text = bytes.length > mostBytes ? tooLarge(bytes.length, mostBytes) : textOf(bytes);
  if (typeof text !== 'string') {
    return { valid: false, findings: [text], remarks: [] };
  }
  const { root, findings, remarks, value } = readEnvelope(
    text,
    limits.deepest ?? DEFAULTS.deepest,
    limits.mostFindings ?? DEFAULTS.mostFindings,
  );
  const envelope = findings.length === 0 && root && value ? envelopeOf(root, value) : undefined;
  return {
    ...(root === undefined ? {} : { root }),
    valid: envelope !== undefined,
    findings,
    remarks,
    ...(envelope === undefined ? {} : { envelope }),
  };
}

function tooLarge(bytes: number, most: number): Finding {
  return structureFinding(
    'CEB-SIZE',
    '',
    [`传输报文有 ${bytes} 字节，超过上限 ${most}`, `The envelope has ${bytes} bytes; the limit is ${most}`],
    ['把业务报文拆成较小的几份', 'Split the business message into smaller ones'],
  );
}

function envelopeOf(root: string, value: GroupValue): Envelope {
  switch (root) {
    case 'DxpMsgSv':
      return {
        root,
        ...optional('Id', attribute(value, 'Id')),
        SvNo: svNoOf(group(value, 'SvNo')),
        DxpMsg: dxpMsgOf(group(value, 'DxpMsg')),
        ...signatureOf(value),
      };
    case 'DxpRep':
      return {
        root,
        RecevierId: text(value, 'RecevierId'),
        ...optional('AdNodeId', maybe(value, 'AdNodeId')),
        Response: groups(value, 'Response').map(responseOf),
        ...signatureOf(value),
      };
    default:
      return dxpMsgOf(value);
  }
}

function dxpMsgOf(value: GroupValue): DxpMsg {
  const info = groups(value, 'AddInfo')[0];
  return {
    root: 'DxpMsg',
    ...optional('Id', attribute(value, 'Id')),
    TransInfo: transInfoOf(group(value, 'TransInfo')),
    Data: bytesOfBase64(text(value, 'Data')),
    ...optional('AddInfo', info && addInfoOf(info)),
    ...signatureOf(value),
  };
}

function transInfoOf(value: GroupValue): TransInfo {
  return {
    CopMsgId: text(value, 'CopMsgId'),
    SenderId: text(value, 'SenderId'),
    ReceiverIds: groups(group(value, 'ReceiverIds'), 'ReceiverId').map(textOfField),
    CreatTime: text(value, 'CreatTime'),
    MsgType: text(value, 'MsgType'),
  };
}

function addInfoOf(value: GroupValue): AddInfo {
  const keys = groups(value, 'BizKey')[0];
  const isText = groups(value, 'IsText')[0];
  const recMapId = value.fields.RecMapId;
  return {
    ...optional('FileName', maybe(value, 'FileName')),
    ...optional('IcCard', maybe(value, 'IcCard')),
    ...optional('BizKey', keys && groups(keys, 'Key').map(keyOf)),
    ...optional('IsText', isText && attribute(isText, 'Encode')),
    ...optional('RecMapId', recMapId === undefined ? undefined : String(recMapId)),
  };
}

function keyOf(value: GroupValue): BizKey {
  return { ...optional('name', attribute(value, 'name')), value: textOfField(value) };
}

function svNoOf(value: GroupValue): SvNo {
  return {
    MsgId: text(value, 'MsgId'),
    ...optional('SubMsgId', maybe(value, 'SubMsgId')),
    SendTime: text(value, 'SendTime'),
    EndNode: text(value, 'EndNode'),
    StaNode: text(value, 'StaNode'),
  };
}

function responseOf(value: GroupValue): DxpResponse {
  const results = groups(value, 'Results')[0];
  return {
    ...optional('NodeId', maybe(value, 'NodeId')),
    ResponseCode: text(value, 'ResponseCode'),
    ...optional('ResponseInfo', maybe(value, 'ResponseInfo')),
    ...optional('Results', results && groups(results, 'Result').map(resultOf)),
    NoticeTime: text(value, 'NoticeTime'),
    ...optional('Note', maybe(value, 'Note')),
    OriHead: transInfoOf(group(value, 'OriHead')),
  };
}

function resultOf(value: GroupValue): DxpResult {
  return {
    RecId: text(value, 'RecId'),
    Code: text(value, 'Code'),
    ...optional('Info', maybe(value, 'Info')),
    ...optional('Note', maybe(value, 'Note')),
  };
}

const EMPTY: GroupValue = { fields: {}, groups: new Map(), fragments: new Map() };

function groups(value: GroupValue, name: string): readonly GroupValue[] {
  return value.groups.get(name) ?? [];
}

/** A group the schema demands; the reading was judged before, so it is there. */
function group(value: GroupValue, name: string): GroupValue {
  return groups(value, name)[0] ?? EMPTY;
}

function textOfField(value: GroupValue): string {
  return String(value.fields.text ?? '');
}

function maybe(value: GroupValue, name: string): string | undefined {
  const field = groups(value, name)[0];
  return field && textOfField(field);
}

function text(value: GroupValue, name: string): string {
  return maybe(value, name) ?? '';
}

function attribute(value: GroupValue, name: string): string | undefined {
  const given = value.fields[`@${name}`];
  return given === undefined ? undefined : String(given);
}

function signatureOf(value: GroupValue): { readonly signature?: string } {
  return optional('signature', value.fragments.get('Signature'));
}

/** A property only where it has a value. */
function optional<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: V };
}
