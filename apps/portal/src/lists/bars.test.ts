import { expect, test } from 'vitest';
import { bars } from './bars.ts';

test('buckets the server leaves out are empty bars, and the line ends now', () => {
  const slots = bars(
    [{ from: '2026-11-23T06:00:20Z', received: 9, released: 7, held: 1, refused: 1 }],
    10,
    '2026-11-23T06:00:45Z',
  );
  expect(slots).toHaveLength(60);
  expect(slots.at(-1)?.from).toBe('2026-11-23T06:00:40.000Z');
  expect(slots.at(-3)?.released).toBe(7);
  expect(slots.reduce((sum, slot) => sum + slot.received, 0)).toBe(9);
});
