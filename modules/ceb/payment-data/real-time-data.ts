import type { Finding } from '#kernel';
import { checkObject, listOf, objectOf, type Texts } from './check-object.ts';
import { ENVELOPE_FIELDS, GOODS_FIELDS, HEAD_FIELDS, ORDER_FIELDS, SIGNATURE_FIELDS } from './fields.ts';
import { readJson } from './json-read.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { jsonList, jsonObject, jsonString } from './json-write.ts';
import type {
  GoodsInfo,
  PayExchangeInfo,
  PayExchangeInfoHead,
  RawPayment,
  RealTimeDataUp,
  UnsignedPaymentData,
} from './message.ts';
import { PaymentFindings, shown } from './payment-finding.ts';
import { type SignedPieces, stringToSign } from './string-to-sign.ts';

const HEAD = 'payExchangeInfoHead';
const LISTS = 'payExchangeInfoLists';
const HEAD_ORDER = HEAD_FIELDS.map(({ name }) => name);
const ITEM_ORDER = ['orderNo', 'goodsInfo', 'recpAccount', 'recpCode', 'recpName'];
const GOODS_ORDER = GOODS_FIELDS.map(({ name }) => name);
const ENVELOPE_ORDER = ['sessionID', HEAD, LISTS, 'serviceTime', 'certNo', 'signValue'];

const text = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : jsonString(value);

/** The head as compact JSON, in the order of the notice, the amount in the characters it came in. */
export function writeHead(head: PayExchangeInfoHead): string {
  const json = (name: keyof PayExchangeInfoHead): string | undefined =>
    name === 'totalAmount' ? head.totalAmount : text(head[name]);
  return jsonObject(HEAD_FIELDS.map(({ name }) => [name, json(name as keyof PayExchangeInfoHead)]));
}

/** One order as compact JSON, in the order of the notice. */
export function writeOrder(order: PayExchangeInfo): string {
  const goods = order.goodsInfo.map(({ gname, itemLink }) =>
    jsonObject([
      ['gname', jsonString(gname)],
      ['itemLink', jsonString(itemLink)],
    ]),
  );
  return jsonObject([
    ['orderNo', jsonString(order.orderNo)],
    ['goodsInfo', jsonList(goods)],
    ['recpAccount', jsonString(order.recpAccount)],
    ['recpCode', text(order.recpCode)],
    ['recpName', jsonString(order.recpName)],
  ]);
}

/** A message with its signed string: both made of the same pieces, so that they cannot differ. */
export interface PaymentDataDraft {
  /** What is signed, as UTF-8. */
  readonly toSign: string;
  /** The whole JSON with certificate number and signature (Base64) in it. */
  signed(certNo: string, signValue: string): string;
}

/**
 * Writes a `realTimeDataUp`. Head and orders are written once; the string to sign and the JSON sent are put
 * together from those same texts.
 */
export function draftPaymentData(data: UnsignedPaymentData): PaymentDataDraft {
  const sessionID = jsonString(data.sessionID);
  const head = writeHead(data.payExchangeInfoHead);
  const lists = jsonList(data.payExchangeInfoLists.map(writeOrder));
  return {
    toSign: stringToSign({ sessionID, head, lists, serviceTime: data.serviceTime }),
    signed: (certNo, signValue) =>
      jsonObject([
        ['sessionID', sessionID],
        [HEAD, head],
        [LISTS, lists],
        ['serviceTime', data.serviceTime],
        ['certNo', jsonString(certNo)],
        ['signValue', jsonString(signValue)],
      ]),
  };
}

/** What was read from a `realTimeDataUp`. */
export interface ReadPaymentData {
  /** Whether it has the structure the notice asks for; conditions on fields do not change it. */
  readonly valid: boolean;
  readonly findings: readonly Finding[];
  /** There when `valid`. */
  readonly message?: RealTimeDataUp;
  /** What its signature is made over: pieces of the text as they stand in it, without white space around values. */
  readonly toSign?: string;
  /** The pieces themselves, for who looks for the cause of a signature that fails. */
  readonly pieces?: SignedPieces;
}

/**
 * Reads and strictly checks a `realTimeDataUp`: all findings, none thrown.
 * @param json the text of the form field `payExInfoStr`
 * @param unsigned takes one without `certNo` and `signValue`, which then read as empty
 */
export function readPaymentData(json: string, { unsigned = false } = {}): ReadPaymentData {
  const findings = new PaymentFindings();
  const root = readJson(json, findings);
  const object = root && objectOf(root, '', findings);
  if (!object) return { valid: false, findings: findings.list };
  const fields = unsigned ? ENVELOPE_FIELDS : [...ENVELOPE_FIELDS, ...SIGNATURE_FIELDS];
  const texts = checkObject(object, fields, ENVELOPE_ORDER, '', findings);
  const payment = readPayment(object, '', findings);
  checkSessionForm(texts, findings);
  const pieces = piecesOf(json, object);
  if (findings.broken || !payment || !pieces) return { valid: false, findings: findings.list };
  const signed = { ...pieces, head: compact(pieces.head), lists: compact(pieces.lists) };
  if (signed.head !== pieces.head || signed.lists !== pieces.lists) notCompact(findings);
  const message: RealTimeDataUp = {
    sessionID: texts.get('sessionID') ?? '',
    ...payment,
    serviceTime: texts.get('serviceTime') ?? '',
    certNo: texts.get('certNo') ?? '',
    signValue: texts.get('signValue') ?? '',
  };
  return { valid: true, findings: findings.list, message, toSign: stringToSign(signed), pieces };
}

/**
 * Reads a payment with its orders from an object: the members `payExchangeInfoHead` and `payExchangeInfoLists`.
 * @returns undefined where findings of the structure have been added
 */
export function readPayment(
  object: JsonObject,
  path: string,
  findings: PaymentFindings,
): RawPayment | undefined {
  const inside = (name: string): string => (path === '' ? name : `${path}/${name}`);
  const headObject = objectOf(object.members.get(HEAD), inside(HEAD), findings);
  const head = headObject && checkObject(headObject, HEAD_FIELDS, HEAD_ORDER, inside(HEAD), findings);
  const list = listOf(object.members.get(LISTS), inside(LISTS), findings);
  const orders = (list?.items ?? []).map((item, at) =>
    readOrder(item, `${inside(LISTS)}[${at + 1}]`, findings),
  );
  checkRepeats(orders, inside(LISTS), findings);
  if (findings.broken || !head) return undefined;
  return {
    payExchangeInfoHead: Object.fromEntries(head) as unknown as PayExchangeInfoHead,
    payExchangeInfoLists: orders.filter((order) => order !== undefined),
  };
}

function readOrder(value: JsonValue, path: string, findings: PaymentFindings): PayExchangeInfo | undefined {
  const object = objectOf(value, path, findings);
  if (!object) return undefined;
  const texts = checkObject(object, ORDER_FIELDS, ITEM_ORDER, path, findings);
  const goods = listOf(object.members.get('goodsInfo'), `${path}/goodsInfo`, findings);
  const goodsInfo = (goods?.items ?? []).map((item, at) =>
    readGoods(item, `${path}/goodsInfo[${at + 1}]`, findings),
  );
  return { ...(Object.fromEntries(texts) as unknown as PayExchangeInfo), goodsInfo };
}

function readGoods(value: JsonValue, path: string, findings: PaymentFindings): GoodsInfo {
  const object = objectOf(value, path, findings);
  const texts = object && checkObject(object, GOODS_FIELDS, GOODS_ORDER, path, findings);
  return Object.fromEntries(texts ?? []) as unknown as GoodsInfo;
}

function checkRepeats(
  orders: readonly (PayExchangeInfo | undefined)[],
  path: string,
  findings: PaymentFindings,
): void {
  const seen = new Set<string>();
  orders.forEach((order, at) => {
    if (order?.orderNo === undefined) return;
    if (seen.has(order.orderNo))
      findings.add(
        'PAYDATA-REPEATED',
        'structure',
        `${path}[${at + 1}]/orderNo`,
        [`订单 ${shown(order.orderNo)} 出现两次`, `The order ${shown(order.orderNo)} is given twice`],
        [
          '一个订单只列一次，其商品放在同一个 goodsInfo 中',
          'List an order once, with all its goods in one goodsInfo',
        ],
      );
    seen.add(order.orderNo);
  });
}

/** Quotes or bars in a session would make it doubtful where the signed string parts its fields. */
function checkSessionForm(texts: Texts, findings: PaymentFindings): void {
  const sessionID = texts.get('sessionID');
  if (sessionID === undefined || jsonString(sessionID) === `"${sessionID}"`) return;
  findings.add(
    'PAYDATA-VALUE',
    'structure',
    'sessionID',
    ['会话ID含有引号、反斜杠或控制字符', 'The session holds quotes, backslashes or control characters'],
    ['原样返回海关给出的会话ID', 'Give back the session exactly as customs gave it'],
  );
}

function piecesOf(json: string, object: JsonObject): SignedPieces | undefined {
  const piece = (name: string): string | undefined => {
    const value = object.members.get(name);
    return value && json.slice(value.start, value.end);
  };
  const [sessionID, head, lists, serviceTime] = [
    piece('sessionID'),
    piece(HEAD),
    piece(LISTS),
    piece('serviceTime'),
  ];
  if (sessionID === undefined || head === undefined || lists === undefined || serviceTime === undefined)
    return undefined;
  return { sessionID, head, lists, serviceTime };
}

/** JSON without the white space between its parts; what stands in strings is left alone. */
function compact(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g, '$1');
}

function notCompact(findings: PaymentFindings): void {
  findings.add(
    'PAYDATA-SIGNED-FORM',
    'field',
    '',
    [
      '字段之间有空白：签名须对紧凑的 JSON 计算，并逐字发送同一文本',
      'There is white space between the fields: sign compact JSON, and send that very text',
    ],
    ['去掉空白后再签名和发送', 'Leave the white space out before signing and sending'],
  );
}
