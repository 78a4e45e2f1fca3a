import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, formatDecimal, parseDecimal } from './decimal.ts';
import {
  compareFractions,
  type Fraction,
  fraction,
  fractionOf,
  minus,
  over,
  parseFraction,
  plus,
  roundHalfUp,
  times,
} from './fraction.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 1_000_000n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));
function same(left: Fraction, right: Fraction): void {
  expect(compareFractions(left, right)).toBe(0);
}

describe('exact arithmetic', () => {
  test('a third times three is one', () => {
    same(times(fraction(1n, 3n), fraction(3n)), fraction(1n));
  });

  test('what is added can be taken away, what is multiplied divided', () => {
    fc.assert(
      fc.property(fractions, fractions, (left, right) => {
        same(minus(plus(left, right), right), left);
        if (right.numerator !== 0n) same(over(times(left, right), right), left);
      }),
    );
  });

  test('multiplying distributes over adding', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) =>
        same(times(a, plus(b, c)), plus(times(a, b), times(a, c))),
      ),
    );
  });

  test('a negative denominator turns the sign, zero is refused', () => {
    expect(fraction(1n, -2n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
    expect(() => over(fraction(1n), fraction(0n))).toThrow(RangeError);
  });

  test('comparing goes by value', () => {
    expect(compareFractions(fraction(1n, 3n), parseFraction('0.33333'))).toBe(1);
    expect(compareFractions(fraction(-1n, 3n), fraction(0n))).toBe(-1);
  });
});

describe('texts', () => {
  test('a factor of any length is read exactly', () => {
    expect(parseFraction('0.45359237')).toEqual({ numerator: 45_359_237n, denominator: 100_000_000n });
    same(parseFraction('-2.50'), fraction(-5n, 2n));
  });

  test.each(['', 'x', '1e3', '1.', '.5'])('"%s" is not read', (text) => {
    expect(() => parseFraction(text)).toThrow(RangeError);
  });
});

describe('rounding', () => {
  test('half goes away from zero', () => {
    expect(formatDecimal(roundHalfUp(fraction(1n, 8n), 2))).toBe('0.13');
    expect(formatDecimal(roundHalfUp(fraction(-1n, 8n), 2))).toBe('-0.13');
    expect(formatDecimal(roundHalfUp(fraction(1n, 3n), 4))).toBe('0.3333');
    expect(formatDecimal(roundHalfUp(fraction(5n, 2n), 0))).toBe('3');
  });

  test('a decimal is a fraction and back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        (count) => roundHalfUp(fractionOf(count as Decimal), 5) === count,
      ),
    );
    expect(roundHalfUp(fractionOf(parseDecimal('12.345')), 2)).toBe(parseDecimal('12.35'));
  });
});
