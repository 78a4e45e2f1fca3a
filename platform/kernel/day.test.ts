import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsOn, onDay } from './dated.ts';
import {
  addDays,
  addMonths,
  chinaDay,
  chinaStamp,
  dayOfStamp,
  daysBetween,
  instantOfStamp,
  isDay,
  yearOf,
} from './day.ts';

const instants = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2200, 0, 1) });

describe('calendar days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2025-03-01', 45, '2025-04-15'],
    ['2000-03-01', -1, '2000-02-29'],
    ['1900-02-28', 1, '1900-03-01'],
  ])('%s and %i days', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-10', 12, '2026-03-10'],
    ['2026-05-10', 6, '2026-11-10'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 36, '2029-08-31'],
    ['2100-01-31', 1, '2100-02-28'],
  ])('%s and %i months', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  test('agree with the calendar of the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (count) => {
        const expected = new Date(count * 86_400_000).toISOString().slice(0, 10);
        fc.pre(/^\d{4}-/.test(expected));
        expect(addDays('1970-01-01', count)).toBe(expected);
      }),
    );
  });

  test.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '20250101', '2025-01-01T00', ''])(
    '"%s" is none',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );

  test('a day knows its year', () => {
    expect(yearOf('2026-11-23')).toBe(2026);
  });
});

describe("China's clock", () => {
  test('the new year begins at 16:00 UTC', () => {
    expect(chinaDay(Date.UTC(2025, 11, 31, 15, 59, 59, 999))).toBe('2025-12-31');
    expect(chinaDay(Date.UTC(2025, 11, 31, 16))).toBe('2026-01-01');
  });

  test('stamps are those of the CEB fields', () => {
    const instant = Date.UTC(2026, 10, 23, 1, 2, 3, 45);
    expect(chinaStamp(instant)).toBe('20261123090203');
    expect(chinaStamp(instant, true)).toBe('20261123090203045');
    expect(dayOfStamp('20261123090203')).toBe('2026-11-23');
    expect(dayOfStamp('20261123')).toBe('2026-11-23');
    expect(dayOfStamp('20260230')).toBeUndefined();
  });

  test('a stamp leads back to its instant', () => {
    fc.assert(fc.property(instants, (instant) => instantOfStamp(chinaStamp(instant, true)) === instant));
    fc.assert(
      fc.property(instants, (instant) => {
        expect(instantOfStamp(chinaStamp(instant))).toBe(instant - (instant % 1000));
        expect(dayOfStamp(chinaStamp(instant))).toBe(chinaDay(instant));
      }),
    );
  });

  test.each(['', '20261123', '20261123240000', '20261123006000', '20261123000060', '20260231000000', 'x'])(
    '"%s" is no time',
    (stamp) => {
      expect(instantOfStamp(stamp)).toBeUndefined();
    },
  );
});

describe('dated values', () => {
  const entry = (from: string, value: string, to?: string) => ({
    from,
    value,
    ...(to === undefined ? {} : { to }),
  });
  const limits = [entry('2016-04-08', '2000', '2018-12-31'), entry('2019-01-01', '5000')];

  test('a value holds from its first day to its last', () => {
    expect(onDay(limits, '2016-04-07')).toBeUndefined();
    expect(onDay(limits, '2016-04-08')?.value).toBe('2000');
    expect(onDay(limits, '2018-12-31')?.value).toBe('2000');
    expect(onDay(limits, '2019-01-01')?.value).toBe('5000');
    expect(holdsOn(entry('2019-01-01', 'x'), '9999-12-31')).toBe(true);
  });

  test('where several hold, the one that began last goes first, in whatever order they stand', () => {
    const open = [entry('2019-01-01', 'new'), entry('2016-04-08', 'old')];
    expect(onDay(open, '2020-01-01')?.value).toBe('new');
    expect(onDay(open.toReversed(), '2020-01-01')?.value).toBe('new');
    expect(onDay(open, '2018-01-01')?.value).toBe('old');
  });
});
