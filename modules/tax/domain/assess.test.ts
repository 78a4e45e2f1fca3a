import { describe, expect, test } from 'vitest';
import {
  assess,
  BEER,
  CREAM,
  figuresOf,
  type LineOfTexts,
  MASK,
  type OrderOfTexts,
  RICE_WINE,
  WATCH,
  WHISKY,
  WINE,
} from '../testing/order.ts';
import { describeFigures } from './explain.ts';

/** Figures computed by a separate program with rational numbers, from the formulas of. */
const TAXED: readonly [string, LineOfTexts[], OrderOfTexts, string, string[]][] = [
  ['plain goods bear VAT only', [{ value: '300' }], {}, 'ACCEPT', ['300.00 0.00 0.0000 0.00 39.0000 27.30']],
  [
    'cream of 20 g a cent below 10 CNY a gram bears no consumption tax',
    [{ value: '199.99', tax: CREAM, quantity: '20' }],
    {},
    'ACCEPT',
    ['199.99 0.00 0.0000 0.00 25.9987 18.20'],
  ],
  [
    'freight counts when the value a gram is compared: one cent lifts the cream to the threshold',
    [{ value: '199.99', tax: CREAM, quantity: '20' }],
    { freight: '0.01' },
    'ACCEPT',
    ['200.00 0.00 35.2941 24.71 30.5882 21.41'],
  ],
  [
    'five masks at exactly 15 CNY each bear consumption tax',
    [{ value: '75', tax: MASK, quantity: '5' }],
    {},
    'ACCEPT',
    ['75.00 0.00 13.2353 9.26 11.4706 8.03'],
  ],
  [
    'five masks at 14.99 CNY each bear none',
    [{ value: '74.95', tax: MASK, quantity: '5' }],
    {},
    'ACCEPT',
    ['74.95 0.00 0.0000 0.00 9.7435 6.82'],
  ],
  [
    'a lipstick of 3.5 g with freight',
    [{ value: '280', tax: CREAM, quantity: '3.5' }],
    { freight: '12.34' },
    'ACCEPT',
    ['292.34 0.00 51.5894 36.11 44.7108 31.30'],
  ],
  [
    'a watch of 12,000 CNY is taxed in full, with consumption tax on value and duty',
    [{ value: '12000', tax: WATCH, quantity: '1', duty: '0.11' }],
    {},
    'ACCEPT_FULL_TAX',
    ['12000.00 1320.00 3330.0000 3330.00 2164.5000 2164.50'],
  ],
  [
    'a watch a cent below 10,000 CNY bears no consumption tax; its duty is rounded before VAT is taken on it',
    [{ value: '9999.99', tax: WATCH, quantity: '1', duty: '0.11' }],
    {},
    'ACCEPT_FULL_TAX',
    ['9999.99 1100.00 0.0000 0.00 1442.9987 1443.00'],
  ],
  [
    'exactly 5,000 CNY is within the single limit, even for two articles',
    [{ value: '5000', pieces: '2', duty: '0.08' }],
    {},
    'ACCEPT',
    ['5000.00 0.00 0.0000 0.00 650.0000 455.00'],
  ],
  [
    'one article of 5,000.01 CNY is taxed in full',
    [{ value: '5000.01', duty: '0.08' }],
    {},
    'ACCEPT_FULL_TAX',
    ['5000.01 400.00 0.0000 0.00 702.0013 702.00'],
  ],
  [
    'freight can carry an order over the single limit',
    [{ value: '4990.01', duty: '0.08' }],
    { freight: '8', insurance: '2' },
    'ACCEPT_FULL_TAX',
    ['5000.01 400.00 0.0000 0.00 702.0013 702.00'],
  ],
  [
    'a bottle of whisky of 6,200 CNY in full: duty, compound consumption tax, VAT',
    [{ value: '6200', tax: WHISKY, quantity: '0.7', duty: '0.1' }],
    {},
    'ACCEPT_FULL_TAX',
    ['6200.00 620.00 1705.7980 1705.80 1108.3537 1108.35'],
  ],
  [
    'cheap beer bears the lower amount a litre',
    [{ value: '20', tax: BEER, quantity: '7.92' }],
    {},
    'ACCEPT',
    ['20.00 0.00 1.7638 1.23 2.8293 1.98'],
  ],
  [
    'beer at exactly the dividing price bears the higher amount',
    [{ value: '26.43', tax: BEER, quantity: '10' }],
    {},
    'ACCEPT',
    ['26.43 0.00 2.5300 1.77 3.7648 2.64'],
  ],
  [
    'yellow wine bears an amount a litre',
    [{ value: '88', tax: RICE_WINE, quantity: '1.5' }],
    {},
    'ACCEPT',
    ['88.00 0.00 0.3735 0.26 11.4886 8.04'],
  ],
  [
    'freight of 10.00 over three equal lines: 3.33, 3.33 and the rest',
    [{ value: '10' }, { value: '10', vat: '0.09' }, { value: '10', tax: WINE }],
    { freight: '10' },
    'ACCEPT',
    [
      '13.33 0.00 0.0000 0.00 1.7329 1.21',
      '13.33 0.00 0.0000 0.00 1.1997 0.84',
      '13.34 0.00 1.4822 1.04 1.9269 1.35',
    ],
  ],
  [
    'freight and insurance are shared together, by value',
    [{ value: '399.90', tax: WINE }, { value: '894.12' }],
    { freight: '20.01', insurance: '3.33' },
    'ACCEPT',
    ['407.11 0.00 45.2344 31.66 58.8048 41.16', '910.25 0.00 0.0000 0.00 118.3325 82.83'],
  ],
  [
    'a gift at price 0 takes no freight',
    [{ value: '100' }, { value: '0' }],
    { freight: '10' },
    'ACCEPT',
    ['110.00 0.00 0.0000 0.00 14.3000 10.01', '0.00 0.00 0.0000 0.00 0.0000 0.00'],
  ],
];

describe('tax by the case', () => {
  test.each(TAXED)('%s', (_name, lines, order, decision, figures) => {
    const assessment = assess(lines, order);
    expect(assessment.decision).toBe(decision);
    expect(figuresOf(assessment)).toEqual(figures);
  });
});

const REFUSED: readonly [string, LineOfTexts[], OrderOfTexts, string[]][] = [
  [
    'two lines over the single limit are refused',
    [{ value: '2500' }, { value: '2500.01' }],
    {},
    ['SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM'],
  ],
  [
    'one line of two articles is more than one item',
    [{ value: '5000.01', pieces: '2' }],
    {},
    ['SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM'],
  ],
  [
    'an article with a gift is more than one item',
    [{ value: '6000' }, { value: '0' }],
    {},
    ['SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM'],
  ],
  [
    'a cent over the yearly limit is general trade',
    [{ value: '3000' }],
    { used: '23000.01' },
    ['ANNUAL_LIMIT_EXCEEDED_GENERAL_TRADE'],
  ],
  [
    'one article over the single limit does not escape the yearly one',
    [{ value: '8000' }],
    { used: '20000' },
    ['ANNUAL_LIMIT_EXCEEDED_GENERAL_TRADE'],
  ],
  [
    'over both limits both reasons are given, the yearly one first',
    [{ value: '5000.01', pieces: '3' }],
    { used: '26000' },
    ['ANNUAL_LIMIT_EXCEEDED_GENERAL_TRADE', 'SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM'],
  ],
  [
    'three kilograms of sugar are more than a year allows',
    [{ hs: '1701991010', value: '45', weight: ['2', '3', '0'] }],
    {},
    ['YEARLY_WEIGHT_LIMIT'],
  ],
  [
    'two lines of sugar count together',
    [
      { hs: '1701991010', value: '15', weight: ['2', '1', '0'] },
      { hs: '1701120000', value: '15', weight: ['2', '1.1', '0'] },
    ],
    {},
    ['YEARLY_WEIGHT_LIMIT'],
  ],
  [
    'what was bought before counts to the yearly weight',
    [{ hs: '1006302001', value: '90', weight: ['20', '10', '10.001'] }],
    {},
    ['YEARLY_WEIGHT_LIMIT'],
  ],
];

describe('refusal by the case', () => {
  test.each(REFUSED)('%s', (_name, lines, order, reasons) => {
    const assessment = assess(lines, order);
    expect(assessment.decision).toBe('REJECT');
    expect(assessment.decision === 'REJECT' && assessment.reasons).toEqual(reasons);
  });
});

describe('limits', () => {
  test('the yearly limit and the yearly weight may be reached', () => {
    const assessment = assess([{ hs: '1006302001', value: '90', weight: ['20', '10', '10'] }], {
      used: '25910',
    });
    expect(describeFigures(assessment)).toMatchObject({ decision: 'ACCEPT', annualUsedAfter: '26000.00' });
  });

  test('sugar and rice have each their own weight', () => {
    const sugar: LineOfTexts = { hs: '1701991010', value: '10', weight: ['2', '2', '0'] };
    const rice: LineOfTexts = { hs: '1006302001', value: '90', weight: ['20', '20', '0'] };
    expect(assess([sugar, rice]).decision).toBe('ACCEPT');
  });

  test('before 2019 the single limit was 2,000 CNY', () => {
    expect(assess([{ value: '2000.01' }], { day: '2018-12-31' }).decision).toBe('ACCEPT_FULL_TAX');
    expect(assess([{ value: '2000.01' }], { day: '2019-01-01' }).decision).toBe('ACCEPT');
  });

  test('there are no rules for a day before the scheme began', () => {
    expect(() => assess([{ value: '10' }], { day: '2016-04-07' })).toThrow(/import.single_limit_cny/);
  });
});

test('a coupon lowers what is paid, not the dutiable value', () => {
  const assessment = assess([{ value: '500' }], { deduction: '50' });
  expect(describeFigures(assessment)).toMatchObject({
    dutiableValue: '500.00',
    vat: '45.50',
    actualPaid: '495.50',
  });
});

test('a refused order is not taxed', () => {
  const described = describeFigures(assess([{ value: '3000' }, { value: '3000' }]));
  expect(described).toEqual({
    decision: 'REJECT',
    reason: 'SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM',
    dutiableValue: '6000.00',
    lines: [],
  });
});
