import type { Field, messageTables } from '#ceb';
import { table } from './markdown-table.ts';
import { wordsOf } from './message-words.ts';

type Group = (typeof messageTables)[keyof typeof messageTables]['groups'][number];

/** The fields of a group as a table, and what is asked of several of them together. */
export function groupPart(group: Group, source: string): string {
  const { name, zh, en, least, most, fields, textOnly } = group;
  const often = least === most ? '' : ` ${least}..${most === 'unbounded' ? 'n' : most}`;
  const parts = [`### ${name}${often} ${zh} · ${en}`, fieldTable(fields, source), checks(group)];
  if (textOnly) parts.push(TEXT_ONLY, fieldTable(textOnly, source));
  return parts.filter(Boolean).join('\n\n');
}

const TEXT_ONLY =
  '只在正文中、XSD 中没有的字段；实际报文中见到过，读取时保留。Fields of the text that the schema lacks; they are seen in practice, and kept when read:';

function fieldTable(fields: readonly Field[], source: string): string {
  const lines = fields.map((field) => [
    `\`${field.name}\``,
    `${field.zh}<br>${field.en}`,
    notation(field),
    needed(field),
    content(field, source),
  ]);
  return table(['字段 field', '名称 name', '格式', '必填', '取值与说明 values and notes'], lines);
}

function notation({ type, minLength = 0, maxLength, totalDigits, fractionDigits }: Field): string {
  if (type === 'decimal') return `N${totalDigits},${fractionDigits}`;
  if (type === 'int') return `I${totalDigits ?? ''}`;
  if (maxLength === undefined) return 'C';
  if (minLength === maxLength) return `C${maxLength}`;
  return `C${minLength || ''}..${maxLength}`;
}

function needed({ required, requiredWhen, requiredIf, byText }: Field): string {
  if (required === true) return '**是 yes**';
  if (byText) return '正文 by the text';
  const when = requiredWhen ?? requiredIf;
  return when ? `${when.zh}时<br>for ${when.en}` : '';
}

function content(field: Field, source: string): string {
  const { fixed, byDefault, time, sign, valueWhen, remark, type, collapse, never, issued } = field;
  const says = [
    fixed && `固定 always \`${fixed}\`${meaning(field, fixed)}`,
    byDefault && `空元素即 empty stands for \`${byDefault}\``,
    valuesOf(field),
    time && `\`${time}\``,
    type === 'decimal' && (sign ? '大于 0 · more than 0' : '不为负 · not negative'),
    valueWhen && `${valueWhen.zh}时为 \`${valueWhen.value}\` · \`${valueWhen.value}\` for ${valueWhen.en}`,
    listOf(field),
    never && `不可填 never ${never.map((value) => `\`${value}\`${meaning(field, value)}`).join('、')}`,
    issued && ISSUED[issued],
    field.otherwise &&
      `${field.otherwise.zh}时填 \`${field.otherwise.write}\` · \`${field.otherwise.write}\` where ${field.otherwise.en}`,
    collapse && '首尾及连续空白不计 · white space is collapsed',
    remark && `${remarkInChinese(remark)}${remark}`,
    field.source !== source && `来源 from ${field.source}`,
  ];
  return says.filter(Boolean).join('<br>');
}

/** Numbers are given by E-Port or customs; see `modules/ceb/check/issued-numbers.ts`. */
const ISSUED: Readonly<Record<NonNullable<Field['issued']>, string>> = {
  'pre-entry': '电子口岸编号：字母＋年月日＋9 位流水号 · letter, day, 9 digits',
  'import-list': '海关编号：4 位关区＋年＋I＋9 位流水号 · office, year, I, 9 digits',
  'export-list': '海关编号：4 位关区＋年＋E＋9 至 11 位流水号 · office, year, E, 9 to 11 digits',
};

/** A list of values shows each with its words. */
function valuesOf(field: Field): string {
  const { values = [], fixed } = field;
  if (fixed !== undefined) return '';
  return values.map((value) => `\`${value}\`${meaning(field, value)}`).join('<br>');
}

function meaning(field: Field, value: string): string {
  const words = wordsOf(field, value);
  return words ? ` ${words.zh} ${words.en}` : '';
}

function listOf({ codeList }: Field): string {
  if (!codeList) return '';
  const list = codeList === 'customs_office' ? 'customs_offices' : codeList;
  return `代码表 [${list}](../../contracts/codelists/${list}.csv)`;
}

/** Remarks that follow no pattern, in Chinese. */
const REMARKS: Readonly<Record<string, string>> = {
  'spelt so in the standard': '标准原文如此拼写',
  'the text names 9610, 1210, 9710, 9810; the XSD names 1239 beside 1210':
    '正文列 9610、1210、9710、9810，XSD 在 1210 之外还列 1239',
  '1: by the item name of the declarations; the text leaves it empty otherwise, the XSD wants one character':
    '填 1 按清单商品名汇总；正文称否则不填，XSD 要求一个字符',
};

const DISAGREEMENT = /^the text says (.+), the XSD (.+): the XSD is followed$/;
const IN_CHINESE: Readonly<Record<string, string>> = { required: '必填', optional: '可选' };

/** Remarks are kept in English in the tables; most follow two patterns. */
function remarkInChinese(remark: string): string {
  const known = REMARKS[remark];
  if (known !== undefined) return `${known} · `;
  const [, text = '', schema = ''] = DISAGREEMENT.exec(remark) ?? [];
  const zh = (words: string): string =>
    IN_CHINESE[words] ??
    words.replace(/^(up to )?(\d+)( characters)?$/, (_, upTo, count) => `${upTo ? '至多' : ''} ${count} 位`);
  if (text !== '') return `正文为${zh(text)}，XSD 为${zh(schema)}，以 XSD 为准 · `;
  const [, spelling] = /^the text spells it (\w+)$/.exec(remark) ?? [];
  return spelling === undefined ? '' : `正文误作 ${spelling} · `;
}

const q = (name: string): string => `\`${name}\``;

/** What the text asks of several fields together, a line each. */
function checks({ checks: asked = {} }: Group): string {
  const { sequence, unique = [], product, together = [], sums = [], itemSums = [] } = asked;
  const { notMore = [], notBefore = [], emptyWhen = [], parts, orItems } = asked;
  const { uniqueTogether = [], oneOf = [] } = asked;
  const repeated = sequence?.repeated ? `；重复为 a repeated one is ${q(sequence.repeated)}` : '';
  const says = [
    ...(sequence ? [`${q(sequence.field)} 从 1 起连续 counts from 1 without gap${repeated}`] : []),
    ...unique.map((name) => `${q(name)} 不重复 is in no two items the same`),
    ...(uniqueTogether.length > 0
      ? [`${uniqueTogether.map(q).join(' + ')} 不重复 are together in no two items the same`]
      : []),
    ...oneOf.map(({ field, of }) => `${q(field)} 是其中之一 is one of ${of.map(q).join(' / ')}`),
    ...(product ? [`${q(product.total)} = ${product.factors.map(q).join(' × ')}，到分 to the cent`] : []),
    ...sums.map(
      ({ total, plus, minus }) => `${q(total)} = ${[plus.map(q).join(' + '), ...minus.map(q)].join(' − ')}`,
    ),
    ...itemSums.map(({ head, item }) => `${q(head)} = 表体合计 sum over the items of ${q(item)}`),
    ...notMore.map(([less, more]) => `${q(less)} ≤ ${q(more)}`),
    ...notBefore.map(([later, earlier]) => `${q(later)} 不早于 is not before ${q(earlier)}`),
    ...together.map(
      ([one, other]) => `${q(one)} 与 ${q(other)} 同填或同空 are given together, or neither is`,
    ),
    ...emptyWhen.map(({ field, when }) => `${when.zh}时 ${q(field)} 不填 is left out for ${when.en}`),
    ...(parts ? ['`msgSeqNo` ≤ `msgCount`，从 1 起 from 1'] : []),
    ...(orItems
      ? [`${orItems.map(q).join('、')} 或表体，二者只填其一 or items: one of the two is given, not both`]
      : []),
  ];
  return says.map((line) => `- ${line}.`).join('\n');
}
