import { describe, expect, test } from 'vitest';
import { fourEyesFor, readFourEyes } from './rules.ts';

const row = {
  ...{ code: 'FE', act: 'release', risk_class: '', value_over_cny: '', from: '2026-01-01', to: '2026-06-30' },
  ...{ source: '本平台设计', confidence: 'D', zh: '双人复核', en: 'two officers' },
};
const words = { file: 'some.csv', acts: ['release', 'refuse'], riskClasses: ['red'] } as const;
const known = { riskClass: null, value: '100' };

describe('what takes two officers', () => {
  test('holds in its days only', () => {
    const on = readFourEyes([row], words);
    const code = (day: string) => fourEyesFor(on(day), 'release', known)?.code;
    expect(code('2025-12-31')).toBeUndefined();
    expect(code('2026-01-01')).toBe('FE');
    expect(code('2026-06-30')).toBe('FE');
    expect(code('2026-07-01')).toBeUndefined();
    expect(fourEyesFor(on('2026-01-01'), 'refuse', known)).toBeUndefined();
  });

  test('of a class of risk is asked of lists of that class alone', () => {
    const rules = readFourEyes([{ ...row, risk_class: 'red' }], words)('2026-02-01');
    expect(fourEyesFor(rules, 'release', { ...known, riskClass: 'red' })?.code).toBe('FE');
    expect(fourEyesFor(rules, 'release', { ...known, riskClass: 'green' })).toBeUndefined();
    expect(fourEyesFor(rules, 'release', known)).toBeUndefined();
  });

  test('over a value is asked of what is over it, and of what has none', () => {
    const rules = readFourEyes([{ ...row, value_over_cny: '100' }], words)('2026-02-01');
    expect(fourEyesFor(rules, 'release', known)).toBeUndefined();
    expect(fourEyesFor(rules, 'release', { ...known, value: '100.01' })?.code).toBe('FE');
    expect(fourEyesFor(rules, 'release', { ...known, value: null })?.code).toBe('FE');
  });

  test('by a row that cannot be read is refused with its file and place', () => {
    for (const wrong of [
      ...[{ act: 'burn' }, { risk_class: 'pink' }, { value_over_cny: 'much' }, { from: '' }],
      ...[{ to: 'soon' }, { source: '' }, { confidence: 'X' }, { code: '' }, { en: '' }],
    ])
      expect(() => readFourEyes([row, { ...row, ...wrong }], words), JSON.stringify(wrong)).toThrow(
        RangeError,
      );
    expect(() => readFourEyes([row, { ...row, act: 'burn' }], words)).toThrow('row 3 of some.csv');
  });
});
