import { describe, expect, test } from 'vitest';
import { assess, BEER, CREAM, WATCH, WHISKY } from '../testing/order.ts';
import { describeTax, explainTax, stepsOf } from './explain.ts';
import { rejectionFindings } from './findings.ts';
import { TAX_RULES } from './rules.ts';
import type { TaxStep } from './step.ts';

function step(steps: readonly TaxStep[], code: string, gnum?: number): string {
  const found = steps.find((candidate) => candidate.code === code && candidate.gnum === gnum);
  return `${found?.formula ?? ''} = ${found?.result} [${found?.rule} ${found?.confidence}]`;
}

test('every step of a compound consumption tax is shown with its figures, rule and confidence', () => {
  const steps = stepsOf(assess([{ value: '400', tax: WHISKY, quantity: '0.7' }]));
  expect(step(steps, 'consumption-tax', 1)).toBe(
    '(400.00 + 0.00 + 0.7 × 0.912) ÷ (1 − 0.2) × 0.2 + 0.7 × 0.912 = 100.7980 [R-2.7 V]',
  );
  expect(step(steps, 'consumption-tax-due', 1)).toBe('100.7980 × 0.7 = 70.56 [R-2.2 V]');
  expect(step(steps, 'vat', 1)).toBe('(400.00 + 0.00 + 100.7980) × 0.13 = 65.1037 [R-2.16 D]');
  expect(step(steps, 'tax-total')).toBe('0.00 + 70.56 + 45.57 = 116.13 [R-2.11 D]');
});

test('full tax names the duty rate of the tariff and takes the whole statutory amount', () => {
  const steps = stepsOf(assess([{ value: '12000', tax: WATCH, quantity: '1', duty: '0.11' }]));
  expect(step(steps, 'single-limit')).toBe('12000.00 ≤ 5000.00 = ✗ [R-2.1 V]');
  expect(step(steps, 'decision')).toBe('1 ≤ 1 = ACCEPT_FULL_TAX [R-2.3 V]');
  expect(step(steps, 'duty', 1)).toBe('12000.00 × 0.11 = 1320.00 [R-2.16 D]');
  expect(step(steps, 'unit-value', 1)).toBe('12000.00 ÷ 1 ≥ 10000.00 = ✓ [R-2.9 V]');
  expect(step(steps, 'vat-due', 1)).toBe('2164.5000 × 1 = 2164.50 [R-2.3 V]');
});

test('goods below a threshold say so in one step', () => {
  const steps = stepsOf(assess([{ value: '199.99', tax: CREAM, quantity: '20' }]));
  expect(steps.filter((candidate) => candidate.code.startsWith('consumption-tax'))).toMatchObject([
    { zh: '未达到起征标准，不征消费税', result: '0.0000' },
  ]);
  expect(step(steps, 'unit-value', 1)).toContain('199.99 ÷ 20 ≥ 10.00 = ✗');
});

test('the amount a litre of beer is shown after its dividing price', () => {
  const steps = stepsOf(assess([{ value: '20', tax: BEER, quantity: '7.92' }]));
  expect(step(steps, 'unit-value', 1)).toContain('20.00 ÷ 7.92 ≥ 2.643 = ✗');
  expect(step(steps, 'consumption-tax', 1)).toContain('7.92 × 0.2227 = 1.7638');
});

test('the shares of freight show how each came about', () => {
  const steps = stepsOf(assess([{ value: '10' }, { value: '20' }], { freight: '10' }));
  expect(step(steps, 'cost-share', 1)).toBe('10.00 × 10.00 ÷ 30.00 = 3.33 [R-2.11 D]');
  expect(step(steps, 'cost-share', 2)).toBe('10.00 − 3.33 = 6.67 [R-2.11 D]');
});

test('an explanation is one sentence a step, in both languages, with rule, source and confidence', () => {
  const assessment = assess([{ value: '425', tax: CREAM, quantity: '20' }]);
  const sentences = explainTax(assessment);
  expect(sentences).toHaveLength(stepsOf(assessment).length);
  expect(sentences.at(-2)).toEqual({
    zh: '实际支付金额＝完税价格＋税款－非现金抵扣：425.00 + 98.00 − 0.00 = 523.00 [R-1.14; CEB field notes; V]',
    en: 'Paid amount = dutiable value + tax − non-cash deduction: 425.00 + 98.00 − 0.00 = 523.00 [R-1.14; CEB field notes; V]',
  });
  expect(sentences.find(({ en }) => en.startsWith('Line 1: Statutory consumption tax'))).toEqual({
    zh: '第1行 消费税法定应纳税额：(425.00 + 0.00) ÷ (1 − 0.15) × 0.15 = 75.0000 [R-2.7; composite formula of the import taxes; V]',
    en: 'Line 1: Statutory consumption tax: (425.00 + 0.00) ÷ (1 − 0.15) × 0.15 = 75.0000 [R-2.7; composite formula of the import taxes; V]',
  });
});

test('a description is plain JSON', () => {
  const described = describeTax(assess([{ value: '425', tax: CREAM, quantity: '20' }]));
  expect(JSON.parse(JSON.stringify(described))).toEqual(described);
});

describe('a refusal', () => {
  const refused = assess(
    [
      { hs: '1701991010', value: '3000', weight: ['2', '1.5', '1'] },
      { hs: '1006302001', value: '2500', weight: ['20', '5', '0'] },
    ],
    { used: '24000.5' },
  );

  test('gives every reason as a finding with a rule and a remedy', () => {
    const findings = refused.decision === 'REJECT' ? rejectionFindings(refused) : [];
    expect(findings.map(({ code, rule, message }) => [code, rule, message.en])).toEqual([
      [
        'TAX-ANNUAL-LIMIT',
        'R-2.4',
        "The buyer has used 24000.50 CNY this year; with this list's 5500.00 CNY the yearly limit of 26000.00 CNY is exceeded",
      ],
      [
        'TAX-SINGLE-LIMIT',
        'R-2.3',
        'The dutiable value of 5500.00 CNY exceeds the single limit of 5000.00 CNY, and the order holds more than one item',
      ],
      [
        'TAX-YEARLY-WEIGHT',
        'R-2.14',
        'Goods of heading 1701 are limited to 2 kg a person a year; with this list it is 2.5 kg',
      ],
    ]);
    for (const { remedy, message } of findings) {
      expect(remedy.zh).not.toBe('');
      expect(message.zh).not.toBe('');
    }
  });

  test('shows the limits and weights that were compared, and no tax', () => {
    expect(stepsOf(refused).map(({ code, result }) => `${code} ${result}`)).toEqual([
      'order-value 5500.00',
      'annual-limit ✗',
      'single-limit ✗',
      'yearly-weight ✗',
      'yearly-weight ✓',
      'decision ANNUAL_LIMIT_EXCEEDED_GENERAL_TRADE, SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM, YEARLY_WEIGHT_LIMIT',
    ]);
  });
});

test('every rule has a sentence in both languages and a source', () => {
  for (const { code, sentence, source } of TAX_RULES) {
    expect([code, sentence.zh, sentence.en, source].every((text) => text.length > 0)).toBe(true);
  }
  expect(new Set(TAX_RULES.map((rule) => rule.code)).size).toBe(TAX_RULES.length);
});
