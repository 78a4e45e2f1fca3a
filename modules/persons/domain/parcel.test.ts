import { describe, expect, test } from 'vitest';
import { lastFour, parcelStateOf, parcelWords, phoneDigits, sameName } from './parcel.ts';

describe('a parcel', () => {
  test('has words in both languages for every state of its list, and for none', () => {
    for (const state of [undefined, 'waiting', 'forwarded', 'held', 'released', 'refused', 'withdrawn'])
      expect(parcelWords[parcelStateOf(state)].zh.length).toBeGreaterThan(5);
    expect(parcelStateOf(undefined)).toBe('announced');
    expect(parcelStateOf('refused')).toBe('returned');
  });

  test.each([
    ['13812345678', '5678'],
    ['138-1234-56 78', '5678'],
    ['+86 138 1234 5678 ', '5678'],
    ['123', undefined],
    [undefined, undefined],
  ])('is asked for by the last four digits: of %s they are %s', (phone, last) => {
    expect(lastFour(phone)).toBe(last);
  });
});

test('a name is the same however it is spaced, dotted and cased, and nobody has an empty one', () => {
  expect(sameName('阿依古丽·买买提', '阿依古丽 买买提')).toBe(true);
  expect(sameName('John  Smith', 'JOHN SMITH')).toBe(true);
  expect(sameName('段誉', '段延庆')).toBe(false);
  expect(sameName(' ', ' ')).toBe(false);
});

test('a telephone number is the same with the prefix of China and without', () => {
  expect(phoneDigits('+86 138-1234-5678')).toBe('13812345678');
  expect(phoneDigits('0086 13812345678')).toBe('13812345678');
  expect(phoneDigits('86123456')).toBe('86123456');
});
