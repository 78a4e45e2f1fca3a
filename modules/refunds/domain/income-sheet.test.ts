import { describe, expect, test } from 'vitest';
import { formatDecimal, parseDecimal } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import { incomeSheet } from './income-sheet.ts';
import { dayAfter, monthsAfter, quartersUpTo, spanOf } from './periods.ts';

const { parameters } = loadTaxBook();
const year = (...revenues: string[]) =>
  revenues.map((text, at) => ({ quarter: `2026Q${at + 1}`, revenue: parseDecimal(text) }));
const due = (small: boolean, ...revenues: string[]) =>
  incomeSheet(year(...revenues), small, parameters).map((row) => formatDecimal(row.due, 2));

describe('the sheet of assessed income tax', () => {
  test('takes 4 % of revenue as income, and 25 % of that, or 5 % of a small firm (R-3.4)', () => {
    expect(due(false, '100000.00')).toEqual(['1000.00']);
    expect(due(true, '100000.00')).toEqual(['200.00']);
  });

  test('is worked out from the beginning of the year, less what was due before: quarters add up to the year', () => {
    const [first, second, third] = incomeSheet(year('33.33', '33.33', '33.33'), false, parameters);
    expect([first, second, third].map((row) => formatDecimal(row?.incomeTax ?? (0n as never), 2))).toEqual([
      ...['0.33', '0.67', '1.00'],
    ]);
    expect(due(false, '33.33', '33.33', '33.33')).toEqual(['0.33', '0.34', '0.33']);
  });

  test('asks for nothing in a quarter without revenue, and for nothing twice', () => {
    expect(due(false, '100000.00', '0', '0')).toEqual(['1000.00', '0.00', '0.00']);
  });
});

describe('periods', () => {
  test('are months, quarters and years', () => {
    expect(spanOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(spanOf('2026Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(spanOf('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(() => spanOf('2026Q5')).toThrow(RangeError);
    expect(quartersUpTo('2026Q3')).toEqual(['2026Q1', '2026Q2', '2026Q3']);
    expect(quartersUpTo('2026')).toHaveLength(4);
  });

  test('are told of by a day of the month after, or by the end of a month after', () => {
    expect(dayAfter(spanOf('2026Q4'), 15)).toBe('2027-01-15');
    expect(monthsAfter(spanOf('2026Q4'), 1)).toBe('2027-01-31');
    expect(monthsAfter(spanOf('2026Q1'), 1)).toBe('2026-04-30');
  });
});
