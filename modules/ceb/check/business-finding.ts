import type { Finding, FindingLevel } from '#kernel';
import type { Field } from '../tables/field.ts';
import { orElse } from '../tables/otherwise.ts';
import type { When } from '../tables/row.ts';

/** Stable codes of what the text of the standard asks beyond single fields, and of what it only implies. */
export type BusinessCode =
  | 'CEB-BLANK'
  | 'CEB-BY-TEXT'
  | 'CEB-CHECK-CHARACTER'
  | 'CEB-COMMODITY'
  | 'CEB-DUPLICATE'
  | 'CEB-DXP-ID'
  | 'CEB-EMPTY-HERE'
  | 'CEB-IGNORED'
  | 'CEB-ISSUED-NUMBER'
  | 'CEB-ITEMS-SUM'
  | 'CEB-NEVER'
  | 'CEB-NOTHING'
  | 'CEB-ONE-OF'
  | 'CEB-PART'
  | 'CEB-PERIOD'
  | 'CEB-SUM'
  | 'CEB-UNSIGNED'
  | 'CEB-WEIGHT';

/** In Chinese and in English. */
export type Pair = readonly [zh: string, en: string];

/** Codes that concern one field alone; the others compare. */
const OF_ONE_FIELD: ReadonlySet<BusinessCode> = new Set<BusinessCode>([
  'CEB-BLANK',
  'CEB-BY-TEXT',
  'CEB-CHECK-CHARACTER',
  'CEB-COMMODITY',
  'CEB-ISSUED-NUMBER',
  'CEB-NEVER',
]);

/** A finding of one of these codes. */
export function finding(code: BusinessCode, path: string, message: Pair, remedy: Pair): Finding {
  const level: FindingLevel = OF_ONE_FIELD.has(code) ? 'field' : 'business';
  return {
    ...{ code, level, path },
    message: { zh: message[0], en: message[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
  };
}

/** A field as sentences name it. */
export function labels({ zh, en, name }: Field): Pair {
  return [`${zh}（${name}）`, `${en} (${name})`];
}

export function blank(field: Field, path: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-BLANK',
    path,
    [`${zh}必填，填写的是空白`, `${en} is mandatory; it is blank`],
    [`填写 ${field.name}${orElse(field)[0]}`, `Write ${field.name}${orElse(field)[1]}`],
  );
}

export function missingByText(field: Field, path: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-BY-TEXT',
    path,
    [
      `规范文字要求填写${zh}，XSD 未强制`,
      `The text of the standard asks for ${en}; the schema lets it be left out`,
    ],
    [`补上 ${field.name}${orElse(field)[0]}`, `Add ${field.name}${orElse(field)[1]}`],
  );
}

export function never(field: Field, path: string, value: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-NEVER',
    path,
    [`${zh}不得为 ${value}`, `${en} may not be ${value}`],
    ['填写实际的代码', 'Write the true code'],
  );
}

/** What was added up, and what it comes to. */
export interface Reckoning {
  readonly stated: string;
  readonly reckoned: string;
  readonly zh: string;
  readonly en: string;
}

export function wrongSum(total: Field, path: string, { stated, reckoned, zh, en }: Reckoning): Finding {
  const [name, called] = labels(total);
  return finding(
    'CEB-SUM',
    path,
    [`${name}为 ${stated}，按${zh}应为 ${reckoned}`, `${called} is ${stated}; ${en} is ${reckoned}`],
    [
      `更正 ${total.name} 或相加的各项，精确到分`,
      `Correct ${total.name} or what it is made of, exact to 0.01`,
    ],
  );
}

export function wrongItemsSum(head: Field, path: string, { stated, reckoned, zh, en }: Reckoning): Finding {
  const [name, called] = labels(head);
  return finding(
    'CEB-ITEMS-SUM',
    path,
    [
      `${name}为 ${stated}，表体${zh}合计为 ${reckoned}`,
      `${called} is ${stated}; ${en} of the items add up to ${reckoned}`,
    ],
    [`使 ${head.name} 等于表体合计，精确到分`, `Make ${head.name} the sum of the items, exact to 0.01`],
  );
}

export function weightOver(less: Field, more: Field, path: string, values: Pair): Finding {
  const [zh, en] = labels(less);
  return finding(
    'CEB-WEIGHT',
    path,
    [
      `${zh} ${values[0]} 大于${more.zh} ${values[1]}`,
      `${en} ${values[0]} is more than ${more.en} ${values[1]}`,
    ],
    [`${less.zh}不得大于${more.zh}，请更正`, `Correct them: ${less.en} is at most ${more.en}`],
  );
}

export function periodReversed(later: Field, earlier: Field, path: string): Finding {
  return finding(
    'CEB-PERIOD',
    path,
    [`${later.zh}早于${earlier.zh}`, `${later.en} is before ${earlier.en}`],
    [`${later.zh}须不早于${earlier.zh}`, `Give a ${later.name} that is not before ${earlier.name}`],
  );
}

export function noneOf(field: Field, others: readonly Field[], path: string, value: string): Finding {
  const [zh, en] = labels(field);
  const all = (language: 'zh' | 'en', comma: string): string =>
    others
      .map((one) => `${one[language]}${language === 'zh' ? `（${one.name}）` : ` (${one.name})`}`)
      .join(comma);
  return finding(
    'CEB-ONE-OF',
    path,
    [`${zh}“${value}”不是清单中的${all('zh', '、')}`, `${en} "${value}" is none of ${all('en', ', ')}`],
    [`填写其中一家企业的代码`, 'Write the code of one of these firms'],
  );
}

export function itemsIgnored(path: string): Finding {
  return finding(
    'CEB-IGNORED',
    path,
    [
      '已指定时间范围，表体列出的清单编号将被忽略',
      'A period is given, so the declarations listed are ignored',
    ],
    ['只填时间范围，或只在表体列出清单编号', 'Give either startTime and endTime or the list of declarations'],
  );
}

export function emptyHere(field: Field, when: When, path: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-EMPTY-HERE',
    path,
    [`${when.zh}不得填写${zh}`, `${en} may not be given for ${when.en}`],
    [`删去 ${field.name}，或更正 ${when.field}`, `Remove ${field.name}, or correct ${when.field}`],
  );
}

export function partOutside(path: string, count: number, number: number): Finding {
  return finding(
    'CEB-PART',
    path,
    [
      `报文序号（msgSeqNo）${number} 与报文总数（msgCount）${count} 不符`,
      `msgSeqNo ${number} does not fit msgCount ${count}`,
    ],
    [
      '未拆分的两者都填 1；拆分的从 1 起连续编号，不超过总数',
      'Write 1 and 1 when not split; else number the parts 1, 2, 3 … up to msgCount',
    ],
  );
}

export function nothingNamed(path: string): Finding {
  return finding(
    'CEB-NOTHING',
    path,
    ['既没有时间范围，也没有清单编号', 'Neither a period nor any declaration number is given'],
    ['填写汇总开始、结束时间，或在表体列出清单编号', 'Give startTime and endTime, or list the declarations'],
  );
}

export function duplicateTogether(
  fields: readonly Field[],
  path: string,
  values: readonly string[],
): Finding {
  const zh = fields.map((field, at) => `${field.zh} ${values[at]}`).join('、');
  const en = fields.map((field, at) => `${field.en} ${values[at]}`).join(', ');
  return finding(
    'CEB-DUPLICATE',
    path,
    [`${zh}重复`, `${en}: given twice`],
    ['删去重复的一项，或改正编号', 'Remove the repeated one, or correct its number'],
  );
}

export function duplicate(field: Field, path: string, value: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-DUPLICATE',
    path,
    [`${zh}“${value}”重复`, `${en} "${value}" is given twice`],
    ['删去重复的一项，或改正编号', 'Remove the repeated one, or correct its number'],
  );
}

export function unsigned(path: string): Finding {
  return finding(
    'CEB-UNSIGNED',
    path,
    [
      '业务状态为 2（申报），但报文没有签名',
      'The document is declared (appStatus 2), but the message is not signed',
    ],
    ['加上 ds:Signature，或以 appStatus 1 暂存', 'Add ds:Signature, or send it as saved (appStatus 1)'],
  );
}

export function dxpIdTooLong(path: string, value: string): Finding {
  return finding(
    'CEB-DXP-ID',
    path,
    [
      `报文传输编号（dxpId）“${value}”超过 16 个字符，不可能与传输报文的 SenderId 一致`,
      `dxpId "${value}" has more than 16 characters, so it cannot equal SenderId of the envelope`,
    ],
    [
      '填写数据交换平台分配的编号（如 DXPENT 加 10 位数字）',
      'Write the id the exchange platform assigned, such as DXPENT and 10 digits',
    ],
  );
}
