import { describe, expect, test } from 'vitest';
import { formatDecimal, parseDecimal, ZERO } from '#kernel';
import {
  cleanDossier,
  contextWith,
  type FullDossier,
  plainPurchase,
} from '../../matching/testing/clean-dossier.ts';
import { loadCodeLists } from '../../registry/wiring.ts';
import { loadRulebook } from '../testing/house.ts';
import { assess, type Facts } from './assess.ts';
import { listRules } from './list-rules.ts';
import { findingsForFirm } from './privacy.ts';

const { rulebook } = loadRulebook();
const DAY = '2026-11-23';
const nothingKnown: Facts = {
  annualUsed: ZERO,
  yearlyKgUsed: new Map(),
  sameDayTotal: ZERO,
  recentAmounts: [],
  enterprise: contextWith().enterprise,
};
const judge = (dossier: FullDossier, facts: Partial<Facts> = {}) =>
  assess(dossier, rulebook, DAY, { ...nothingKnown, ...facts });

/** What the plain purchase owes, to the cent. */
const DUE = ((): string => {
  const { taxTotal } = judge(cleanDossier());
  return formatDecimal(taxTotal ?? ZERO, 2);
})();
const withholding = (taxTotal: string) => judge(cleanDossier({ ...plainPurchase, taxTotal }));

describe('the tax withheld in the order', () => {
  test('that is the tax due is not spoken of, nor is a difference of rounding', () => {
    expect(Number(DUE)).toBeGreaterThan(0);
    expect(withholding(DUE).findings).toEqual([]);
    expect(withholding((Number(DUE) + 0.05).toFixed(2)).findings).toEqual([]);
  });

  test.each([
    ['none', '0', '订单未代扣税款'],
    ['more', '999.99', '订单代扣税款999.99元'],
    ['six cents less', (Number(DUE) - 0.06).toFixed(2), '不一致'],
  ])('%s: is pointed out with both figures, and the list is released', (_what, withheld, words) => {
    const { outcome, findings } = withholding(withheld);
    expect(outcome).toBe('released');
    expect(findings).toMatchObject([
      {
        ...{ code: 'LIST-TAX-WITHHELD', mode: 'watch', rule: 'R-1.14', customsCode: '905007' },
        evidence: [
          { paper: 'order', path: 'Order/OrderHead/taxTotal', value: Number(withheld).toFixed(2) },
          { paper: 'tax', path: 'taxTotal', value: DUE },
        ],
      },
    ]);
    expect(findings[0]?.message.zh).toContain(words);
    expect(findings[0]?.remedy.en).toContain('appType 2');
    expect(findingsForFirm(findings)).toEqual(findings);
  });
});

describe('the supervision mode', () => {
  test('1239 is returned, not judged as if it were 1210', () => {
    const dossier = cleanDossier({ ...plainPurchase, tradeMode: '1210', taxTotal: DUE });
    dossier.declaration.head.tradeMode = '1239';
    const { outcome, returnInfo, reserve, findings } = judge(dossier);
    expect([outcome, returnInfo, reserve]).toEqual([
      'refused',
      '[Code:907004;Desc:本平台不办理该贸易方式]',
      ZERO,
    ]);
    expect(findings.map(({ code }) => code)).toContain('LIST-MODE-NOT-HANDLED');
  });

  test.each(['9610', '1210'] as const)('%s is handled', (tradeMode) => {
    expect(judge(cleanDossier({ ...plainPurchase, tradeMode, taxTotal: DUE })).outcome).toBe('released');
  });
});

test('a risk hit is kept with the version and the figures of the row it was made under', () => {
  const dossier = cleanDossier({ ...plainPurchase, taxTotal: DUE });
  const { stored } = judge(dossier, { sameDayTotal: parseDecimal('4990') });
  const { findings } = JSON.parse(stored) as { findings: readonly object[] };
  expect(findings).toMatchObject([
    { code: 'RISK-SPLIT-ORDERS', version: 2, thresholds: { limit_cny: '5000' } },
  ]);
});

test('each rule on the list as a whole has both languages, a customs code of the list and a dated figure', () => {
  const lists = loadCodeLists();
  const { taxBook } = loadRulebook();
  for (const { code, text, customsCode, parameter } of listRules) {
    expect([code, Boolean(text.zh && text.en), lists.has('customs_result', customsCode)]).toEqual([
      code,
      true,
      true,
    ]);
    expect([code, taxBook.parameters.has(parameter)]).toEqual([code, true]);
  }
});
