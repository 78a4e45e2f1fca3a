import { citizenIdCheckCharacter, gtinCheckDigit, isUsccBody, usccCheckCharacter } from '#kernel';
import type { Field } from '../tables/field.ts';
import type { Fields } from './looking.ts';

/** Numbers others have issued, whose form is known. */
export type IssuedNumber = NonNullable<Field['issued']> | 'enterprise' | 'citizen-id';

/**
 * Forms of these numbers in words. Pre-entry: a letter, the day, nine digits. Declaration: office, year, I or E, then
 * nine digits, in export up to eleven. Enterprise: registered with customs, or the social credit code.
 * Citizen.
 */
export const ISSUED: Readonly<Record<IssuedNumber, readonly [zh: string, en: string]>> = {
  'citizen-id': [
    '18 位公民身份号码（17 位数字加 1 位数字或 X）',
    'a citizen identity number: 17 digits and one digit or X',
  ],
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
  'citizen-id': /^\d{17}[\dXx]$/,
  enterprise: /^(?:\d{4}[1-9W][1-9A-D][0-9A-Z]{4}|[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})$/,
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

/** Numbers of persons, and the field that says of which kind each is: 1 is the citizen's card. */
const PERSONS: Readonly<Record<string, string>> = {
  buyerIdNumber: 'buyerIdType',
  payerIdNumber: 'payerIdType',
};

/** Which kind of number a field holds, if any, among the fields of its group. */
export function issuedIn({ name, issued }: Field, fields: Fields): IssuedNumber | undefined {
  if (issued) return issued;
  if (ENTERPRISES.has(name)) return 'enterprise';
  const type = PERSONS[name];
  return type !== undefined && fields[type] === '1' ? 'citizen-id' : undefined;
}

/** Whether a field may hold a number that was issued, or one with a check of its own. */
export function isNumbered({ name, issued }: Field): boolean {
  return (
    issued !== undefined || ENTERPRISES.has(name) || name in PERSONS || name in CHECKED || name === 'gcode'
  );
}

type CheckCharacter = (value: string) => string | undefined;

const ofCredit: CheckCharacter = (value) =>
  value.length === 18 && isUsccBody(value.slice(0, 17)) ? usccCheckCharacter(value.slice(0, 17)) : undefined;
const ofCitizen: CheckCharacter = (value) =>
  FORMS['citizen-id'].test(value) ? citizenIdCheckCharacter(value.slice(0, 17)) : undefined;
/** Firms number what they sell themselves as well; only what is as long as a GTIN is taken for one. */
const ofArticle: CheckCharacter = (value) =>
  /^(?:\d{8}|\d{12,14})$/.test(value) ? gtinCheckDigit(value.slice(0, -1)) : undefined;

/** Fields whose numbers are no customs registrations but end in a check character all the same. */
const CHECKED: Readonly<Record<string, CheckCharacter>> = {
  ebpCode: ofCredit,
  payCode: ofCredit,
  barCode: ofArticle,
};

/**
 * The character a number should end in where its own check says so and it does not: of social credit codes,
 * citizen identity numbers and GTINs. Undefined for sound numbers, and for those without a check.
 */
export function rightEnd(kind: IssuedNumber | undefined, { name }: Field, text: string): string | undefined {
  const check = kind === 'enterprise' ? ofCredit : kind === 'citizen-id' ? ofCitizen : CHECKED[name];
  const right = check?.(text);
  return right === text.slice(-1).toUpperCase() ? undefined : right;
}

/** The tariff has chapters 1 to 98 without 77, which is kept free. */
const isChapter = (chapter: number): boolean => chapter >= 1 && chapter <= 98 && chapter !== 77;

/** Why a text is no commodity code of the tariff; undefined for one it can have. */
export function commodityFault(text: string): readonly [zh: string, en: string] | undefined {
  if (!/^\d{10}$/.test(text)) return ['不是 10 位数字', 'is not of 10 digits'];
  const chapter = text.slice(0, 2);
  if (isChapter(Number(chapter))) return undefined;
  return [`的第 ${chapter} 章在税则中不存在`, `is of chapter ${chapter}, which the tariff does not have`];
}

/** Whether a text has the form of a number that was issued. */
export function isIssued(kind: IssuedNumber, { otherwise }: Field, text: string): boolean {
  return FORMS[kind].test(text) || text === otherwise?.write;
}
