import { readDecimal } from '#kernel';
import { isRealTime } from '../check/time.ts';
import type { PaymentDataField } from './fields.ts';
import type { JsonList, JsonObject, JsonValue } from './json-value.ts';
import { type PaymentFindings, shown } from './payment-finding.ts';

/** Fields of one object as texts: numbers as they are written. */
export type Texts = ReadonlyMap<string, string>;

/** The object a value is, or a finding that it is none. */
export function objectOf(
  value: JsonValue | undefined,
  path: string,
  findings: PaymentFindings,
): JsonObject | undefined {
  if (value?.kind === 'object') return value;
  if (value === undefined) missing(path, findings);
  else wrongType(path, ['一个对象 {…}', 'an object {…}'], findings);
  return undefined;
}

/** The list a value is, with at least one item, or a finding that it is none. */
export function listOf(
  value: JsonValue | undefined,
  path: string,
  findings: PaymentFindings,
): JsonList | undefined {
  if (value === undefined) missing(path, findings);
  else if (value.kind !== 'array') wrongType(path, ['一个列表 […]', 'a list […]'], findings);
  else if (value.items.length === 0) empty(path, findings);
  else return value;
  return undefined;
}

/**
 * Checks the plain fields of an object against their table, and that it has no others.
 * @param order all names the object may have, in the order of the notice
 */
export function checkObject(
  object: JsonObject,
  fields: readonly PaymentDataField[],
  order: readonly string[],
  path: string,
  findings: PaymentFindings,
): Texts {
  const texts = new Map<string, string>();
  const inside = (name: string): string => (path === '' ? name : `${path}/${name}`);
  for (const field of fields) {
    const value = object.members.get(field.name);
    const text = checkField(field, value, inside(field.name), findings);
    if (text !== undefined) texts.set(field.name, text);
  }
  for (const name of object.members.keys())
    if (!order.includes(name)) unknown(inside(shown(name)), name, findings);
  const known = [...object.members.keys()].filter((name) => order.includes(name));
  const places = known.map((name) => order.indexOf(name));
  if (places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))) outOfOrder(path, order, findings);
  return texts;
}

function checkField(
  field: PaymentDataField,
  value: JsonValue | undefined,
  path: string,
  findings: PaymentFindings,
): string | undefined {
  if (value === undefined || (value.kind === 'null' && !field.required)) {
    if (field.required) missing(path, findings);
    return undefined;
  }
  if (field.type === 'N19,5') return checkAmount(value, path, findings);
  if (field.type === 'digits') return checkDigits(value, path, findings);
  if (value.kind !== 'string') {
    wrongType(path, ['带双引号的文字', 'a text in double quotes'], findings);
    return undefined;
  }
  if (value.value === '') {
    if (field.required) empty(path, findings);
    return value.value;
  }
  checkLength(field, value.value, path, findings);
  checkForm(field, value.value, path, findings);
  return value.value;
}

function checkAmount(value: JsonValue, path: string, findings: PaymentFindings): string | undefined {
  if (value.kind !== 'number') {
    wrongType(path, ['不带引号的数', 'a number without quotes'], findings);
    return undefined;
  }
  const [, whole = '', decimals = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(value.text) ?? [];
  if (whole === '' || whole.length > 14 || decimals.length > 5) {
    findings.add(
      'PAYDATA-NUMBER',
      'structure',
      path,
      [`“${shown(value.text)}”不是 N19,5 的数`, `"${shown(value.text)}" is not a number of the form N19,5`],
      [
        '整数最多 14 位，小数最多 5 位，不用指数',
        'At most 14 digits before and 5 after the point, no exponent',
      ],
    );
    return undefined;
  }
  if ((readDecimal(value.text) ?? 0n) <= 0n)
    findings.add(
      'PAYDATA-AMOUNT',
      'field',
      path,
      [`交易金额 ${value.text} 应大于零`, `The amount ${value.text} should be more than zero`],
      ['填写实际交易金额', 'Give the amount that was paid'],
    );
  return value.text;
}

/** The notice says a number; in practice customs and platforms also send it as text. */
function checkDigits(value: JsonValue, path: string, findings: PaymentFindings): string | undefined {
  const text = value.kind === 'number' ? value.text : value.kind === 'string' ? value.value : undefined;
  if (text !== undefined && /^\d{1,17}$/.test(text)) return text;
  if (text === '') empty(path, findings);
  else
    findings.add(
      'PAYDATA-TYPE',
      'structure',
      path,
      ['应为 1970 年以来的毫秒数', 'Expected are milliseconds since 1970'],
      ['例如 1533271903898', 'For example 1533271903898'],
    );
  return undefined;
}

function checkLength(field: PaymentDataField, text: string, path: string, findings: PaymentFindings): void {
  const most = Number(field.type.slice(3));
  // A character may be made of two units, so a text of few units needs no counting.
  if (text.length <= most) return;
  let length = 0;
  for (const _ of text) length++;
  if (length <= most) return;
  findings.add(
    'PAYDATA-LENGTH',
    'structure',
    path,
    [
      `${field.zh}（${field.name}）有 ${length} 个字符，最多 ${most} 个`,
      `${field.en} (${field.name}) has ${length} characters; at most ${most} are allowed`,
    ],
    [`缩短到 ${most} 个字符以内`, `Shorten it to ${most} characters`],
  );
}

function checkForm(field: PaymentDataField, text: string, path: string, findings: PaymentFindings): void {
  const { values, form } = field;
  if (values !== undefined && !Object.hasOwn(values, text)) {
    const allowed = Object.entries(values);
    findings.add(
      'PAYDATA-VALUE',
      'field',
      path,
      [
        `${field.zh}（${field.name}）填写了“${shown(text)}”`,
        `${field.en} (${field.name}) is "${shown(text)}"`,
      ],
      [
        `填写 ${allowed.map(([code, [zh]]) => `${code} ${zh}`).join('、')}`,
        `Use ${allowed.map(([code, [, en]]) => `${code} ${en}`).join(', ')}`,
      ],
    );
  }
  if (form === 'stamp' && !isRealTime(text, 'YYYYMMDDhhmmss'))
    findings.add(
      'PAYDATA-TIME',
      'field',
      path,
      [`“${shown(text)}”不是真实的时间`, `"${shown(text)}" is not a real date and time`],
      ['按 YYYYMMDDhhmmss 填写北京时间', "Write China's time as YYYYMMDDhhmmss"],
    );
  if (form === 'guid' && !/^[0-9A-Z-]{36}$/.test(text))
    findings.add(
      'PAYDATA-GUID',
      'field',
      path,
      [
        '系统唯一序号应为 36 位，英文字母大写',
        'The unique number should be 36 characters, letters in upper case',
      ],
      ['例如 E4B7F0C2-5D0A-4C6B-9B1E-3F2A7C8D9E01', 'For example E4B7F0C2-5D0A-4C6B-9B1E-3F2A7C8D9E01'],
    );
  if (form === 'links' && !text.split(';').every((link) => /^https?:\/\/[^\s]+$/i.test(link)))
    findings.add(
      'PAYDATA-LINK',
      'field',
      path,
      [
        '商品展示链接应以 http:// 或 https:// 开头，多个用“;”隔开',
        'A link should begin with http:// or https://; several are joined by ";"',
      ],
      ['填写可打开的商品页面地址', 'Give the address of a page of the goods that can be opened'],
    );
}

function missing(path: string, findings: PaymentFindings): void {
  const name = path.replace(/^.*\//, '');
  findings.add(
    'PAYDATA-MISSING',
    'structure',
    path,
    [`缺少必填字段 ${name}`, `The mandatory field ${name} is missing`],
    [`补上 ${name}`, `Add ${name}`],
  );
}

function empty(path: string, findings: PaymentFindings): void {
  const name = path.replace(/^.*\//, '');
  findings.add(
    'PAYDATA-EMPTY',
    'structure',
    path,
    [`必填字段 ${name} 为空`, `The mandatory field ${name} is empty`],
    [`填写 ${name}`, `Fill in ${name}`],
  );
}

function wrongType(path: string, wanted: readonly [string, string], findings: PaymentFindings): void {
  findings.add(
    'PAYDATA-TYPE',
    'structure',
    path,
    [`此处应为${wanted[0]}`, `Expected is ${wanted[1]}`],
    ['按公告的表格填写类型', 'Give it the type of the table in the notice'],
  );
}

function unknown(path: string, name: string, findings: PaymentFindings): void {
  findings.add(
    'PAYDATA-UNKNOWN',
    'structure',
    path,
    [`公告中没有字段 ${shown(name)}`, `The notice has no field ${shown(name)}`],
    [
      '删除该字段，或核对拼写（initalRequest 等原文如此）',
      'Remove it, or check its spelling (initalRequest and others are official)',
    ],
  );
}

function outOfOrder(path: string, order: readonly string[], findings: PaymentFindings): void {
  findings.add(
    'PAYDATA-ORDER',
    'field',
    path,
    ['字段顺序与公告不同', 'The fields are not in the order of the notice'],
    [`按 ${order.join('、')} 的顺序`, `Write them as ${order.join(', ')}`],
  );
}
