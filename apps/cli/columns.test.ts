import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aligned, fitted, folded, widthOf } from './columns.ts';

test('a Chinese character and an emoji are two columns wide, a combining mark none', () => {
  expect(widthOf('ab')).toBe(2);
  expect(widthOf('订单')).toBe(4);
  expect(widthOf('（')).toBe(2);
  expect(widthOf('e\u0301')).toBe(1);
  expect(widthOf('🍵')).toBe(2);
});

test('columns begin under one another whatever stands in them', () => {
  const lines = aligned([
    ['订单', 'x', 'end'],
    ['a', '运单编号', 'end'],
  ]);
  expect(lines.map((line) => widthOf(line.slice(0, line.indexOf('end'))))).toEqual([16, 16]);
});

test('a text too long for its cell ends in an ellipsis and fits', () => {
  expect(fitted('茶马古道', 8)).toBe('茶马古道');
  expect(fitted('茶马古道', 7)).toBe('茶马古…');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
      expect(widthOf(fitted(text, width))).toBeLessThanOrEqual(width);
    }),
  );
});

test('a table wider than the terminal is folded, each part beginning with the first column', () => {
  const rows = [
    ['gnum', 'name', 'price', 'total'],
    ['1', '普洱茶', '98', '196'],
  ];
  const parts = folded(rows, 14);
  expect(parts).toEqual([
    ['gnum  name', '1     普洱茶'],
    ['gnum  price', '1     98'],
    ['gnum  total', '1     196'],
  ]);
  expect(folded(rows, 80)).toHaveLength(1);
});
