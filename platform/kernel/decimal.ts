declare const scaleFive: unique symbol;

/**
 * An exact decimal number with five digits after the point, held as a count of 0.00001.
 * Five digits are what the CEB standard gives its numbers (N19,5): money, prices, quantities, weights.
 */
export type Decimal = bigint & { readonly [scaleFive]: true };

/** Digits after the point that a {@link Decimal} keeps. */
export const DECIMAL_DIGITS = 5;

const SCALE = 100_000n;
const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: 20 }, (_, digits) => 10n ** BigInt(digits));
const PADDING: readonly number[] = [100_000, 10_000, 1_000, 100, 10, 1];
/** Below this length the scaled value stays a safe integer: 10 characters before padding give at most 15 digits. */
const SAFE_LENGTH = 10;
const LARGEST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const PATTERN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

export const ZERO = 0n as Decimal;
export const ONE = SCALE as Decimal;

function powerOfTen(digits: number): bigint {
  return POWERS_OF_TEN[digits] ?? 10n ** BigInt(digits);
}

/** Nearly every amount of a document is this short: read it with small-integer arithmetic only. */
function readShort(text: string): Decimal | undefined {
  const length = text.length;
  let value = 0;
  let point = -1;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0) point = at;
    else return undefined;
  }
  const decimals = point < 0 ? 0 : length - point - 1;
  const padding = PADDING[decimals];
  if (padding === undefined || length === 0 || (point >= 0 && length === 1)) return undefined;
  return BigInt(value * padding) as Decimal;
}

function readLong(text: string): Decimal | undefined {
  if (!PATTERN.test(text)) return undefined;
  const negative = text.startsWith('-');
  const unsigned = negative || text.startsWith('+') ? text.slice(1) : text;
  const point = unsigned.indexOf('.');
  const whole = point < 0 ? unsigned : unsigned.slice(0, point);
  const decimals = point < 0 ? '' : unsigned.slice(point + 1).replace(/0+$/, '');
  if (decimals.length > DECIMAL_DIGITS) return undefined;
  const value = BigInt(whole + decimals.padEnd(DECIMAL_DIGITS, '0'));
  return (negative ? -value : value) as Decimal;
}

/**
 * Reads a plain decimal text (`12`, `12.5`, `-0.00001`, `.5`); no exponent, no blanks, no separators.
 * @returns undefined when it is not one, or has more than five significant digits after the point.
 */
export function readDecimal(text: string): Decimal | undefined {
  return (text.length <= SAFE_LENGTH ? readShort(text) : undefined) ?? readLong(text);
}

/**
 * Reads a decimal text that has already been checked (a field of a decoded document, a row of our own data).
 * @throws RangeError when the text is not a decimal of at most five digits after the point.
 */
export function parseDecimal(text: string): Decimal {
  const value = readDecimal(text);
  if (value === undefined) {
    throw new RangeError(`"${text}" is not a decimal number with at most five digits after the point`);
  }
  return value;
}

/** A whole number as a decimal. @throws RangeError when it is not a safe integer. */
export function decimalOf(whole: number | bigint): Decimal {
  if (typeof whole === 'bigint') return (whole * SCALE) as Decimal;
  if (!Number.isSafeInteger(whole)) throw new RangeError(`${whole} is not a whole number`);
  return (BigInt(whole) * SCALE) as Decimal;
}

/** Whole-number division, half away from zero (HALF_UP of the tax rules). The divisor must be positive. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('the divisor must be positive');
  return dividend < 0n
    ? -((-dividend * 2n + divisor) / (divisor * 2n))
    : (dividend * 2n + divisor) / (divisor * 2n);
}

/** Rounds HALF_UP to `digits` (0..5) digits after the point. */
export function roundDecimal(value: Decimal, digits: number): Decimal {
  if (digits >= DECIMAL_DIGITS) return value;
  const step = powerOfTen(DECIMAL_DIGITS - digits);
  return (divideHalfUp(value, step) * step) as Decimal;
}

/** The shortest text of a count of 0.00001 that is a safe integer: nearly every amount, at half the cost. */
function writeSafe(count: number): string {
  const whole = Math.floor(count / 100_000);
  let rest = count - whole * 100_000;
  if (rest === 0) return `${whole}`;
  let width = DECIMAL_DIGITS;
  for (; rest % 10 === 0; width--) rest /= 10;
  return `${whole}.${`${rest}`.padStart(width, '0')}`;
}

/**
 * Writes a decimal. Without `digits`: the shortest exact text (`12.5`, `0`, `-3`), as decoded documents carry it.
 * With `digits` (0 or more): rounded HALF_UP and padded to exactly that many (`12.50`).
 */
export function formatDecimal(value: Decimal, digits?: number): string {
  if (digits === undefined && value >= 0n && value <= LARGEST_SAFE) return writeSafe(Number(value));
  const rounded = digits === undefined ? value : roundDecimal(value, digits);
  const negative = rounded < 0n;
  const figures = (negative ? -rounded : rounded).toString().padStart(DECIMAL_DIGITS + 1, '0');
  const whole = figures.slice(0, -DECIMAL_DIGITS);
  const decimals = figures.slice(-DECIMAL_DIGITS);
  const shown =
    digits === undefined ? decimals.replace(/0+$/, '') : decimals.slice(0, digits).padEnd(digits, '0');
  return `${negative ? '-' : ''}${whole}${shown === '' ? '' : `.${shown}`}`;
}

export function add(left: Decimal, right: Decimal): Decimal {
  return (left + right) as Decimal;
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  return (left - right) as Decimal;
}

/** The product, rounded HALF_UP to `digits` digits (five where not said). */
export function multiply(left: Decimal, right: Decimal, digits: number = DECIMAL_DIGITS): Decimal {
  const kept = Math.min(digits, DECIMAL_DIGITS);
  const product = divideHalfUp(left * right, powerOfTen(2 * DECIMAL_DIGITS - kept));
  return (product * powerOfTen(DECIMAL_DIGITS - kept)) as Decimal;
}

/** Whether `left × right` is `product` when rounded HALF_UP to `digits` digits on both sides. */
export function isProduct(product: Decimal, left: Decimal, right: Decimal, digits: number): boolean {
  return multiply(left, right, digits) === roundDecimal(product, digits);
}

/** -1, 0 or 1 as `left` is below, equal to or above `right`. `===`, `<` and `>` work on decimals too. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = 0n;
  for (const value of values) total += value;
  return total as Decimal;
}

/**
 * Shares `whole` over `weights` in their proportion: each share HALF_UP at `digits` digits, the remainder on the
 * last one, so that the shares always add up to the whole. With no positive weight everything falls on the last.
 * Rounding up of many tiny shares can leave less than nothing for the last; the surplus is then taken back from
 * the shares before it, last first.
 * @returns one share per weight; none for no weights.
 */
export function share(whole: Decimal, weights: readonly Decimal[], digits: number): Decimal[] {
  if (weights.length === 0) return [];
  const total = sum(weights);
  const step = powerOfTen(DECIMAL_DIGITS - digits);
  const shares: Decimal[] = [];
  let left: bigint = whole;
  for (const weight of weights.slice(0, -1)) {
    const part = total > 0n ? divideHalfUp(whole * weight, total * step) * step : 0n;
    shares.push(part as Decimal);
    left -= part;
  }
  for (let at = shares.length - 1; at >= 0 && left < 0n && whole >= 0n; at--) {
    const taken = shares[at] ?? ZERO;
    const back = taken < -left ? taken : -left;
    shares[at] = (taken - back) as Decimal;
    left += back;
  }
  shares.push(left as Decimal);
  return shares;
}
