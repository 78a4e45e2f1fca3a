import { expect, test } from 'vitest';
import { quartersUpTo } from './quarters.ts';

test('a quarter begins when it does in Beijing, wherever its reader sits', () => {
  const midnight = Date.parse('2026-01-01T00:00:00+08:00');
  expect(quartersUpTo(midnight - 1)[0]).toBe('2025Q4');
  expect(quartersUpTo(midnight)).toEqual([
    ...['2026Q1', '2025Q4', '2025Q3', '2025Q2'],
    ...['2025Q1', '2024Q4', '2024Q3', '2024Q2'],
  ]);
});
