import type { Finding } from '#kernel';
import type { Field } from '../tables/field.ts';
import type { When } from '../tables/row.ts';

/** Stable codes of field conditions that the text of the standard sets and the schema does not check. */
export type FieldCode =
  | 'CEB-CODE-LIST'
  | 'CEB-CONDITION'
  | 'CEB-NEGATIVE'
  | 'CEB-PRODUCT'
  | 'CEB-SEQUENCE'
  | 'CEB-SEQUENCE-REPEATED'
  | 'CEB-TIME'
  | 'CEB-TOGETHER'
  | 'CEB-VALUE';

type Pair = readonly [zh: string, en: string];

function finding(code: FieldCode, path: string, message: Pair, remedy: Pair, rule?: string): Finding {
  return {
    code,
    level: 'field',
    path,
    message: { zh: message[0], en: message[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
    ...(rule === undefined ? {} : { rule }),
  };
}

function labels({ zh, en, name }: Field): Pair {
  return [`${zh}（${name}）`, `${en} (${name})`];
}

export function wrongValue(field: Field, path: string, value: string): Finding {
  const [zh, en] = labels(field);
  const allowed = field.values ?? [];
  return finding(
    'CEB-VALUE',
    path,
    [`${zh}填写了“${value}”`, `${en} is "${value}"`],
    [`只能填写 ${allowed.join('、')}`, `Only ${allowed.join(', ')} may be given`],
  );
}

export function wrongTime(field: Field, path: string, value: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-TIME',
    path,
    [`${zh}“${value}”不是真实的时间`, `${en}: "${value}" is not a real date or time`],
    [`按 ${field.time} 格式填写真实的时间`, `Write a real date or time as ${field.time}`],
  );
}

export function negative(field: Field, path: string, value: string): Finding {
  const [zh, en] = labels(field);
  return field.sign === 'positive'
    ? finding(
        'CEB-NEGATIVE',
        path,
        [`${zh}为 ${value}，应大于零`, `${en} is ${value}; it must be more than zero`],
        ['填写大于零的数', 'Write a number above zero'],
      )
    : finding(
        'CEB-NEGATIVE',
        path,
        [`${zh}为 ${value}，不得为负`, `${en} is ${value}; it may not be negative`],
        ['填写零或正数', 'Write zero or a positive number'],
      );
}

export function notInList(field: Field, path: string, value: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-CODE-LIST',
    path,
    [
      `${zh}的代码 ${value} 不在参数表 ${field.codeList} 中`,
      `${en}: the code ${value} is not in the parameter table ${field.codeList}`,
    ],
    ['填写海关参数表中的有效代码', 'Use a code that is in force in the customs parameter table'],
  );
}

export function requiredHere(field: Field, when: When, path: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-CONDITION',
    path,
    [`${when.zh}须填写${zh}`, `${en} must be given for ${when.en}`],
    [`补上 ${field.name}，或更正 ${when.field}`, `Add ${field.name}, or correct ${when.field}`],
    when.rule,
  );
}

export function valueHere(field: Field, path: string, value: string): Finding {
  const [zh, en] = labels(field);
  const when = field.valueWhen;
  return finding(
    'CEB-CONDITION',
    path,
    [
      `${when?.zh}的${zh}应为 ${when?.value}，填写了 ${value}`,
      `${en} must be ${when?.value} for ${when?.en}; it is ${value}`,
    ],
    [`填写 ${when?.value}，或更正 ${when?.field}`, `Write ${when?.value}, or correct ${when?.field}`],
    when?.rule,
  );
}

export function repeatedNumber(path: string, name: string, value: number): Finding {
  return finding(
    'CEB-SEQUENCE-REPEATED',
    path,
    [`序号（${name}）${value} 重复`, `The item number (${name}) ${value} is used twice`],
    ['从 1 起连续编号，不得重复', 'Number the items 1, 2, 3 … without repetition'],
  );
}

export function numberOutside(path: string, name: string, value: number, items: number): Finding {
  return finding(
    'CEB-SEQUENCE',
    path,
    [
      `序号（${name}）为 ${value}，共 ${items} 项，应在 1 至 ${items} 之间连续`,
      `The item number (${name}) is ${value}; ${items} items are numbered 1 to ${items} without a gap`,
    ],
    ['从 1 起连续编号', 'Number the items 1, 2, 3 … without a gap'],
  );
}

/** Total, and the two factors it should be the product of. */
export interface Product {
  readonly total: Field;
  readonly factors: readonly [Field, Field];
}

export function wrongProduct(
  product: Product,
  path: string,
  values: readonly [string, string, string],
): Finding {
  const { total, factors } = product;
  const [sum, first, second] = values;
  return finding(
    'CEB-PRODUCT',
    path,
    [
      `${total.zh}（${total.name}）${sum} 不等于${factors[0].zh} ${first} 乘以${factors[1].zh} ${second}`,
      `${total.en} (${total.name}) ${sum} is not ${factors[0].en} ${first} times ${factors[1].en} ${second}`,
    ],
    ['按单价乘以数量填写总价，精确到分', 'Write price times quantity, exact to 0.01'],
    'R-1.14',
  );
}

export function notTogether(given: Field, absent: Field, path: string): Finding {
  return finding(
    'CEB-TOGETHER',
    path,
    [
      `填写了${given.zh}（${given.name}），缺少${absent.zh}（${absent.name}）`,
      `${given.en} (${given.name}) is given without ${absent.en} (${absent.name})`,
    ],
    ['两者都填，或都不填', 'Give both or neither'],
  );
}
