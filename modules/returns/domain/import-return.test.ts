import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Decimal, parseDecimal, ZERO } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import { givenBackOf, isOverdue, judgeImportReturn } from './import-return.ts';

const { parameters } = loadTaxBook();
const released = '2025-03-01';
const judge = (facts: { applied: string; arrived?: string; original?: boolean }) =>
  judgeImportReturn({ released, ...facts }, parameters);

describe('a retail import is sent back', () => {
  test('applied for on day 30 and back on day 45, unchanged: accepted', () => {
    const verdict = judge({ applied: addDays(released, 30), arrived: addDays(released, 45), original: true });
    expect(verdict).toMatchObject({
      decision: 'ACCEPT',
      reasons: [],
      applyBy: '2025-03-31',
      arriveBy: '2025-04-15',
    });
    expect(verdict.by.map(({ rule }) => rule)).toEqual(['R-1.40', 'R-1.40']);
  });

  test('on its way, or back and not yet looked at: pending', () => {
    expect(judge({ applied: '2025-03-05' }).decision).toBe('PENDING');
    expect(judge({ applied: '2025-03-05', arrived: '2025-03-20' }).decision).toBe('PENDING');
  });

  test('a day late with either, or other goods: refused with every reason', () => {
    expect(judge({ applied: addDays(released, 31) })).toMatchObject({
      decision: 'REJECT',
      reasons: ['RETURN_WINDOW_30D'],
    });
    const all = judge({ applied: addDays(released, 31), arrived: addDays(released, 46), original: false });
    expect(all.reasons).toEqual(['RETURN_WINDOW_30D', 'RETURN_ARRIVAL_45D', 'RETURN_NOT_ORIGINAL_GOODS']);
    expect(judge({ applied: addDays(released, -1) }).reasons).toEqual(['RETURN_BEFORE_RELEASE']);
  });

  test('what was released before the scheme has no window', () => {
    expect(() => judgeImportReturn({ released: '2020-03-27', applied: '2020-03-28' }, parameters)).toThrow(
      'import.return_apply_days',
    );
  });
});

describe('goods that are awaited past their last day', () => {
  test('are given up when their site can no longer be late in noting them', () => {
    const awaited = { releasedOn: released, arriveBy: addDays(released, 45) };
    const overdue = (day: number) => isOverdue(awaited, addDays(released, day), parameters);
    expect([45, 46, 48, 49].map(overdue)).toEqual([false, false, false, true]);
  });
});

describe('a part of a line comes back', () => {
  const line = {
    quantity: parseDecimal('3'),
    returnedBefore: ZERO,
    tax: parseDecimal('10.00'),
    dutiableValue: parseDecimal('100.00'),
  };

  test('gives back its share to the cent', () => {
    const { tax, allowance } = givenBackOf({ ...line, returned: parseDecimal('1') });
    expect([tax, allowance]).toEqual([parseDecimal('3.33'), parseDecimal('33.33')]);
  });

  test('more than is left, or nothing, is refused', () => {
    expect(() => givenBackOf({ ...line, returned: parseDecimal('4') })).toThrow(RangeError);
    expect(() => givenBackOf({ ...line, returned: ZERO })).toThrow(RangeError);
    expect(() =>
      givenBackOf({ ...line, returnedBefore: parseDecimal('2'), returned: parseDecimal('1.5') }),
    ).toThrow(RangeError);
  });

  test('returns in any parts add up to the whole line, and none gives back less than nothing', () => {
    // Shares of freight leave less than cents in a dutiable value.
    const amounts = fc.bigInt({ min: 0n, max: 10_000_000_000n }).map((value) => value as Decimal);
    const parts = fc.array(fc.bigInt({ min: 1n, max: 500_000n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, amounts, parts, (tax, dutiableValue, returned) => {
        const quantity = returned.reduce((left, right) => left + right, 0n) as Decimal;
        let before = ZERO;
        let [taxBack, allowanceBack] = [0n, 0n];
        for (const part of returned as Decimal[]) {
          const back = givenBackOf({ quantity, returnedBefore: before, returned: part, tax, dutiableValue });
          expect(back.tax >= 0n && back.allowance >= 0n).toBe(true);
          taxBack += back.tax;
          allowanceBack += back.allowance;
          before = (before + part) as Decimal;
        }
        expect([taxBack, allowanceBack]).toEqual([tax, dutiableValue]);
      }),
    );
  });
});
