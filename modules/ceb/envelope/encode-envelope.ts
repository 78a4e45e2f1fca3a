import { escapeAttribute, escapeText } from '../encode/escape.ts';
import { base64Text } from '../signature/base64.ts';
import { DXP_NAMESPACE } from './declarations.ts';
import type {
  AddInfo,
  DxpMsg,
  DxpMsgSv,
  DxpRep,
  DxpResponse,
  DxpResult,
  Envelope,
  SvNo,
  TransInfo,
} from './envelope.ts';

/**
 * Writes a transport message in the form E-Port's clients use: default namespace, no white space between elements.
 * Values are not checked: `decodeEnvelope` says what the schema refuses.
 * @throws RangeError if a text holds a character XML cannot carry.
 */
export function encodeEnvelope(envelope: Envelope): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${bodyOf(envelope)}`;
}

function bodyOf(envelope: Envelope): string {
  switch (envelope.root) {
    case 'DxpMsg':
      return dxpMsg(envelope, NAMESPACE);
    case 'DxpMsgSv':
      return dxpMsgSv(envelope);
    case 'DxpRep':
      return dxpRep(envelope);
  }
}

const NAMESPACE = ` xmlns="${DXP_NAMESPACE}"`;

function dxpMsg(message: DxpMsg, namespace: string): string {
  return element(
    `DxpMsg${namespace} ver="1.0"${attribute('Id', message.Id)}`,
    transInfo('TransInfo', message.TransInfo) +
      element('Data', base64Text(message.Data)) +
      (message.AddInfo ? addInfo(message.AddInfo) : '') +
      (message.signature ?? ''),
  );
}

function dxpMsgSv(message: DxpMsgSv): string {
  return element(
    `DxpMsgSv${NAMESPACE} ver="1.0"${attribute('Id', message.Id)}`,
    svNo(message.SvNo) + dxpMsg(message.DxpMsg, '') + (message.signature ?? ''),
  );
}

function dxpRep(message: DxpRep): string {
  return element(
    `DxpRep${NAMESPACE} ver="1.0"`,
    field('RecevierId', message.RecevierId) +
      field('AdNodeId', message.AdNodeId) +
      message.Response.map(response).join('') +
      (message.signature ?? ''),
  );
}

function transInfo(name: string, info: TransInfo): string {
  return element(
    name,
    field('CopMsgId', info.CopMsgId) +
      field('SenderId', info.SenderId) +
      element('ReceiverIds', info.ReceiverIds.map((id) => field('ReceiverId', id)).join('')) +
      field('CreatTime', info.CreatTime) +
      field('MsgType', info.MsgType),
  );
}

function addInfo({ FileName, IcCard, BizKey, IsText, RecMapId }: AddInfo): string {
  const keys = BizKey?.map(({ name, value }) => element(`Key${attribute('name', name)}`, escapeText(value)));
  return element(
    'AddInfo',
    field('FileName', FileName) +
      field('IcCard', IcCard) +
      (keys ? element('BizKey', keys.join('')) : '') +
      (IsText === undefined ? '' : element(`IsText${attribute('Encode', IsText)}`, '')) +
      field('RecMapId', RecMapId),
  );
}

function svNo({ MsgId, SubMsgId, SendTime, EndNode, StaNode }: SvNo): string {
  return element(
    'SvNo Ver="1.0"',
    field('MsgId', MsgId) +
      field('SubMsgId', SubMsgId) +
      field('SendTime', SendTime) +
      field('EndNode', EndNode) +
      field('StaNode', StaNode),
  );
}

function response({
  NodeId,
  ResponseCode,
  ResponseInfo,
  Results,
  NoticeTime,
  Note,
  OriHead,
}: DxpResponse): string {
  return element(
    'Response',
    field('NodeId', NodeId) +
      field('ResponseCode', ResponseCode) +
      field('ResponseInfo', ResponseInfo) +
      (Results ? element('Results', Results.map(result).join('')) : '') +
      field('NoticeTime', NoticeTime) +
      field('Note', Note) +
      transInfo('OriHead', OriHead),
  );
}

function result({ RecId, Code, Info, Note }: DxpResult): string {
  return element(
    'Result',
    field('RecId', RecId) + field('Code', Code) + field('Info', Info) + field('Note', Note),
  );
}

/** An element; `tag` is its name with its attributes. */
function element(tag: string, content: string): string {
  const end = tag.indexOf(' ');
  return `<${tag}>${content}</${end < 0 ? tag : tag.slice(0, end)}>`;
}

function field(name: string, value: string | undefined): string {
  return value === undefined ? '' : element(name, escapeText(value));
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
}
