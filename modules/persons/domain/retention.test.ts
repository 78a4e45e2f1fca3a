import { expect, test } from 'vitest';
import { loadRetention } from '../wiring.ts';
import { erasedKinds, keptUntil, pastSince, readRetention } from './retention.ts';

test('each kind that is erased has its months and a source, and each row says who does what', () => {
  const { rows, monthsOf } = loadRetention();
  for (const kind of erasedKinds) expect(monthsOf(kind)).toBeGreaterThan(0);
  for (const { zh, en, source, confidence, doneBy } of rows) {
    for (const text of [zh, en, source, doneBy]) expect(text).not.toBe('');
    expect(confidence).toMatch(/^[VHMLD]$/);
  }
  const done = rows.filter(({ doneBy }) => doneBy === 'retention').map(({ kind }) => kind);
  expect(done.sort()).toEqual([...erasedKinds].sort());
});

test('what was released on a day is kept three years from it, and no day less', () => {
  expect(keptUntil('2023-03-10', 36)).toBe('2026-03-10');
  expect(pastSince('2026-03-11', 36)).toBe('2023-03-11');
  // A release of 29 February is kept until the last of February.
  expect(keptUntil('2024-02-29', 36)).toBe('2027-02-28');
});

test('a table without a kind that is erased is none', () => {
  expect(() => readRetention([{ kind: 'order', months: '36' }])).toThrow(RangeError);
});
