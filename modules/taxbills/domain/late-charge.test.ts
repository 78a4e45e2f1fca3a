import { describe, expect, test } from 'vitest';
import { formatDecimal, parseDecimal } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import { lateChargeOf } from './late-charge.ts';

const { parameters } = loadTaxBook();
const charge = (total: string, paidOn: string) =>
  formatDecimal(lateChargeOf(parseDecimal(total), '2026-04-15', paidOn, parameters), 2);

describe('tax that is paid late', () => {
  test('costs nothing more on its last day', () => {
    expect(charge('100000', '2026-04-15')).toBe('0.00');
  });

  test('costs five ten-thousandths of it a day from then on', () => {
    expect(charge('100000', '2026-04-16')).toBe('50.00');
    expect(charge('123456.78', '2026-04-25')).toBe('617.28');
  });

  test('costs nothing more where that would be less than 50 CNY', () => {
    expect(charge('99980', '2026-04-16')).toBe('0.00');
  });
});
