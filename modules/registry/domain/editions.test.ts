import { describe, expect, test } from 'vitest';
import { differenceOf, type TableRow, withEdition } from './editions.ts';

const row = (code: string, zh: string, from = '', to = ''): TableRow => ({
  ...{ code, zh, en: '', from, to, source: 'table of 2024', confidence: 'V' },
});
const present = [row('1', '甲', '2020-01-01'), row('2', '乙', '2020-01-01'), row('3', '丙')];
const edition = [row('1', '甲'), row('2', '乙改'), row('4', '丁')];
const codeOn = (rows: readonly TableRow[], code: string, day: string) =>
  rows.find((one) => one.code === code && (one.from ?? '') <= day && (!one.to || day <= one.to))?.zh;

describe('an edition of a table', () => {
  test('differs from what is in force by what it adds, ends and changes', () => {
    const { added, ended, changed } = differenceOf(present, edition, '2026-07-01');
    expect([added, ended].map((rows) => rows.map(({ code }) => code))).toEqual([['4'], ['3']]);
    expect(changed.map(({ before, after }) => [before.zh, after.zh])).toEqual([['乙', '乙改']]);
  });

  test('holds from its day on, and what held before still holds of the days before', () => {
    const merged = withEdition(present, edition, '2026-07-01');
    const on = (day: string) => ['1', '2', '3', '4'].map((code) => codeOn(merged, code, day));
    expect(on('2026-06-30')).toEqual(['甲', '乙', '丙', undefined]);
    expect(on('2026-07-01')).toEqual(['甲', '乙改', undefined, '丁']);
    expect(merged.every(({ source, confidence }) => source !== '' && confidence !== '')).toBe(true);
  });

  test('that says the same changes nothing, and neither does one applied twice', () => {
    expect(withEdition(present, present, '2026-07-01')).toEqual(present);
    const once = withEdition(present, edition, '2026-07-01');
    expect(withEdition(once, edition, '2026-07-01')).toEqual(once);
  });

  test('keeps the later first day of a code that begins after it', () => {
    const later = [...present, row('9', '壬', '2027-01-01')];
    const merged = withEdition(present, later, '2026-07-01');
    expect(codeOn(merged, '9', '2026-12-31')).toBeUndefined();
    expect(codeOn(merged, '9', '2027-01-01')).toBe('壬');
  });

  test('that corrects another from the same day takes its place, and leaves no row that never holds', () => {
    const once = withEdition(present, edition, '2026-07-01');
    const again = withEdition(
      once,
      [...edition.slice(0, 1), row('2', '乙再改'), row('4', '丁')],
      '2026-07-01',
    );
    expect(again.filter(({ code }) => code === '2').map(({ zh }) => zh)).toEqual(['乙', '乙再改']);
  });
});
