import type { Field } from '../tables/field.ts';

/** Numbers others have issued, whose form is known. */
export type IssuedNumber = NonNullable<Field['issued']> | 'enterprise';

/**
 * Forms of these numbers in words. Pre-entry: a letter, the day, nine digits. Declaration: office, year, I or E, then
 * nine digits, in export up to eleven. Enterprise: registered with customs, or the social credit code.
 */
export const ISSUED: Readonly<Record<IssuedNumber, readonly [zh: string, en: string]>> = {
  enterprise: [
    '10 位海关注册编号或 18 位统一社会信用代码',
    'a customs registration of 10 or a social credit code of 18 letters and digits',
  ],
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

const FORMS: Readonly<Record<IssuedNumber, RegExp>> = {
  enterprise: /^(?:[0-9A-Z]{10}|[0-9A-Z]{18})$/,
  'pre-entry': /^[A-Za-z]\d{17}$/,
  'import-list': /^\d{8}I\d{9}$/,
  'export-list': /^\d{8}E\d{9,11}$/,
};

/**
 * Fields that name an enterprise registered with customs. Platforms (`ebpCode`) may have a number of the E-Port's or be
 * 无, payment firms (`payCode`) may be abroad.
 */
const ENTERPRISES: ReadonlySet<string> = new Set([
  ...['ebcCode', 'agentCode', 'logisticsCode', 'operatorCode', 'declAgentCode', 'areaCode', 'iacCode'],
  ...['ownerCode', 'copCode'],
]);

/** What a producer without a registration writes. */
const UNREGISTERED_OWNER = 'NO';

/** Which kind of number a field holds, if any. */
export function issuedIn({ name, issued }: Field): IssuedNumber | undefined {
  return issued ?? (ENTERPRISES.has(name) ? 'enterprise' : undefined);
}

/** Whether a text has the form of a number that was issued. */
export function isIssued(kind: IssuedNumber, { name }: Field, text: string): boolean {
  return FORMS[kind].test(text) || (name === 'ownerCode' && text === UNREGISTERED_OWNER);
}
