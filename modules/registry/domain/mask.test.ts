import { expect, test } from 'vitest';
import { maskAddress, maskIdNumber, maskName, maskPhone } from './mask.ts';

test('an identity number keeps its first and last four characters', () => {
  expect(maskIdNumber('530102199003071238')).toBe('5301**********1238');
  expect(maskIdNumber('12345678')).toBe('********');
});

test('a telephone number keeps its first three and last four digits', () => {
  expect(maskPhone('13800000001')).toBe('138****0001');
  expect(maskPhone('1234567')).toBe('*******');
});

test('a name keeps its first character and hides its length', () => {
  expect(maskName('张三')).toBe('张*');
  expect(maskName(' 欧阳小明 ')).toBe('欧*');
  expect(maskName('')).toBe('');
});

test('an address keeps province and city at most', () => {
  expect(maskAddress('云南省昆明市盘龙区茶马路1号')).toBe('云南省昆明市****');
  expect(maskAddress('昆明')).toBe('**');
});
