import { describe, expect, test } from 'vitest';
import { gtinCheckDigit } from '#kernel';
import { checkGtin, issuedInChina } from './gtin.ts';

describe('the GTIN', () => {
  test('the check digit of the rulebook comes out', () => {
    expect(gtinCheckDigit('690123456789')).toBe('2');
  });

  test.each(['96385074', '036000291452', '6901234567892', '4006381333931', '10614141000415'])(
    '%s is sound',
    (gtin) => {
      expect(checkGtin(gtin)).toEqual([]);
    },
  );

  test('a wrong check digit is told with the right one', () => {
    const [found] = checkGtin('6901234567893', 'barCode');
    expect(found?.code).toBe('REG-GTIN-CHECK');
    expect(found?.remedy.zh).toContain('“2”');
  });

  test('a bar code of another length is no GTIN', () => {
    expect(checkGtin('2345123')[0]?.code).toBe('REG-GTIN-FORMAT');
  });

  test('prefixes 690 to 699 were issued in China', () => {
    expect(issuedInChina('6901234567892')).toBe(true);
    expect(issuedInChina('4006381333931')).toBe(false);
  });
});
