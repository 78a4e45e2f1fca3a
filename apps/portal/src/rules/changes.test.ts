import { expect, test } from 'vitest';
import { changesBetween } from './changes.ts';
import type { RuleRow } from './queries.ts';

const figure = (code: string, value: string, from = '2016-04-08'): RuleRow => ({
  ...{ group: 'figure', code, value, unit: 'CNY', rule: 'R-2.1', source: 's', confidence: 'V', from },
  sentence: { zh: '限值', en: 'limit' },
});

test('a new value with a day of its own is added, another value of the same day has changed, and what is left out is gone', () => {
  const before = [figure('single', '2000'), figure('yearly', '20000'), figure('old', '1')];
  const now = [figure('single', '2000'), figure('single', '5000', '2019-01-01'), figure('yearly', '26000')];
  expect(changesBetween(now, before).map(({ row, change }) => [row.code, row.value, change])).toEqual([
    ['single', '2000', undefined],
    ['single', '5000', 'added'],
    ['yearly', '26000', 'changed'],
    ['old', '1', 'gone'],
  ]);
  expect(changesBetween(now, undefined).every(({ change }) => change === undefined)).toBe(true);
});
