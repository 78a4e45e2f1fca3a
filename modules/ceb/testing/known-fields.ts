import type { Field } from '../tables/field.ts';

/** A text for a field, and the code of the finding it must come to; none if the text is sound. */
export interface KnownText {
  readonly what: string;
  /** As XML. */
  readonly raw: string;
  readonly code?: string;
}

/** Texts whose verdict follows from the field's row alone, without reading any of them. */
export function knownTexts(field: Field): KnownText[] {
  const { type, fixed } = field;
  if (fixed !== undefined) return ofFixed(fixed);
  if (type === 'string') return ofString(field);
  const numbers = type === 'decimal' ? ofDecimal(field) : ofInt(field);
  const code = type === 'decimal' ? 'CEB-DECIMAL' : 'CEB-INTEGER';
  // An element without any text stands for the preset value; an empty section is a text.
  const empty = text('no text', '', field.byDefault === undefined ? code : undefined);
  return [...numbers, empty, text('an empty section', '<![CDATA[]]>', code)];
}

function text(what: string, raw: string, code?: string): KnownText {
  return { what, raw, ...(code === undefined ? {} : { code }) };
}

/** Only where there is no text at all does the fixed value take its place; a blank or a section is another value. */
function ofFixed(fixed: string): KnownText[] {
  const other = fixed.replace(/.$/, (last) => (last === '9' ? '8' : '9'));
  return [
    text('the fixed value', fixed),
    text('no text', ''),
    text('a comment only', '<!-- c -->'),
    text('the fixed value in a section', `<![CDATA[${fixed}]]>`),
    text('an empty section', '<![CDATA[]]>', 'CEB-LENGTH'),
    text('another value', other, 'CEB-FIXED'),
    text('a blank more', `${fixed} `, 'CEB-LENGTH'),
    text('twice the value', fixed + fixed, 'CEB-LENGTH'),
  ];
}

const ALPHABETS = { letters: 'x', Chinese: '茶', emoji: '😀' };

function ofString({ minLength = 0, maxLength, collapse, byDefault }: Field): KnownText[] {
  const most = maxLength ?? 3000;
  const fits = (length: number): string | undefined =>
    length >= minLength && (maxLength === undefined || length <= maxLength) ? undefined : 'CEB-LENGTH';
  // An element without any text stands for the preset value; an empty section is a text.
  const empty = byDefault === undefined ? fits(0) : undefined;
  const lengths = [...new Set([0, 1, minLength - 1, minLength, most - 1, most, most + 1, 2 * most])];
  const known = lengths
    .filter((length) => length >= 0)
    .flatMap((length) =>
      Object.entries(ALPHABETS)
        .filter(([kind]) => kind === 'letters' || length >= most - 1)
        .map(([kind, one]) =>
          text(`${length} ${kind}`, one.repeat(length), length === 0 ? empty : fits(length)),
        ),
    );
  const combined = 'e\u0301'.repeat(most).slice(0, most);
  return [
    ...known,
    text('an empty section', '<![CDATA[]]>', fits(0)),
    text('combining marks count', combined, fits(most)),
    text('references count as what they stand for', '&#x8336;'.repeat(most), fits(most)),
    text('a section counts without its marks', `<![CDATA[${'<'.repeat(most)}]]>`, fits(most)),
    text('comments do not count', `<!-- c -->${'x'.repeat(most)}<?p?>`, fits(most)),
    text('two signs of a line end are one', '\r\n'.repeat(most), fits(collapse ? 0 : most)),
    text('blanks at the end', `${'x'.repeat(most)}  `, collapse ? fits(most) : fits(most + 2)),
  ];
}

const NO_NUMBERS = [
  ' ',
  '.',
  '+',
  '-',
  '1 2',
  '1e3',
  'INF',
  'NaN',
  '--1',
  '0x1',
  '1,5',
  '１',
  '1\u00a0',
  'true',
];

function ofDecimal({ totalDigits = 0, fractionDigits = 0 }: Field): KnownText[] {
  const digits = (whole: number, decimals: number): string =>
    '7'.repeat(whole) + (decimals > 0 ? `.${'3'.repeat(decimals)}` : '');
  const zeros = '0'.repeat(30);
  const plain = [
    '0',
    '-0',
    '+7',
    '-7',
    '7.',
    '007',
    ' 7 ',
    '\t7\r\n',
    '&#55;',
    '7<!-- c -->7',
    '<![CDATA[7]]>',
  ];
  const sound: readonly (readonly [what: string, raw: string])[] = [
    ['most digits', digits(totalDigits, 0)],
    ['most digits and decimals', digits(totalDigits - fractionDigits, fractionDigits)],
    ['only decimals', `.${'3'.repeat(fractionDigits)}`],
    ['zeros around', `${zeros}${digits(2, fractionDigits)}${zeros}`],
    ['zero decimals', `7.${zeros}`],
    ...plain.map((raw) => [raw, raw] as const),
  ];
  const wrong: readonly (readonly [what: string, raw: string])[] = [
    ['a digit too many', digits(totalDigits + 1, 0)],
    ['a digit too many before decimals', digits(totalDigits - fractionDigits + 1, fractionDigits)],
    ['a decimal too many', digits(1, fractionDigits + 1)],
    ['a small decimal too many', `0.${'0'.repeat(fractionDigits)}1`],
    ...NO_NUMBERS.map((raw) => [raw, raw] as const),
  ];
  return [
    ...sound.map(([what, raw]) => text(what, raw)),
    ...wrong.map(([what, raw]) => text(what, raw, 'CEB-DECIMAL')),
  ];
}

function ofInt({ totalDigits }: Field): KnownText[] {
  const own = totalDigits !== undefined && totalDigits < 10 ? 10n ** BigInt(totalDigits) : undefined;
  const most = own === undefined ? 2147483647n : own - 1n;
  const least = own === undefined ? -2147483648n : 1n - own;
  const sound = [`${most}`, `${least}`, `+${most}`, `000${most}`, '0', '-0', ' 7 ', '&#55;', '<![CDATA[7]]>'];
  const wrong = [`${most + 1n}`, `${least - 1n}`, `000${most + 1n}`, '7.0', '7.', '.7', '4294967297'];
  return [
    ...sound.map((raw) => text(raw, raw)),
    ...[...wrong, ...NO_NUMBERS].map((raw) => text(raw, raw, 'CEB-INTEGER')),
  ];
}
