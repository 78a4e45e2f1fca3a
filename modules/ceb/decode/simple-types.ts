import type { Field } from '../tables/field.ts';
import type { SimpleType } from '../tables/signature.ts';
import { isPlainName, isSpace } from './characters.ts';
import { isUriReference } from './uri.ts';

const INT_LEAST = -2147483648;
const INT_MOST = 2147483647;
/** Digits of the largest 32-bit integer. */
const INT_DIGITS = 10;

/**
 * Value of a field, or undefined where the schema refuses the text. `empty` says that the element held no text
 * at all: only then a fixed or default value takes its place (an empty CDATA section counts as text).
 */
export function fieldValue(field: Field, text: string, empty: boolean): string | number | undefined {
  const standing = empty ? (field.fixed ?? field.byDefault ?? text) : text;
  switch (field.type) {
    case 'decimal':
      return decimalValue(standing, field.totalDigits ?? 0, field.fractionDigits ?? 0);
    case 'int':
      return intValue(standing, field.totalDigits ?? INT_DIGITS);
    case 'string':
      return stringValue(field, standing);
  }
}

function stringValue(field: Field, text: string): string | undefined {
  const value = field.collapse ? collapse(text) : text;
  const length = lengthOf(value);
  if (length < (field.minLength ?? 0) || length > (field.maxLength ?? Number.POSITIVE_INFINITY)) {
    return undefined;
  }
  return field.fixed === undefined || value === field.fixed ? value : undefined;
}

/** Characters of a text: code points, so that a character outside the basic plane counts once. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800) {
      length--;
    }
  }
  return length;
}

/** White space at the ends removed, inside made single blanks. */
export function collapse(text: string): string {
  return text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

/** Where the digits of a number stand in its text. */
interface Figures {
  readonly negative: boolean;
  /** Whole part without leading zeros. */
  readonly whole: string;
  /** Decimals without trailing zeros. */
  readonly decimals: string;
  readonly point: boolean;
}

/**
 * Reads optional sign, digits, optional point and digits, with white space around. A hand-written scan, since
 * an expression that strips zeros on both sides takes quadratic time on a long run of zeros.
 */
function figuresOf(text: string): Figures | undefined {
  let at = skipSpace(text, 0);
  const sign = text.charCodeAt(at);
  if (sign === PLUS || sign === MINUS) {
    at++;
  }
  const start = at;
  const wholeFrom = skipZeros(text, at);
  const wholeTo = skipDigits(text, wholeFrom);
  let digits = wholeTo - start;
  let decimals = '';
  at = wholeTo;
  const point = text.charCodeAt(at) === POINT;
  if (point) {
    const end = skipDigits(text, at + 1);
    digits += end - at - 1;
    decimals = text.slice(at + 1, lastNonZero(text, at + 1, end));
    at = end;
  }
  if (digits === 0 || skipSpace(text, at) !== text.length) {
    return undefined;
  }
  return { negative: sign === MINUS, whole: text.slice(wholeFrom, wholeTo), decimals, point };
}

const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipZeros(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === ZERO) at++;
  return at;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(at)) at++;
  return at;
}

function lastNonZero(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === ZERO) end--;
  return end;
}

/** Whether a text is already canonical, without sign, and of few digits, as nearly every amount is. */
function isPlainDecimal(text: string, totalDigits: number, fractionDigits: number): boolean {
  const { length } = text;
  let point = -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0) point = at;
    else if (code < ZERO || code > NINE) return false;
  }
  const whole = point < 0 ? length : point;
  return (
    length > 0 &&
    length <= totalDigits &&
    whole > 0 &&
    (whole === 1 || text.charCodeAt(0) !== ZERO) &&
    (point < 0 || (length - point - 1 <= fractionDigits && text.charCodeAt(length - 1) > ZERO))
  );
}

/** Canonical text of an `xs:decimal`; leading zeros and zeros after the last decimal do not count as digits. */
function decimalValue(text: string, totalDigits: number, fractionDigits: number): string | undefined {
  if (isPlainDecimal(text, totalDigits, fractionDigits)) {
    return text;
  }
  const figures = figuresOf(text);
  if (!figures) {
    return undefined;
  }
  const { whole, decimals, negative } = figures;
  if (decimals.length > fractionDigits || whole.length + decimals.length > totalDigits) {
    return undefined;
  }
  const unsigned = (whole === '' ? '0' : whole) + (decimals === '' ? '' : `.${decimals}`);
  return negative && unsigned !== '0' ? `-${unsigned}` : unsigned;
}

/** Value of an `xs:int`; leading zeros do not count as digits. */
function intValue(text: string, totalDigits: number): number | undefined {
  const figures = figuresOf(text);
  if (!figures || figures.point || figures.whole.length > Math.min(totalDigits, INT_DIGITS)) {
    return undefined;
  }
  const size = figures.whole === '' ? 0 : Number(figures.whole);
  const value = figures.negative && size > 0 ? -size : size;
  return value >= INT_LEAST && value <= INT_MOST ? value : undefined;
}

/** Whether a text is a value of one of the types of the signature schema. */
export function isOfType(type: SimpleType, text: string): boolean {
  switch (type) {
    case 'string':
      return true;
    case 'base64':
      return isBase64(text);
    case 'integer': {
      const figures = figuresOf(text);
      return figures !== undefined && !figures.point;
    }
    case 'anyURI':
      return isUriReference(collapse(text).replace(UNSAFE_IN_URI, '_'));
    case 'ID':
      return isPlainName(collapse(text));
  }
}

/** Letters that may stand before `==` and before `=`, since pad bits must be zero. */
const BEFORE_TWO = /^[AQgw]$/;
const BEFORE_ONE = /^[AEIMQUYcgkosw048]$/;
const ONLY_ALPHABET = /^[A-Za-z0-9+/=]*$/;

/**
 * Base64 as libxml2 judges `xs:base64Binary`: characters outside the alphabet are passed over, padding and pad
 * bits must be right.
 */
function isBase64(text: string): boolean {
  const letters = ONLY_ALPHABET.test(text) ? text : text.replace(/[^A-Za-z0-9+/=]+/g, '');
  const end = letters.length;
  if (end % 4 !== 0) {
    return false;
  }
  const padding = letters.indexOf('=');
  if (padding < 0) {
    return true;
  }
  const before = letters.charAt(padding - 1);
  return end - padding === 2
    ? letters.endsWith('==') && BEFORE_TWO.test(before)
    : end - padding === 1 && BEFORE_ONE.test(before);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: every character outside printable ASCII is escaped
const UNSAFE_IN_URI = /[\u0000-\u001f\u007f-\uffff<>"{}|\\^` ]/g;
