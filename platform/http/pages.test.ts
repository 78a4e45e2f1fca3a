import { expect, test } from 'vitest';
import { cursorOf, readCursor } from './pages.ts';

test('a cursor is read back, and one whose moment is none is told to be none', () => {
  const at = '2026-11-23T05:00:00.000Z';
  expect(readCursor(cursorOf(at, 'D1'), 2)).toEqual([at, 'D1']);
  for (const moment of ['1', 'Thu', '2026-02-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-23', "'"])
    expect(() => readCursor(cursorOf(moment, 'D1'), 2), moment).toThrow('Not a cursor');
});
