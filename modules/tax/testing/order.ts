import { type Decimal, parseDecimal, ZERO } from '#kernel';
import { assessImportTax } from '../domain/assess.ts';
import type { TaxAssessment, TaxInput, TaxInputLine } from '../domain/assessment.ts';
import { type ConsumptionTax, NO_CONSUMPTION_TAX } from '../domain/consumption-tax.ts';
import { describeFigures } from '../domain/explain.ts';
import { taxRulesOn } from '../domain/parameters.ts';
import { loadTaxBook } from '../wiring.ts';

export const book = loadTaxBook();
export const DAY = '2026-11-23';

export const decimal = (text: string): Decimal => parseDecimal(text);

/** A line in texts; what is left out is one article of plain goods at 13 % VAT, free of duty. */
export interface LineOfTexts {
  readonly hs?: string;
  readonly value: string;
  readonly pieces?: string;
  readonly vat?: string;
  readonly duty?: string;
  readonly tax?: ConsumptionTax;
  readonly quantity?: string;
  readonly weight?: readonly [limit: string, kg: string, used: string];
}

export interface OrderOfTexts {
  readonly freight?: string;
  readonly insurance?: string;
  readonly deduction?: string;
  readonly used?: string;
  readonly day?: string;
}

function lineOf(line: LineOfTexts, index = 0): TaxInputLine {
  const [limit, kg, used] = line.weight ?? [];
  return {
    gnum: index + 1,
    hs: line.hs ?? '8508110000',
    goodsValue: decimal(line.value),
    pieces: decimal(line.pieces ?? '1'),
    dutyRate: decimal(line.duty ?? '0'),
    vatRate: decimal(line.vat ?? '0.13'),
    consumptionTax: line.tax ?? NO_CONSUMPTION_TAX,
    taxQuantity: decimal(line.quantity ?? '0'),
    reference: { rule: 'R-2.16', source: 'test', confidence: 'D', from: '2024-01-01' },
    ...(limit === undefined || kg === undefined || used === undefined
      ? {}
      : { yearlyWeight: { limit: decimal(limit), kg: decimal(kg), usedKg: decimal(used) } }),
  };
}

function inputOf(lines: readonly LineOfTexts[], order: OrderOfTexts = {}): TaxInput {
  const amount = (text: string | undefined): Decimal => (text === undefined ? ZERO : decimal(text));
  return {
    lines: lines.map(lineOf),
    freight: amount(order.freight),
    insurance: amount(order.insurance),
    nonCashDeduction: amount(order.deduction),
    annualUsed: amount(order.used),
  };
}

export function assess(lines: readonly LineOfTexts[], order: OrderOfTexts = {}): TaxAssessment {
  return assessImportTax(inputOf(lines, order), taxRulesOn(book.parameters, order.day ?? DAY));
}

/** What a line bears as texts: dutiable value, duty, consumption tax statutory and due, VAT statutory and due. */
export function figuresOf(assessment: TaxAssessment): string[] {
  return describeFigures(assessment).lines.map((line) =>
    [
      line.dutiableValue,
      line.duty,
      line.consumptionTaxStatutory,
      line.consumptionTax,
      line.vatStatutory,
      line.vat,
    ].join(' '),
  );
}

const d = decimal;
export const CREAM: ConsumptionTax = { type: 'av_if_unit', rate: d('0.15'), min: d('10'), unit: 'g/ml' };
export const MASK: ConsumptionTax = { type: 'av_if_unit', rate: d('0.15'), min: d('15'), unit: 'piece' };
export const WATCH: ConsumptionTax = { type: 'av_if_unit', rate: d('0.2'), min: d('10000'), unit: 'piece' };
export const WINE: ConsumptionTax = { type: 'av', rate: d('0.1') };
export const WHISKY: ConsumptionTax = { type: 'compound', rate: d('0.2'), per: d('0.912'), unit: 'L' };
export const RICE_WINE: ConsumptionTax = { type: 'specific', per: d('0.249'), unit: 'L' };
export const BEER: ConsumptionTax = {
  type: 'specific_tier',
  min: d('2.643'),
  high: d('0.253'),
  low: d('0.2227'),
  unit: 'L',
};
