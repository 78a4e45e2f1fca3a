import { describe, expect, test } from 'vitest';
import type { ImportDeclaration } from '#ceb';
import { formatDecimal } from '#kernel';
import { book, DAY, decimal } from '../testing/order.ts';
import type { TaxInput } from './assessment.ts';
import { type Circumstances, type TaxableItem, taxInputOf } from './declared-goods.ts';

const CREAM: TaxableItem = {
  gnum: 1,
  gcode: '3304990029',
  gname: '面霜',
  qty: '2',
  unit: '142',
  qty1: '0.04',
  unit1: '035',
  qty2: '2',
  unit2: '011',
  totalPrice: '850',
};

function read(items: readonly TaxableItem[], circumstances: Partial<Circumstances> = {}) {
  const head = { freight: '12.5', insuredFee: '3' };
  return taxInputOf({ head, items }, book, { day: DAY, ...circumstances });
}

function inputOf(...items: TaxableItem[]): TaxInput {
  const input = read(items);
  if (Array.isArray(input)) throw new Error(input.map((finding) => finding.message.en).join('; '));
  return input;
}

function findingsOf(...items: TaxableItem[]): string[] {
  const findings = read(items);
  return Array.isArray(findings) ? findings.map((finding) => `${finding.code} ${finding.path}`) : [];
}

/** Quantity in tax units and the threshold that applies. */
function measured(item: Partial<TaxableItem>): string {
  const [line] = inputOf({ ...CREAM, ...item }).lines;
  const tax = line?.consumptionTax;
  const min = tax !== undefined && 'min' in tax ? ` from ${formatDecimal(tax.min)}` : '';
  return `${formatDecimal(line?.taxQuantity ?? decimal('0'))} ${tax !== undefined && 'unit' in tax ? tax.unit : '-'}${min}`;
}

test('an import declaration as decoded is what the tax is read from', () => {
  const whole: (declaration: ImportDeclaration) => unknown = (declaration) =>
    taxInputOf(declaration, book, { day: DAY });
  expect(whole).toBeTypeOf('function');
});

test('amounts, rates and sources come from the list and the tariff of the day', () => {
  const input = inputOf(CREAM);
  expect(input).toMatchObject({
    freight: decimal('12.5'),
    insurance: decimal('3'),
    annualUsed: 0n,
    nonCashDeduction: 0n,
  });
  expect(input.lines[0]).toMatchObject({
    gnum: 1,
    hs: '3304990029',
    goodsValue: decimal('850'),
    pieces: decimal('2'),
    dutyRate: decimal('0.01'),
    vatRate: decimal('0.13'),
    reference: { source: 'htshub.com, tables of 2024 to 2026', confidence: 'V', from: '2024-01-01' },
    consumptionTaxReference: { rule: 'R-2.8', source: '财税〔2016〕103号' },
  });
});

describe('the quantity the consumption tax is counted in', () => {
  test.each<[string, Partial<TaxableItem>, string]>([
    ['kilograms of cream become grams', {}, '40 g/ml from 10'],
    ['a traded volume goes before the weight', { qty: '60', unit: '096' }, '60 g/ml from 10'],
    ['litres become millilitres', { qty: '0.06', unit: '095' }, '60 g/ml from 10'],
    ['jin become grams', { qty1: '0.1', unit1: '075' }, '50 g/ml from 10'],
    ['sheets have their own threshold', { qty: '5', unit: '010' }, '5 piece from 15'],
    [
      'masks are counted by the second legal unit',
      { gcode: '3304990049', qty: '1', unit: '140', qty2: '10' },
      '10 piece from 15',
    ],
    [
      'watches are counted by the first legal unit',
      { gcode: '9102210090', qty1: '1', unit1: '008', qty2: '0.2', unit2: '035' },
      '1 piece from 10000',
    ],
    [
      'beer is measured in litres',
      { gcode: '2203000000', qty: '24', unit: '122', qty1: '7.92', unit1: '095', qty2: '8.1', unit2: '035' },
      '7.92 L from 2.643',
    ],
    [
      'millilitres of whisky become litres',
      { gcode: '2208300000', qty: '1', unit: '142', qty1: '700', unit1: '096' },
      '0.7 L',
    ],
    [
      'goods without consumption tax need no quantity',
      { gcode: '1901101090', qty1: '0', unit1: '999' },
      '0 -',
    ],
  ])('%s', (_name, item, expected) => {
    expect(measured(item)).toBe(expected);
  });
});

describe('the number of articles', () => {
  test.each<[string, Partial<TaxableItem>, string]>([
    ['is the traded quantity', { qty: '3', unit: '007' }, '3'],
    ['is that of the packings where the unit is one', { qty: '1', unit: '140', qty2: '10' }, '1'],
    ['is twelve for a dozen', { qty: '1', unit: '127' }, '12'],
    ['is the legal count where goods are traded by weight', { qty: '0.5', unit: '035', qty2: '4' }, '4'],
  ])('%s', (_name, item, expected) => {
    expect(inputOf({ ...CREAM, ...item }).lines[0]?.pieces).toBe(decimal(expected));
  });
});

test('sugar carries its yearly weight and what the buyer bought before', () => {
  const sugar: TaxableItem = { ...CREAM, gcode: '1701991010', qty1: '500', unit1: '036' };
  const input = read([sugar], { yearlyKgUsed: new Map([['1701', decimal('1.6')]]) });
  expect(input).toMatchObject({
    lines: [{ yearlyWeight: { limit: decimal('2'), kg: decimal('0.5'), usedKg: decimal('1.6') } }],
  });
});

describe('what keeps a list from being taxed', () => {
  test('a code that the tariff does not have', () => {
    expect(findingsOf(CREAM, { ...CREAM, gcode: '8541401000' })).toEqual([
      'TAX-TARIFF-UNKNOWN InventoryList[2]/gcode',
    ]);
  });

  test('a code that the tariff does not have on the day', () => {
    expect(read([CREAM], { day: '2023-12-31' })).toMatchObject([{ code: 'TAX-TARIFF-UNKNOWN' }]);
  });

  test('no quantity in the unit of the consumption tax, or a quantity of zero', () => {
    const { qty2: _qty2, unit2: _unit2, ...plain } = CREAM;
    expect(findingsOf({ ...plain, qty1: '1', unit1: '011' })).toEqual([
      'TAX-QUANTITY-MISSING InventoryList[1]/qty1',
    ]);
    expect(findingsOf({ ...CREAM, qty1: '0' })).toEqual(['TAX-QUANTITY-MISSING InventoryList[1]/qty1']);
  });

  test('no weight of goods that are limited by weight', () => {
    expect(findingsOf({ ...CREAM, gcode: '1701991010', unit1: '011' })).toEqual([
      'TAX-QUANTITY-MISSING InventoryList[1]/qty1',
    ]);
  });

  test('negative figures, each of them', () => {
    const head = { freight: '-1', insuredFee: '0' };
    const items = [{ ...CREAM, totalPrice: '-850', qty2: '-2' }];
    expect(taxInputOf({ head, items }, book, { day: DAY })).toMatchObject([
      { code: 'TAX-AMOUNT-NEGATIVE', path: 'InventoryHead/freight' },
      { code: 'TAX-AMOUNT-NEGATIVE', path: 'InventoryList[1]/totalPrice' },
      { code: 'TAX-AMOUNT-NEGATIVE', path: 'InventoryList[1]/qty2' },
    ]);
  });

  test('a figure that is no decimal', () => {
    expect(findingsOf({ ...CREAM, totalPrice: '1e3' })).toEqual([
      'TAX-AMOUNT-UNREADABLE InventoryList[1]/totalPrice',
    ]);
  });
});
