import type { Finding } from '#kernel';
import type { Field } from '../tables/field.ts';
import { finding, labels, type Pair } from './business-finding.ts';
import { commodityFault, ISSUED, type IssuedNumber, isIssued, rightEnd } from './issued-numbers.ts';

/** A finding about a number, and whether it is only derived from the text of the standard. */
export interface NumberFinding {
  readonly finding: Finding;
  readonly derived: boolean;
}

/** What is wrong with a number that was issued, or that has a check of its own. Persons' numbers stand in no sentence. */
export function numberFindings(
  field: Field,
  issued: IssuedNumber | undefined,
  path: string,
  text: string,
): NumberFinding[] {
  const shown = issued === 'citizen-id' ? undefined : text;
  if (issued && !isIssued(issued, field, text)) {
    return [{ finding: notIssued(field, path, shown, ISSUED[issued]), derived: issued === 'citizen-id' }];
  }
  const right = rightEnd(issued, field, text);
  const fault = field.name === 'gcode' ? commodityFault(text) : undefined;
  return [
    ...(right === undefined
      ? []
      : [{ finding: wrongCheckCharacter(field, path, shown, right), derived: true }]),
    ...(fault ? [{ finding: wrongCommodity(field, path, text, fault), derived: true }] : []),
  ];
}

function notIssued(field: Field, path: string, value: string | undefined, form: Pair): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-ISSUED-NUMBER',
    path,
    [
      `${zh}${value === undefined ? '' : `“${value}”`}不是${form[0]}`,
      `${en}${value === undefined ? '' : ` "${value}"`} is not ${form[1]}`,
    ],
    value === undefined
      ? ['对照身份证填写', 'Compare it with the card']
      : [
          '照抄回执中的编号；没有时留空或不填',
          'Copy the number from the receipt; leave it out where there is none',
        ],
  );
}

function wrongCommodity(field: Field, path: string, value: string, why: Pair): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-COMMODITY',
    path,
    [`${zh}“${value}”${why[0]}`, `${en} "${value}" ${why[1]}`],
    [
      '按税则归类填写 10 位数字；简化申报的前 4 位也须归入存在的品目',
      'Write the 10 digits of the tariff; declared simplified, the first 4 must be a heading as well',
    ],
  );
}

function wrongCheckCharacter(field: Field, path: string, value: string | undefined, right: string): Finding {
  const [zh, en] = labels(field);
  return finding(
    'CEB-CHECK-CHARACTER',
    path,
    [
      `${zh}${value === undefined ? '' : `“${value}”`}校验位不符`,
      `${en}${value === undefined ? '' : ` "${value}"`} has a wrong check character`,
    ],
    [
      `其余各位若无误，末位应为“${right}”；请对照原件核对`,
      `If the other characters are right the last is "${right}"; compare it with the original`,
    ],
  );
}
