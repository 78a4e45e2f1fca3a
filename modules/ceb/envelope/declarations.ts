import type { Bilingual } from '#kernel';
import type { Child, Declaration, FieldDeclaration, GroupDeclaration } from '../decode/declarations.ts';
import { signatureDeclaration } from '../decode/declarations.ts';
import { fieldOf } from '../tables/field.ts';
import type { Format } from '../tables/row.ts';
import { SIGNATURE_NAMESPACE } from '../tables/signature.ts';

/** Namespace of every transport message. */
export const DXP_NAMESPACE = 'http://www.chinaport.gov.cn/dxp';

const SOURCE = '海关跨境电商统一版 202205: 终端节点报文 XSD, 传输节点报文 XSD';
const UNBOUNDED = Number.POSITIVE_INFINITY;

/** Elements whose text has a form beyond its length, by name. */
export const LEXICAL: Readonly<Record<string, 'base64' | 'dateTime' | 'date'>> = {
  Data: 'base64',
  CreatTime: 'dateTime',
  SendTime: 'dateTime',
  NoticeTime: 'date',
};

/** What an attribute may be. */
export interface AttributeRule {
  readonly required?: true;
  readonly fixed?: string;
  readonly id?: true;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Attributes of the elements that have any, by name of the element. */
export const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>> = {
  DxpMsg: { ver: { required: true, fixed: '1.0' }, Id: { id: true } },
  DxpMsgSv: { ver: { required: true, fixed: '1.0' }, Id: { id: true } },
  DxpRep: { ver: { required: true, fixed: '1.0' } },
  SvNo: { Ver: { required: true, fixed: '1.0' } },
  Key: { name: { minLength: 1, maxLength: 32 } },
  IsText: { Encode: { required: true, maxLength: 50 } },
};

/** Elements whose type the schema names: `xsi:type` may repeat it. `xs:` stands for the schema's own types. */
export const NAMED_TYPES: Readonly<Record<string, string>> = {
  TransInfo: 'TransInfoType',
  OriHead: 'TransInfoType',
  SvNo: 'SvNoType',
  Data: 'Data',
  AddInfo: 'AddInfo',
  CreatTime: 'xs:dateTime',
  SendTime: 'xs:dateTime',
  NoticeTime: 'xs:date',
  RecMapId: 'xs:anyType',
};

function child(declaration: Declaration, least: number, most: number): Child {
  return { namespace: DXP_NAMESPACE, declaration, least, most };
}

function text(name: string, format: Format, zh: string, en: string): FieldDeclaration {
  return { kind: 'field', name, field: fieldOf([name, format, 'required', zh, en], SOURCE) };
}

function must(name: string, format: Format, zh: string, en: string): Child {
  return child(text(name, format, zh, en), 1, 1);
}

function may(name: string, format: Format, zh: string, en: string): Child {
  return child(text(name, format, zh, en), 0, 1);
}

function group(name: string, zh: string, en: string, children: readonly Child[]): GroupDeclaration {
  const places = new Map(children.map(({ declaration }, place) => [declaration.name, place]));
  return { kind: 'group', name, zh, en, root: false, children, places };
}

function signature(): Child[] {
  const declaration = signatureDeclaration('Signature');
  return declaration ? [{ namespace: SIGNATURE_NAMESPACE, declaration, least: 0, most: 1 }] : [];
}

const transInfo = (name: string, zh: string, en: string): GroupDeclaration =>
  group(name, zh, en, [
    must('CopMsgId', 'C1..255', '发送方报文编号', 'Message number of the sender'),
    must('SenderId', 'C1..16', '发送方编号', 'DXP number of the sender'),
    child(
      group('ReceiverIds', '接收方', 'Receivers', [
        child(text('ReceiverId', 'C1..16', '接收方编号', 'DXP number of a receiver'), 1, 5),
      ]),
      1,
      1,
    ),
    must('CreatTime', 'C', '报文生成时间', 'Time of making'),
    must('MsgType', 'C..30', '报文类型', 'Type of the message'),
  ]);

const addInfo = group('AddInfo', '附加信息', 'Additional information', [
  may('FileName', 'C1..255', '原始报文名', 'File name'),
  may('IcCard', 'C1..13', 'IC 卡号', 'Number of the card'),
  child(
    group('BizKey', '业务关键字', 'Business keys', [
      child(text('Key', 'C1..64', '关键字', 'Business key'), 1, 5),
    ]),
    0,
    1,
  ),
  child(group('IsText', '文本标识', 'Mark of text', []), 0, 1),
  child({ kind: 'lax', name: 'RecMapId' }, 0, 1),
]);

const dxpMsg = group('DxpMsg', '终端节点报文', 'Message of a terminal node', [
  child(transInfo('TransInfo', '传输信息', 'Transmission'), 1, 1),
  must('Data', 'C', '业务报文', 'Business message'),
  child(addInfo, 0, 1),
  ...signature(),
]);

const result = group('Result', '接收者处理结果', 'Result for one receiver', [
  must('RecId', 'C1..16', '接收方编号', 'DXP number of the receiver'),
  must('Code', 'C1..9', '结果代码', 'Result code'),
  may('Info', 'C..300', '结果信息', 'Result information'),
  may('Note', 'C..500', '备注', 'Note'),
]);

const response = group('Response', '响应', 'Response', [
  may('NodeId', 'C1..8', '产生回执的节点', 'Node that answers'),
  must('ResponseCode', 'C1..9', '响应代码', 'Response code'),
  may('ResponseInfo', 'C..300', '响应信息', 'Response information'),
  child(group('Results', '处理结果', 'Results', [child(result, 1, UNBOUNDED)]), 0, 1),
  must('NoticeTime', 'C', '回执日期', 'Date of the answer'),
  may('Note', 'C..500', '备注', 'Note'),
  child(transInfo('OriHead', '原报文传输信息', 'Transmission answered'), 1, 1),
]);

const dxpRep = group('DxpRep', '交换平台响应报文', 'Answer of the exchange platform', [
  must('RecevierId', 'C1..16', '接收方编号', 'DXP number of the receiver'),
  may('AdNodeId', 'C1..8', '归属节点', 'Node it belongs to'),
  child(response, 1, UNBOUNDED),
  ...signature(),
]);

const svNo = group('SvNo', '服务器节点', 'Server node', [
  must('MsgId', 'C1..32', '平台报文编号', 'Message number of the platform'),
  may('SubMsgId', 'C1', '分拆报文编号', 'Number of a divided message'),
  must('SendTime', 'C', '处理时间', 'Time of sending'),
  must('EndNode', 'C1..8', '目的节点', 'Node of destination'),
  must('StaNode', 'C1..8', '接入节点', 'Node of entry'),
]);

const dxpMsgSv = group('DxpMsgSv', '传输节点报文', 'Message of a server node', [
  child(svNo, 1, 1),
  child(dxpMsg, 1, 1),
  ...signature(),
]);

const terminal = new Map([dxpMsg, dxpRep].map((declaration) => [declaration.name, declaration]));
const server = new Map([...terminal, [dxpMsgSv.name, dxpMsgSv]]);

/** The roots of transport messages, each with the elements its schema declares on their own. */
export const ENVELOPES: ReadonlyMap<
  string,
  { readonly declaration: GroupDeclaration; readonly globals: ReadonlyMap<string, GroupDeclaration> }
> = new Map([
  ['DxpMsg', { declaration: dxpMsg, globals: terminal }],
  ['DxpRep', { declaration: dxpRep, globals: terminal }],
  ['DxpMsgSv', { declaration: dxpMsgSv, globals: server }],
]);

/** What the elements of transport messages are called, by name. */
export const ENVELOPE_WORDS: ReadonlyMap<string, Bilingual> = new Map([
  ...wordsBelow(dxpMsgSv),
  ...wordsBelow(dxpRep),
]);

function wordsBelow(declaration: Declaration): [string, Bilingual][] {
  const { kind, name } = declaration;
  if (kind === 'field') return [[name, { zh: declaration.field.zh, en: declaration.field.en }]];
  if (kind !== 'group') return [];
  const below = declaration.children.flatMap((child) => wordsBelow(child.declaration));
  return [[name, { zh: declaration.zh, en: declaration.en }], ...below];
}
