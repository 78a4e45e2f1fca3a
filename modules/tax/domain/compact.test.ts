import { expect, test } from 'vitest';
import {
  assess,
  BEER,
  book,
  CREAM,
  decimal,
  type LineOfTexts,
  RICE_WINE,
  WATCH,
  WHISKY,
  WINE,
} from '../testing/order.ts';
import type { TaxAssessment } from './assessment.ts';
import { parseTax, serialiseTax } from './compact.ts';
import { describeTax } from './explain.ts';

const LINES: readonly LineOfTexts[] = [
  { hs: '3304990029', value: '425.5', tax: CREAM, quantity: '20' },
  { hs: '2203000000', value: '96', tax: BEER, quantity: '7.92', pieces: '24' },
  { hs: '2208300000', value: '400', tax: WHISKY, quantity: '0.7' },
  { hs: '2206001000', value: '88', tax: RICE_WINE, quantity: '1.5' },
  { hs: '2204210000', value: '200', tax: WINE },
  { hs: '1701991010', value: '15', weight: ['2', '1', '0.5'] },
];

/** Sources are looked up when an assessment is read: the sources made up for the test give way to the tariff's. */
function sourced(assessment: TaxAssessment): TaxAssessment {
  return parseTax(serialiseTax(assessment), book);
}

test.each([
  [
    'an order within the limits',
    assess(LINES, { freight: '20', insurance: '3.33', deduction: '5', used: '100.01' }),
  ],
  [
    'an article taxed in full',
    assess([{ hs: '9102210090', value: '12000', tax: WATCH, quantity: '1', duty: '0.11' }]),
  ],
  ['a refused order', assess(LINES, { used: '25999', deduction: '7' })],
])('%s is read back as it was kept', (_name, assessment) => {
  const read = sourced(assessment);
  expect(serialiseTax(read)).toBe(serialiseTax(assessment));
  const { steps: _kept, ...figures } = describeTax(assessment);
  expect(describeTax(read)).toMatchObject(figures);
  expect(sourced(read)).toEqual(read);
});

test('a threshold by the piece is kept beside the one by weight', () => {
  const tax = { ...CREAM, minPiece: decimal('15') };
  const [line] = sourced(assess([{ hs: '3304990099', value: '425', tax, quantity: '20' }])).lines;
  expect(line?.consumptionTax).toEqual(tax);
});

test('kept as a JSON value it reads the same as kept as text', () => {
  const text = serialiseTax(assess(LINES));
  expect(parseTax(JSON.parse(text), book)).toEqual(parseTax(text, book));
});

test('two lines take at most 500 bytes', () => {
  const text = serialiseTax(
    assess(LINES.slice(0, 2), { freight: '20.11', insurance: '3.33', used: '12345.67' }),
  );
  expect(new TextEncoder().encode(text).length).toBeLessThan(500);
});

test('sources are found again in the tables, and said to be lost when the row is gone', () => {
  const text = serialiseTax(assess([{ hs: '3304990029', value: '425', tax: CREAM, quantity: '20' }]));
  expect(parseTax(text, book)).toMatchObject({
    rules: { annualLimit: { source: '财关税〔2018〕49号', confidence: 'V' } },
    lines: [{ reference: { source: 'htshub.com, tables of 2024 to 2026' } }],
  });
  expect(parseTax(text, { parameters: new Map(), tariff: new Map() })).toMatchObject({
    rules: { annualLimit: { value: decimal('26000'), confidence: 'L' } },
    lines: [{ reference: { source: 'row no longer in the table' } }],
  });
});

test('what is no kept assessment is not read as one', () => {
  expect(() => parseTax({ v: 2 }, book)).toThrow(RangeError);
  expect(() => parseTax(null, book)).toThrow(RangeError);
  expect(() => parseTax('nonsense', book)).toThrow(SyntaxError);
});
