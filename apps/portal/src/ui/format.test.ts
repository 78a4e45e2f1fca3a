import { expect, test } from 'vitest';
import {
  distanceOf,
  formatAmount,
  formatClock,
  formatDocumentTime,
  formatList,
  formatMoment,
  formatRelative,
  saysTheSame,
  shareOf,
  subtractAmounts,
} from './format.ts';

test('an amount keeps every digit it has and shows at least the cents', () => {
  expect(formatAmount('0')).toBe('0.00');
  expect(formatAmount('1234567.5')).toBe('1,234,567.50');
  expect(formatAmount('-1000.12340')).toBe('-1,000.1234');
  expect(formatAmount('9007199254740993.01')).toBe('9,007,199,254,740,993.01');
  expect(formatAmount('张*')).toBe('张*');
});

test('what is left of an allowance is exact', () => {
  expect(subtractAmounts('26000', '25999.99')).toBe('0.01000');
  expect(subtractAmounts('26000', '26000.01')).toBe('-0.01000');
  expect(shareOf('6500', '26000')).toBe(0.25);
  expect(shareOf('30000', '26000')).toBe(1);
});

test('the same number written otherwise is the same', () => {
  expect(saysTheSame('10.00', '10')).toBe(true);
  expect(saysTheSame('10.01', '10')).toBe(false);
  expect(saysTheSame('云南 茶马', '云南茶马')).toBe(true);
});

test('times are shown by Beijing time', () => {
  expect(formatMoment('2026-11-23T16:03:22.120Z')).toBe('2026-11-24 00:03:22');
  expect(formatClock('2026-11-23T06:03:22Z')).toBe('14:03:22');
  expect(formatDocumentTime('20261123140322')).toBe('2026-11-23 14:03:22');
  expect(formatDocumentTime('20261123')).toBe('2026-11-23');
});

test('a moment ago is told in the reader’s language', () => {
  const now = Date.parse('2026-11-23T06:00:10Z');
  const told = (iso: string, locale: string) => {
    const { unit, count } = distanceOf(iso, now);
    return formatRelative(unit, count, locale);
  };
  expect(told('2026-11-23T06:00:07Z', 'zh-CN')).toBe('3秒前');
  expect(told('2026-11-23T06:12:10Z', 'en-GB')).toBe('in 12 min');
  expect(told('2026-11-23T04:00:10Z', 'en-GB')).toContain('2');
  expect(told('2026-11-23T04:00:10Z', 'tlh')).toBeUndefined();
});

test('a list of words ends as the language ends one', () => {
  expect(formatList(['order', 'payment', 'waybill'], 'en-GB')).toBe('order, payment and waybill');
  expect(formatList(['a', 'b'], 'tlh')).toBe('a, b');
});
