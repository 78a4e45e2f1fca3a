import { expect, test } from 'vitest';
import { writeText } from './write.ts';

test('the plural form follows the count, and numbers are written as the reader writes them', () => {
  const text = '{{count}} list | {{count}} lists';
  expect(writeText(text, { count: 1 }, 'en-GB')).toBe('1 list');
  expect(writeText(text, { count: 1200 }, 'en-GB')).toBe('1,200 lists');
  expect(writeText('等 {{count}} 项', { count: 1200 }, 'zh-CN')).toBe('等 1,200 项');
  expect(writeText('{{year}} 年', { year: '2026' }, 'zh-CN')).toBe('2026 年');
});
