import { describe, expect, test } from 'vitest';
import { dueOf, parseCalendar } from './domain/due.ts';
import { loadCalendar } from './wiring.ts';

const calendar = loadCalendar();

describe('a month is declared in summary', () => {
  test.each([
    ['by the 15th of the month after', '2026-10-01', '2026-11-16', 'V'],
    ['by the 15th itself where it is worked', '2026-11-01', '2026-12-15', 'V'],
    ['after the Spring Festival, where the 15th lies in it', '2026-01-01', '2026-02-24', 'V'],
    ['on Monday where the 15th is a Saturday', '2025-10-01', '2025-11-17', 'H'],
    ['in the year after, of whose holidays nothing is known', '2026-12-01', '2027-01-15', 'D'],
  ])('%s', (_how, month, day, confidence) => {
    expect(dueOf(month, 15, calendar)).toEqual({ day, confidence });
  });

  test('on a Saturday that is worked for a holiday', () => {
    const worked = parseCalendar([
      { from: '2026-08-15', to: '2026-08-15', kind: 'work', confidence: 'D', zh: '', en: '', source: '' },
    ]);
    expect(dueOf('2026-07-01', 15, worked).day).toBe('2026-08-15');
  });

  test('a table that cannot be read is told by its row', () => {
    expect(() => parseCalendar([{ from: '2026', to: '2026-01-01', kind: 'off', confidence: 'V' }])).toThrow(
      'row 2 of holidays.csv',
    );
  });
});
