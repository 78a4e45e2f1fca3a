import { describe, expect, test } from 'vitest';
import { levelOf, worst } from './components.ts';
import { lastDays } from './days.ts';
import { incidentStep } from './incident-step.ts';
import { statusParameters } from './parameters.ts';

describe('an incident', () => {
  test('begins with the third bad measurement in a row, as bad as the worst of them', () => {
    expect(incidentStep(['slow', 'slow'], 3, false)).toBeUndefined();
    expect(incidentStep(['slow', 'slow', 'working'], 3, false)).toBeUndefined();
    expect(incidentStep(['slow', 'down', 'slow', 'working'], 3, false)).toEqual({ begin: 'down' });
  });

  test('ends with the third good one, and does not begin twice', () => {
    expect(incidentStep(['down', 'down', 'down'], 3, true)).toBeUndefined();
    expect(incidentStep(['working', 'working', 'slow'], 3, true)).toBeUndefined();
    expect(incidentStep(['working', 'working', 'working'], 3, true)).toEqual({ end: true });
    expect(incidentStep(['working', 'working', 'working'], 3, false)).toBeUndefined();
  });
});

describe('the last days', () => {
  const asked = { today: '2026-03-10', minutesToday: 600, days: 90, since: '2026-03-08' } as const;

  test('say what was not measured, and never count it as good', () => {
    const counts = [
      { day: '2026-03-08', working: 1000, slow: 0, down: 40 },
      { day: '2026-03-10', working: 590, slow: 10, down: 0 },
    ] as const;
    expect(lastDays(counts, asked)).toEqual([
      { ...counts[0], unmeasured: 400 },
      { day: '2026-03-09', working: 0, slow: 0, down: 0, unmeasured: 1440 },
      { ...counts[1], unmeasured: 0 },
    ]);
  });

  test('are no more than asked for, and none from before the first measurement', () => {
    expect(lastDays([], { ...asked, days: 2 }).map(({ day }) => day)).toEqual(['2026-03-09', '2026-03-10']);
    expect(lastDays([], { ...asked, days: 90 })).toHaveLength(3);
  });
});

test('the worst of several levels counts, and each bound belongs to the worse side', () => {
  expect(worst([])).toBe('working');
  expect(worst(['working', 'down', 'slow'])).toBe('down');
  expect([0, 9, 10, 19, 20].map((value) => levelOf(value, 10, 20))).toEqual([
    'working',
    'working',
    'slow',
    'slow',
    'down',
  ]);
});

test('a table of parameters that is not sound is a fault, not a guess', () => {
  expect(() => statusParameters(() => undefined)).toThrow('status.slow_ms');
  expect(() => statusParameters(() => '0')).toThrow(RangeError);
});
