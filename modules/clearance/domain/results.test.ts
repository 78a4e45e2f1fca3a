import { expect, test } from 'vitest';
import { matchingRules } from '#matching';
import { riskRules } from '#risk';
import { loadCodeLists } from '../../registry/wiring.ts';
import { listRules } from './list-rules.ts';
import { resultCodeOf, results } from './results.ts';

const codeLists = loadCodeLists();
const tax = [
  'ANNUAL-LIMIT',
  'SINGLE-LIMIT',
  'YEARLY-WEIGHT',
  'TARIFF-UNKNOWN',
  'QUANTITY-MISSING',
  'AMOUNT-NEGATIVE',
];

test('every code a decision can give has its text in the code list of results, in both languages', () => {
  const codes = [
    ...Object.values(results),
    ...matchingRules.map(({ customsCode }) => customsCode),
    ...listRules.map(({ customsCode }) => customsCode),
    ...riskRules.map(({ code }) => resultCodeOf(code)),
    ...tax.map((name) => resultCodeOf(`TAX-${name}`)),
  ];
  for (const code of new Set(codes)) {
    expect([code, codeLists.name('customs_result', code, 'zh') !== undefined]).toEqual([code, true]);
    expect([code, codeLists.name('customs_result', code, 'en') !== undefined]).toEqual([code, true]);
  }
});

test('each finding of the tax has a code of its own, what nobody has named counts as risk', () => {
  expect(new Set(tax.map((name) => resultCodeOf(`TAX-${name}`))).size).toBe(tax.length);
  expect(resultCodeOf('RISK-OF-TOMORROW')).toBe(results.risk);
});
