import { describe, expect, test } from 'vitest';
import { loadRiskRules } from '../wiring.ts';
import { parseRiskRules, type RiskRuleRow, riskRules } from './table.ts';

const row = (more: Partial<Record<string, string>>): RiskRuleRow => ({
  rule: 'RISK-SPLIT-ORDERS',
  version: '1',
  mode: 'live',
  weight: '40',
  veto: '',
  thresholds: 'limit_cny=5000',
  from: '2019-01-01',
  to: '',
  source: 'test',
  confidence: 'D',
  zh: '说明',
  en: 'note',
  ...more,
});
const classes = row({ rule: 'RISK-CLASSES', mode: '', weight: '', thresholds: 'yellow=40;red=70' });

describe('the table of risk rules', () => {
  test('every rule has figures today, and every rule belongs to a group of the policy', () => {
    const { settings } = loadRiskRules();
    for (const rule of riskRules) {
      const today = settings.filter(({ code, to }) => code === rule.code && to === undefined);
      expect([rule.code, today.length > 0]).toEqual([rule.code, true]);
      expect(['economic', 'technical', 'trade']).toContain(rule.group);
      expect(rule.text.zh && rule.text.en && rule.source).toBeTruthy();
    }
    for (const { code, note, source } of settings) {
      expect([code, Boolean(note.zh && note.en && source)]).toEqual([code, true]);
    }
  });

  test('no rule but the words has two settings in force on one day', () => {
    const { settings } = loadRiskRules();
    for (const one of settings) {
      if (one.code === 'RISK-KEYWORD') continue;
      const others = settings.filter((other) => other.code === one.code && other.from > one.from);
      for (const other of others) expect((one.to ?? '9999-12-31') < other.from).toBe(true);
    }
  });

  test('rules are grouped by the fact they need, and made once a day', () => {
    const rules = loadRiskRules();
    const today = rules.on('2026-11-23');
    const needs = today.groups.map((group) => group.needs);
    expect(new Set(needs).size).toBe(needs.length);
    expect(rules.on('2026-11-23')).toBe(today);
    expect(today).toMatchObject({ yellowFrom: 40, redFrom: 70 });
  });

  test('a rule without figures for the day is not applied', () => {
    const rules = parseRiskRules([classes, row({ from: '2020-01-01' })]);
    expect(rules.on('2019-06-01').groups).toEqual([]);
    expect(rules.on('2020-01-01').groups).toHaveLength(1);
  });

  test('a day without classes is refused', () => {
    expect(() => parseRiskRules([row({})]).on('2026-11-23')).toThrow(/no risk classes/);
  });

  test.each([
    ['there is no rule', { rule: 'RISK-NONE' }],
    ['threshold limit_cny is missing', { thresholds: '' }],
    ['is not name=value', { thresholds: 'limit_cny' }],
    ['the period does not hold', { from: '2019-02-30' }],
    ['the period does not hold', { to: '2018-12-31' }],
    ['no confidence mark', { confidence: '' }],
    ['weight is 0 to 100', { weight: '101' }],
    ['mode is live or watch', { mode: 'on' }],
  ])('an unsound row is refused: %s', (why, change) => {
    expect(() => parseRiskRules([row(change)])).toThrow(why);
  });

  test('a threshold that is not a number is refused when its day comes', () => {
    const rules = parseRiskRules([classes, row({ thresholds: 'limit_cny=much' })]);
    expect(() => rules.on('2026-11-23')).toThrow(/limit_cny .* is not a number/);
  });
});
