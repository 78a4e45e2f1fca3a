import { expect, test } from 'vitest';
import { buyerKeyOf } from './buyer-key.ts';

test('an allowance belongs to the ID document, however its number is written', () => {
  const key = buyerKeyOf('1', '11010519491231002X');
  expect(buyerKeyOf('1', ' 110105 19491231 002x ')).toBe(key);
  expect(buyerKeyOf('1', '110105-19491231-002x')).toBe(key);
  expect(buyerKeyOf('2', '11010519491231002X')).not.toBe(key);
});
