import { describe, expect, test } from 'vitest';
import { loadRiskRules } from '../wiring.ts';
import { riskRulesOn } from './rules-on-day.ts';

const rules = loadRiskRules();
const split = (day: string) => riskRulesOn(rules, day).filter(({ code }) => code === 'RISK-SPLIT-ORDERS');

describe('the rules of risk on a day', () => {
  test('are told with the version, the figures and the days of the row in force', () => {
    expect(split('2018-12-31')).toMatchObject([
      { version: 1, thresholds: { limit_cny: '2000' }, from: '2016-04-08', to: '2018-12-31' },
    ]);
    const [today, ...more] = split('2026-11-23');
    expect(more).toEqual([]);
    expect(today).toMatchObject({ version: 2, thresholds: { limit_cny: '5000' }, from: '2019-01-01' });
    expect(today?.sentence.en).toBe(
      "One buyer's orders of a day should not add up to more than the single limit (limit_cny=5000)",
    );
  });

  test('name each word once, with its goods, and where the classes begin', () => {
    const today = riskRulesOn(rules, '2026-11-23');
    const sentences = today.map(({ sentence }) => sentence.en);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((text) => text.includes('pangolin'))).toHaveLength(1);
    expect(today.find(({ code }) => code === 'RISK-CLASSES')?.sentence.en).toContain('yellow=40; red=70');
  });

  test('before a word was put in force it is not among them', () => {
    const words = (day: string) =>
      riskRulesOn(rules, day).filter(({ sentence }) => sentence.zh.includes('电子烟'));
    expect([words('2022-04-30').length, words('2022-05-01').length]).toEqual([0, 1]);
  });
});
