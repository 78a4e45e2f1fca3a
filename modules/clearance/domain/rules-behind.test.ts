import { describe, expect, test } from 'vitest';
import { loadRiskRules } from '../../risk/wiring.ts';
import type { JudgedFinding } from './results.ts';
import { rulesBehind } from './rules-behind.ts';

const risk = loadRiskRules();
const split = (day: string) =>
  rulesBehind(risk, day, [], true).filter(({ code }) => code === 'RISK-SPLIT-ORDERS');

describe('the rules behind a decision', () => {
  test('are told with the version and the figures that held on its day', () => {
    expect(split('2026-11-23')).toMatchObject([{ version: '2', from: '2019-01-01' }]);
    expect(split('2026-11-23')[0]?.sentence.zh).toContain('limit_cny=5000');
    expect(split('2018-12-31')).toMatchObject([{ version: '1', to: '2018-12-31' }]);
  });

  test('name those that spoke first, and no rule of tax where no tax was computed', () => {
    const spoke = { code: 'RISK-WAYBILL-REUSED' } as JudgedFinding;
    expect(rulesBehind(risk, '2026-11-23', [spoke], true)[0]?.code).toBe('RISK-WAYBILL-REUSED');
    const codes = rulesBehind(risk, '2026-11-23', [], false).map(({ code }) => code);
    expect(codes).toContain('LIST-TAX-WITHHELD');
    expect(codes).toContain('MATCH-PAID-AMOUNT');
    expect(codes.filter((code) => code.startsWith('R-'))).toEqual([]);
  });
});
