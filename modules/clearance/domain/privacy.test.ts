import { describe, expect, test } from 'vitest';
import { riskRules } from '#risk';
import { findingsForFirm, stepsForFirm } from './privacy.ts';
import type { JudgedFinding } from './results.ts';

const finding = (code: string, more: Partial<JudgedFinding> = {}): JudgedFinding => ({
  ...{ code, level: 'business', path: 'Inventory', mode: 'live', severity: 'review', customsCode: '2500' },
  ...{ message: { zh: '已用 25999.00 元', en: '25999.00 CNY' }, remedy: { zh: '', en: '' } },
  ...more,
});

describe('a firm', () => {
  const others = new Set(['sameDayTotal', 'recentAmounts', 'waybillUsedBy']);
  const telling = riskRules.filter(({ needs }) => needs !== undefined && others.has(needs));

  test.each([...telling.map(({ code }) => code), 'TAX-ANNUAL-LIMIT', 'TAX-YEARLY-WEIGHT'])(
    'is told by %s that there is something, and no figure of it',
    (code) => {
      const evidence = [
        { paper: 'declaration', path: 'logisticsNo', value: 'WB1' },
        { paper: 'facts', path: 'waybillUsedBy', value: 'CM-OF-ANOTHER' },
      ];
      const [shown] = findingsForFirm([finding(code, { evidence })]);
      expect(shown?.evidence).toEqual(evidence.slice(0, 1));
      expect(shown?.message.zh).not.toMatch(/\d/);
      expect(shown?.message.en).not.toMatch(/\d/);
    },
  );

  test('reads what is found in its own papers as it is', () => {
    const evidence = [{ paper: 'registry', path: 'enterprise/name', value: '昆明示例' }];
    const own = finding('MATCH-NAME', { evidence });
    expect(findingsForFirm([own])).toEqual([own]);
  });

  test('sees of the yearly sum only whether the limit holds', () => {
    const step = (code: string, formula: string, result: string) =>
      ({ code, formula, result, zh: '', en: '', rule: '', source: '', confidence: 'V' }) as const;
    const shown = stepsForFirm([
      step('annual-limit', '900.00 + 1.00 = 901.00 ≤ 26000.00', '✓'),
      step('single-limit', '1.00 ≤ 5000.00', '✓'),
      step('annual-used', '900.00 + 1.00', '901.00'),
    ]);
    expect(shown.map(({ code, formula, result }) => [code, formula, result])).toEqual([
      ['annual-limit', undefined, '✓'],
      ['single-limit', '1.00 ≤ 5000.00', '✓'],
    ]);
  });
});
