import type { RowMore } from '../tables/row.ts';

type Kind = NonNullable<RowMore['issued']>;

/**
 * Forms of the numbers customs and the E-Port issue, in words. Pre-entry: a letter, the day, nine digits. Declaration:
 * office, year, I or E, then nine digits, in export up to eleven.
 */
export const ISSUED: Readonly<Record<Kind, readonly [zh: string, en: string]>> = {
  'pre-entry': ['字母加 17 位数字的预录入编号', 'a pre-entry number: a letter and 17 digits'],
  'import-list': [
    '进口清单编号（4 位关区、4 位年、I、9 位数字）',
    'an import number: office, year, I and 9 digits',
  ],
  'export-list': [
    '出口清单编号（4 位关区、4 位年、E、9 至 11 位数字）',
    'an export number: office, year, E and 9 to 11 digits',
  ],
};

const FORMS: Readonly<Record<Kind, RegExp>> = {
  'pre-entry': /^[A-Za-z]\d{17}$/,
  'import-list': /^\d{8}I\d{9}$/,
  'export-list': /^\d{8}E\d{9,11}$/,
};

/** Whether a text has the form of a number that was issued. */
export function isIssued(kind: Kind, text: string): boolean {
  return FORMS[kind].test(text);
}
