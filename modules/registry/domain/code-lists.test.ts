import { describe, expect, test } from 'vitest';
import { type CodeListName, type CodeListRow, codeListNames, codeListsOf } from './code-lists.ts';

const row = (code: string, more: Partial<Record<string, string>> = {}): CodeListRow => ({
  code,
  zh: `代码${code}`,
  en: '',
  from: '',
  to: '',
  source: 'test',
  confidence: 'V',
  ...more,
});

function listsWith(list: CodeListName, rows: readonly CodeListRow[]) {
  const tables = Object.fromEntries(codeListNames.map((name) => [name, [row('x')]]));
  return codeListsOf({ ...tables, [list]: rows } as Record<CodeListName, CodeListRow[]>);
}

describe('code lists', () => {
  const lists = listsWith('currency', [
    row('142', { en: 'Renminbi yuan' }),
    row('305', { to: '2002-02-28' }),
    row('AED', { from: '2018-08-01' }),
    row('999', { zh: '旧名', to: '2019-12-31' }),
    row('999', { zh: '新名', from: '2020-01-01' }),
  ]);

  test('a code without dates may be used on any day', () => {
    expect(lists.has('currency', '142')).toBe(true);
    expect(lists.has('currency', '142', '1999-01-01')).toBe(true);
  });

  test('a code may be used from its first day to its last', () => {
    expect(lists.has('currency', '305', '2002-02-28')).toBe(true);
    expect(lists.has('currency', '305', '2002-03-01')).toBe(false);
    expect(lists.has('currency', 'AED', '2018-07-31')).toBe(false);
    expect(lists.has('currency', 'AED', '2018-08-01')).toBe(true);
  });

  test('a code with two periods has the name of the day, and of the latest without a day', () => {
    expect(lists.name('currency', '999', 'zh', '2019-06-01')).toBe('旧名');
    expect(lists.name('currency', '999', 'zh', '2021-06-01')).toBe('新名');
    expect(lists.name('currency', '999', 'zh')).toBe('新名');
  });

  test('where there is no English name the Chinese one stands in', () => {
    expect(lists.name('currency', '142', 'en')).toBe('Renminbi yuan');
    expect(lists.name('currency', '305', 'en')).toBe('代码305');
  });

  test('an unknown code has neither entry nor name', () => {
    expect(lists.has('currency', '000')).toBe(false);
    expect(lists.name('currency', '000', 'zh')).toBeUndefined();
  });

  test('further columns are kept', () => {
    const units = listsWith('unit', [row('036', { to_base_factor: '0.001', base_code: '035' })]);
    expect(units.find('unit', '036')?.more).toEqual({ to_base_factor: '0.001', base_code: '035' });
  });

  test.each([
    ['lacks its code', row('')],
    ['lacks its name', row('1', { zh: '' })],
    ['no confidence', row('1', { confidence: '' })],
    ['a day belongs', row('1', { from: '2019-02-30' })],
  ])('an unsound row is refused: %s', (_why, bad) => {
    expect(() => listsWith('unit', [bad])).toThrow(RangeError);
  });

  test('an empty list is refused', () => {
    expect(() => listsWith('unit', [])).toThrow(/unit is empty/);
  });
});
