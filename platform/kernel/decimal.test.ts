import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  type Decimal,
  decimalOf,
  divideHalfUp,
  formatDecimal,
  isProduct,
  multiply,
  parseDecimal,
  readDecimal,
  roundDecimal,
  share,
  subtract,
  sum,
} from './decimal.ts';

/** All numbers of the CEB standard's N19,5, and more. */
const decimals = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((count) => count as Decimal);
const amounts = fc.bigInt({ min: 0n, max: 10n ** 10n }).map((count) => count as Decimal);
const parse = parseDecimal;

describe('reading', () => {
  test.each([
    ['0', 0n],
    ['12', 1_200_000n],
    ['12.5', 1_250_000n],
    ['12.', 1_200_000n],
    ['.5', 50_000n],
    ['0.00001', 1n],
    ['-3.25', -325_000n],
    ['+7', 700_000n],
    ['007.10', 710_000n],
    ['1.2300000000', 123_000n],
    ['99999999999999.99999', 9_999_999_999_999_999_999n],
  ])('%s', (text, count) => {
    expect(readDecimal(text)).toBe(count);
  });

  test.each([
    '',
    '.',
    '-',
    '1e3',
    '1,000',
    ' 1',
    '1 ',
    '0x10',
    '1.2.3',
    '0.000001',
    '１',
    'NaN',
    '--1',
    '12345678901.123456',
  ])('"%s" is not a decimal of five digits', (text) => {
    expect(readDecimal(text)).toBeUndefined();
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });

  test('what is written is read back', () => {
    fc.assert(fc.property(decimals, (value) => parse(formatDecimal(value)) === value));
    fc.assert(fc.property(decimals, (value) => parse(formatDecimal(value, 5)) === value));
  });

  test('leading zeros and zeros after the point change nothing', () => {
    fc.assert(
      fc.property(amounts, fc.nat(3), (value, zeros) => {
        expect(parse(`${'0'.repeat(zeros)}${formatDecimal(value, 5)}${'0'.repeat(zeros)}`)).toBe(value);
      }),
    );
  });
});

describe('writing', () => {
  test.each<[string, number | undefined, string]>([
    ['12.50', undefined, '12.5'],
    ['12', undefined, '12'],
    ['-0.5', undefined, '-0.5'],
    ['0.00001', undefined, '0.00001'],
    ['12', 2, '12.00'],
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['2.5', 0, '3'],
    ['0.004', 2, '0.00'],
    ['-0.004', 2, '0.00'],
    ['1.5', 7, '1.5000000'],
  ])('%s with %s digits', (text, digits, expected) => {
    expect(formatDecimal(parse(text), digits)).toBe(expected);
  });
});

describe('arithmetic', () => {
  test('sums and differences are exact', () => {
    expect(formatDecimal(add(parse('0.1'), parse('0.2')))).toBe('0.3');
    expect(formatDecimal(subtract(parse('1'), parse('0.99999')))).toBe('0.00001');
    expect(formatDecimal(sum([parse('0.1'), parse('0.2'), parse('0.3')]))).toBe('0.6');
    expect(decimalOf(3)).toBe(parse('3'));
    expect(decimalOf(10n ** 14n)).toBe(parse('100000000000000'));
    expect(() => decimalOf(0.5)).toThrow(RangeError);
  });

  test('a product is rounded once, half away from zero', () => {
    expect(formatDecimal(multiply(parse('0.1'), parse('0.05'), 2))).toBe('0.01');
    expect(formatDecimal(multiply(parse('-0.1'), parse('0.05'), 2))).toBe('-0.01');
    expect(formatDecimal(multiply(parse('19.99'), parse('3')))).toBe('59.97');
    expect(isProduct(parse('59.97'), parse('19.99'), parse('3'), 2)).toBe(true);
    expect(isProduct(parse('59.98'), parse('19.99'), parse('3'), 2)).toBe(false);
    expect(isProduct(parse('3.33'), parse('1.11111'), parse('3'), 2)).toBe(true);
  });

  test('rounding moves a number by at most half a step, and what is rounded stays', () => {
    fc.assert(
      fc.property(decimals, fc.nat(5), (value, digits) => {
        const rounded = roundDecimal(value, digits);
        const difference = rounded > value ? rounded - value : value - rounded;
        expect(difference * 2n <= 10n ** BigInt(5 - digits)).toBe(true);
        expect(roundDecimal(rounded, digits)).toBe(rounded);
      }),
    );
  });

  test('comparing agrees with the difference', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const difference = subtract(left, right);
        expect(compare(left, right)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
      }),
    );
  });

  test('nothing is divided by zero or less', () => {
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
    expect(() => divideHalfUp(1n, -1n)).toThrow(RangeError);
  });
});

describe('sharing', () => {
  test('the shares add up to the whole, and none is negative', () => {
    fc.assert(
      fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 40 }), (whole, weights) => {
        const shares = share(whole, weights, 2);
        expect(shares).toHaveLength(weights.length);
        expect(sum(shares)).toBe(whole);
        expect(shares.every((part) => part >= 0n)).toBe(true);
      }),
    );
  });

  test('each share but the last is its proportion to the cent', () => {
    const shares = share(parse('10'), [parse('1'), parse('2'), parse('4')], 2);
    expect(shares.map((part) => formatDecimal(part, 2))).toEqual(['1.43', '2.86', '5.71']);
  });

  test('many tiny shares rounded up leave the last at zero, not below', () => {
    const shares = share(
      parse('0.1'),
      Array.from({ length: 20 }, () => parse('1')),
      2,
    );
    expect(sum(shares)).toBe(parse('0.1'));
    expect(shares.every((part) => part >= 0n)).toBe(true);
  });

  test('without weights everything falls on the last, without lines there is nothing to share', () => {
    expect(share(parse('5'), [parse('0'), parse('0')], 2)).toEqual([0n, parse('5')]);
    expect(share(parse('5'), [], 2)).toEqual([]);
  });
});
