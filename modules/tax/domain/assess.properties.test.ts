import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Decimal,
  divideHalfUp,
  fraction,
  fractionOf,
  minus,
  over,
  plus,
  roundHalfUp,
  sum,
  times,
} from '#kernel';
import { BEER, book, CREAM, DAY, decimal, RICE_WINE, WATCH, WHISKY, WINE } from '../testing/order.ts';
import { assessImportTax } from './assess.ts';
import type { TaxInput, TaxInputLine } from './assessment.ts';
import { bornRate, NO_CONSUMPTION_TAX } from './consumption-tax.ts';
import { taxRulesOn } from './parameters.ts';

const rules = taxRulesOn(book.parameters, DAY);
const cents = (largest: number) =>
  fc.integer({ min: 0, max: largest }).map((count) => (BigInt(count) * 1000n) as Decimal);
const share = fc.integer({ min: 0, max: 60 }).map((percent) => (BigInt(percent) * 1000n) as Decimal);
const consumptionTax = fc.constantFrom(NO_CONSUMPTION_TAX, WINE, CREAM, WATCH, WHISKY, RICE_WINE, BEER);

const line: fc.Arbitrary<TaxInputLine> = fc.record({
  gnum: fc.constant(1),
  hs: fc.constant('8508110000'),
  goodsValue: cents(500_000),
  pieces: fc.constantFrom(decimal('1'), decimal('2')),
  dutyRate: share,
  vatRate: fc.constantFrom(decimal('0.13'), decimal('0.09')),
  consumptionTax,
  taxQuantity: fc.integer({ min: 1, max: 10_000_000 }).map((count) => BigInt(count) as Decimal),
  reference: fc.constant({ rule: 'R-2.16', source: 'test', confidence: 'D' } as const),
});

const order: fc.Arbitrary<TaxInput> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  freight: cents(10_000),
  insurance: cents(2_000),
  nonCashDeduction: cents(5_000),
  annualUsed: cents(2_000_000),
});

test('the shares of freight and insurance add up to the whole, and the lines to the dutiable value', () => {
  fc.assert(
    fc.property(order, (input) => {
      const { lines, dutiableValue } = assessImportTax(input, rules);
      expect(sum(lines.map((taxed) => taxed.costShare))).toBe(input.freight + input.insurance);
      expect(sum(lines.map((taxed) => taxed.dutiableValue))).toBe(dutiableValue);
    }),
  );
});

test('no share and no tax is ever negative, and the sums are those of the lines', () => {
  fc.assert(
    fc.property(order, (input) => {
      const assessment = assessImportTax(input, rules);
      for (const valued of assessment.lines) expect(valued.costShare >= 0n).toBe(true);
      if (assessment.decision === 'REJECT') return;
      for (const taxed of assessment.lines) {
        for (const amount of [taxed.duty, taxed.consumptionTaxDue, taxed.vatDue]) {
          expect(amount >= 0n && amount % 1000n === 0n).toBe(true);
        }
      }
      expect(assessment.taxTotal).toBe(sum(assessment.lines.map((taxed) => taxed.tax)));
      expect(assessment.taxTotal).toBe(assessment.duty + assessment.consumptionTax + assessment.vat);
    }),
  );
});

test('every figure is the exact rational one, rounded once', () => {
  fc.assert(
    fc.property(order, (input) => {
      const assessment = assessImportTax(input, rules);
      if (assessment.decision === 'REJECT') return;
      const factor = fractionOf(assessment.factor);
      for (const taxed of assessment.lines) {
        const born = bornRate(taxed.consumptionTax, taxed.dutiableValue, taxed.taxQuantity);
        const value = plus(fractionOf(taxed.dutiableValue), fractionOf(taxed.duty));
        const specific = times(fractionOf(taxed.taxQuantity), fractionOf(born.per));
        const rate = fractionOf(born.rate);
        const inverted = over(rate, minus(fraction(1n), rate));
        const statutory = plus(times(plus(value, specific), inverted), specific);
        const vat = times(plus(value, statutory), fractionOf(taxed.vatRate));
        expect(taxed.consumptionTaxStatutory).toBe(roundHalfUp(statutory, 4));
        expect(taxed.consumptionTaxDue).toBe(roundHalfUp(times(statutory, factor), 2));
        expect(taxed.vatStatutory).toBe(roundHalfUp(vat, 4));
        expect(taxed.vatDue).toBe(roundHalfUp(times(vat, factor), 2));
      }
    }),
  );
});

test('a dearer line never bears less tax under the same rules', () => {
  fc.assert(
    fc.property(line, cents(100_000), (one, more) => {
      const input = (goodsValue: Decimal): TaxInput => ({
        lines: [{ ...one, goodsValue, pieces: decimal('1') }],
        freight: decimal('0'),
        insurance: decimal('0'),
        nonCashDeduction: decimal('0'),
        annualUsed: decimal('0'),
      });
      const cheap = assessImportTax(input(one.goodsValue), rules);
      const dear = assessImportTax(input((one.goodsValue + more) as Decimal), rules);
      if (cheap.decision === 'REJECT' || dear.decision === 'REJECT') return;
      expect(dear.taxTotal >= cheap.taxTotal).toBe(true);
    }),
  );
});

test('plain goods within the limits bear the composite rate of value, to the cent', () => {
  fc.assert(
    fc.property(cents(500_000), (goodsValue) => {
      const one: TaxInputLine = {
        gnum: 1,
        hs: '2204210000',
        goodsValue,
        pieces: decimal('1'),
        dutyRate: decimal('0.14'),
        vatRate: decimal('0.13'),
        consumptionTax: WINE,
        taxQuantity: decimal('0.75'),
        reference: { rule: 'R-2.16', source: 'test', confidence: 'D' },
      };
      const none = decimal('0');
      const input = {
        lines: [one],
        freight: none,
        insurance: none,
        nonCashDeduction: none,
        annualUsed: none,
      };
      const assessment = assessImportTax(input, rules);
      if (assessment.decision === 'REJECT') return;
      // (r + v) / (1 − r) · 0.7 with r = 0.10 and v = 0.13; two roundings of half a cent each.
      const composite = divideHalfUp(goodsValue * 23n * 7n, 900n);
      const difference = assessment.taxTotal - composite;
      expect(difference <= 1000n && difference >= -1000n).toBe(true);
    }),
  );
});
