import { DECIMAL_DIGITS, type Decimal, divideHalfUp } from './decimal.ts';

/** An exact rational number. The denominator is always positive; terms are not reduced. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMAL_SCALE = 10n ** BigInt(DECIMAL_DIGITS);
const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** @throws RangeError when the denominator is zero. */
export function fraction(numerator: bigint, denominator: bigint = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction cannot have the denominator zero');
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** A decimal as a fraction, exactly. */
export function fractionOf(value: Decimal): Fraction {
  return { numerator: value, denominator: DECIMAL_SCALE };
}

/**
 * Reads a decimal text of any length exactly (`0.45359237`), e.g. a factor between units.
 * @throws RangeError when it is not a plain decimal.
 */
export function parseFraction(text: string): Fraction {
  const match = PATTERN.exec(text);
  if (match === null) throw new RangeError(`"${text}" is not a decimal number`);
  const [, sign = '', whole = '', decimals = ''] = match;
  const numerator = BigInt(whole + decimals);
  return { numerator: sign === '-' ? -numerator : numerator, denominator: 10n ** BigInt(decimals.length) };
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return {
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  };
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, { numerator: -right.numerator, denominator: right.denominator });
}

export function times(left: Fraction, right: Fraction): Fraction {
  return {
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  };
}

/** @throws RangeError when the divisor is zero. */
export function over(dividend: Fraction, divisor: Fraction): Fraction {
  return fraction(dividend.numerator * divisor.denominator, dividend.denominator * divisor.numerator);
}

/** -1, 0 or 1 as `left` is below, equal to or above `right`. */
export function compareFractions(left: Fraction, right: Fraction): -1 | 0 | 1 {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounds to `digits` (0..5) digits after the point, half away from zero. */
export function roundHalfUp(value: Fraction, digits: number): Decimal {
  const kept = 10n ** BigInt(digits);
  return (divideHalfUp(value.numerator * kept, value.denominator) * (DECIMAL_SCALE / kept)) as Decimal;
}
