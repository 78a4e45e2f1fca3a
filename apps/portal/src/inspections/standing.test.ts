import { expect, test } from 'vitest';
import { addDays, dayOf, mondayOf, waitedFor } from './standing.ts';

const openedAt = '2026-03-10T02:00:00.000Z';
const begunAt = '2026-03-11T01:00:00.000Z';

test('an inspection waits for the enterprise until it has booked, also once nobody came', () => {
  expect(waitedFor({ state: 'waiting', openedAt }, 1)).toEqual({
    what: 'booking',
    count: 1,
    since: openedAt,
  });
  const steps = [
    { at: openedAt, kind: 'opened' },
    { at: '2026-03-11T02:00:00.000Z', kind: 'no-show' },
  ];
  expect(waitedFor({ state: 'waiting', openedAt }, 1, 0, steps)?.since).toBe('2026-03-11T02:00:00.000Z');
});

test('once the visit is on it waits for results, then for laboratories, then for the second officer', () => {
  const on = { state: 'begun', openedAt, begunAt } as const;
  expect(waitedFor(on, 2, 1)).toEqual({ what: 'results', count: 2, since: begunAt });
  expect(waitedFor(on, 0, 1)?.what).toBe('samples');
  const steps = [{ at: '2026-03-11T01:30:00.000Z', kind: 'result' }];
  expect(waitedFor(on, 0, 0, steps)).toEqual({
    ...{ what: 'signature', count: 1, since: '2026-03-11T01:30:00.000Z' },
  });
  expect(waitedFor({ ...on, state: 'closed' }, 0)).toBeUndefined();
});

test('a week begins on Monday, and a day at midnight in China', () => {
  expect(dayOf('2026-03-09T16:00:00.000Z')).toBe('2026-03-10');
  expect(mondayOf('2026-03-15')).toBe('2026-03-09');
  expect(mondayOf('2026-03-09')).toBe('2026-03-09');
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
});
