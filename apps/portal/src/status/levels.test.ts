import { expect, test } from 'vitest';
import { levelOfDay, shareWorking } from './levels.ts';

const day = (working: number, slow: number, down: number) => ({
  ...{ day: '2026-03-10', working, slow, down },
  unmeasured: 1440 - working - slow - down,
});

test('a day is drawn by the worst that was measured of it, and one nobody measured by nothing else', () => {
  expect([day(1440, 0, 0), day(1439, 1, 0), day(1000, 0, 1), day(0, 0, 0)].map(levelOfDay)).toEqual([
    'working',
    'slow',
    'down',
    'unmeasured',
  ]);
});

test('the share that works is of what was measured, slow minutes among it', () => {
  expect(shareWorking([day(90, 5, 5), day(0, 0, 0)])).toBe(0.95);
  expect(shareWorking([day(0, 0, 0)])).toBeUndefined();
});
