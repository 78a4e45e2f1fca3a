import type { Field } from '../tables/field.ts';
import type { Chance } from './chance.ts';

/** Characters of one kind: each a single code point, so that a text of them is as long as it has entries. */
const ALPHABETS: readonly (readonly string[])[] = [
  ['x'],
  ['茶'],
  ['😀'],
  ['e', '\u0301'],
  ['a', 'Z', '0', '9', '-', '_', '.'],
  ['茶', '马', '古', '道', '𠮷', 'x'],
  [' '],
  ['x', ' ', '\t', '\n'],
  ['x', '\r', '\n'],
  ['&', '<', '>', '"', "'", ']'],
  ['\u00a0', '\u3000', '\u2028', '\u0085', '\ufeff', '\u200d', '\ufffd', '\u007f', '\u{10ffff}', '\ud7ff'],
];

/** So many characters of one kind. */
export function characters(length: number, chance: Chance): string[] {
  const alphabet = ALPHABETS[chance.below(2 * ALPHABETS.length)] ?? ['x'];
  return Array.from({ length }, () => chance.pick(alphabet));
}

/** A length at, just within or just beyond what a field may have. */
export function lengthAround(least: number, most: number, chance: Chance): number {
  const around = [0, 1, least - 1, least, least + 1, most - 1, most, most, most + 1, 2 * most];
  return Math.max(0, chance.of(around) ?? 0);
}

/**
 * Writes characters so that XML reads back just these: as they are, as references, in CDATA sections, with comments and
 * instructions between them.
 */
export function dressed(text: readonly string[], chance: Chance): string {
  const way = chance.below(8);
  if (way === 0) return text.map(reference).join('');
  if (way === 1) return `<![CDATA[${text.join('').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  let written = '';
  for (const character of text) {
    const plain = escaped(character);
    written += way > 4 || !chance.once(6) ? plain : special(character, plain, chance);
  }
  return written;
}

function special(character: string, plain: string, chance: Chance): string {
  switch (chance.below(6)) {
    case 0:
      return `<!-- ${chance.pick(['c', '<x>', '&', '', '-'])} -->${plain}`;
    case 1:
      return `${plain}<?p ${chance.pick(['q', '', '>', '<', '&amp;'])}?>`;
    case 2:
      return `<![CDATA[]]>${plain}`;
    case 3:
      return character === ']' || character === '>' ? plain : `<![CDATA[${character}]]>`;
    default:
      return reference(character, chance.below(3));
  }
}

function escaped(character: string): string {
  return character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : character;
}

function reference(character: string, way = 0): string {
  const code = character.codePointAt(0) ?? 0;
  const hexadecimal = code.toString(16);
  return [`&#${code};`, `&#x${hexadecimal};`, `&#x000${hexadecimal.toUpperCase()};`][way] ?? '';
}

/** What XML Schema knows as numbers and what only looks like one. */
const ODD_NUMBERS: readonly string[] = [
  ...[
    '',
    ' ',
    '.',
    '+',
    '-',
    '+.',
    '-.',
    '0',
    '-0',
    '+0',
    '00',
    '0.',
    '.0',
    '-.0',
    '1.',
    '.5',
    '+.5',
    '1..2',
  ],
  ...['INF', '-INF', '+INF', 'NaN', 'inf', '1e3', '1E3', '1e', 'e1', '0x1F', '1f', '1d', '1L', 'true', 'one'],
  ...[
    '1,5',
    '1,000',
    '1_000',
    '1 000',
    '--1',
    '+-1',
    '-+1',
    '1-',
    '1+',
    '- 1',
    '１',
    '٣',
    '一',
    '½',
    '1\u00a0',
  ],
  ...['2147483647', '2147483648', '-2147483648', '-2147483649', '+2147483647', '+2147483648'],
  ...['02147483647', '0000000002147483648', '4294967296', '4294967297', '9223372036854775807'],
  ...['9223372036854775808', '18446744073709551616', '99999999999999999999999999', '2147483647.0'],
  ...['1.0', '1.00000', '1.000000', '1.123456', '1.1234500', '0.000001', '0.00001', '100000000000000'],
  ...['12345678901234.12345', '123456789012345.12345', '1234567890123456789', '12345678901234567890'],
  ...['123456789012345678.9', '0.1234567890123456789', `1.${'0'.repeat(40)}`, `${'0'.repeat(40)}1`],
  ...['\n1', '1\n', '\t1\t', ' 1 ', '\r1', '\u30001', '\u20281', '\ufeff1', '1\u0085', '\u000b1'],
];

const SPACES = ['', '', '', '', ' ', '\n', '\t \r\n', '\u00a0'];

/** A number whose digits, signs, zeros and blanks lie around what the field may have. */
function numberAround(field: Field, chance: Chance): string {
  if (chance.once(3)) return chance.pick(ODD_NUMBERS);
  if (field.type === 'int' && chance.once(3)) return intAround(field.totalDigits, chance);
  const total = field.totalDigits ?? 10;
  const fraction = field.fractionDigits ?? 0;
  const decimals = chance.of([0, 0, fraction - 1, fraction, fraction, fraction + 1]) ?? 0;
  const whole = chance.of([0, 1, total - decimals - 1, total - decimals, total - decimals + 1, total]) ?? 0;
  const digits = (count: number): string =>
    Array.from({ length: Math.max(count, 0) }, () => chance.pick(['1', '2', '9', '5', '0'])).join('');
  const point = decimals > 0 || chance.once(8);
  return [
    chance.pick(SPACES),
    chance.pick(['', '', '', '-', '+']),
    '0'.repeat(chance.once(4) ? chance.below(25) : 0),
    digits(whole),
    point ? `.${digits(decimals)}` : '',
    point && chance.once(4) ? '0'.repeat(chance.below(25)) : '',
    chance.once(30) ? chance.pick(['e1', 'E-2', '%', 'x']) : '',
    chance.pick(SPACES),
  ].join('');
}

/** A whole number at a bound of 32 bits, or of the digits a field may have. */
function intAround(digits: number | undefined, chance: Chance): string {
  const bounds = [2147483647n, -2147483648n, 4294967296n, 0n];
  const own = digits === undefined ? [] : [10n ** BigInt(digits), -(10n ** BigInt(digits))];
  const near = (chance.of([...bounds, ...own, ...own]) ?? 0n) + BigInt(chance.below(3) - 1);
  return String(near).replace(/^-?/, (sign) => sign + '0'.repeat(chance.once(3) ? chance.below(9) : 0));
}

/** Text for a fixed or preset value: the value itself, all that comes near, and nothing at all. */
function near(value: string, chance: Chance): string {
  const other = String(Number(value) + 1);
  return chance.pick([
    ...[
      value,
      value,
      value,
      '',
      '<!--c-->',
      '<?p?>',
      '<![CDATA[]]>',
      ` ${value}`,
      `${value} `,
      `\n${value}\n`,
    ],
    ...[
      `0${value}`,
      `+${value}`,
      `${value}.`,
      `${value}.0`,
      `${value}<!--c-->`,
      `<![CDATA[${value}]]>`,
      other,
    ],
    ...[[...value].map((one) => reference(one)).join(''), value.slice(0, -1), value + value, '&#32;', ' '],
  ]);
}

/** Text for one field: mostly what its table says is just right or just wrong. */
export function fieldText(field: Field, chance: Chance): string {
  const standing = field.fixed ?? field.byDefault;
  if (standing !== undefined && !chance.once(4)) return near(standing, chance);
  if (field.type === 'string') {
    const { minLength = 0, maxLength = 40 } = field;
    const length = Math.min(lengthAround(minLength, maxLength, chance), 2400);
    return dressed(characters(length, chance), chance);
  }
  const number = numberAround(field, chance);
  return chance.once(5) ? dressed([...number], chance) : escapedAll(number);
}

function escapedAll(text: string): string {
  return [...text].map(escaped).join('');
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64, right and wrong in length, padding, pad bits and alphabet. */
export function base64Text(chance: Chance): string {
  let text = Array.from({ length: chance.below(9) }, () => BASE64[chance.below(64)]).join('');
  text += chance.pick(['', '', '=', '==', '===', 'A=', 'Q==', 'E=', 'B==', ' ']);
  if (chance.once(3)) {
    const at = chance.below(text.length + 1);
    const odd = chance.pick([
      ' ',
      '\n',
      '\r\n',
      '\t',
      '-',
      '_',
      '=',
      '.',
      'é',
      '茶',
      '!',
      '<!--c-->',
      '&#61;',
    ]);
    text = text.slice(0, at) + odd + text.slice(at);
  }
  return text;
}
