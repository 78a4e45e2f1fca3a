import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('cells with commas, quotes and new lines are quoted, and the file says that it is UTF-8', () => {
  expect(csvOf([['a,b', '说"x"', '1\n2'], ['plain']])).toBe('\uFEFF"a,b","说""x""","1\n2"\r\nplain\r\n');
});

test('what a spreadsheet would run as a formula is written as text', () => {
  expect(csvOf([['=1+1', '+1', '-1', '@x', 'a=1']])).toBe("\uFEFF'=1+1,'+1,'-1,'@x,a=1\r\n");
});
