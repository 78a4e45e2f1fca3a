import type { Day, Decimal } from '#kernel';
import type { ConsumptionTax } from './consumption-tax.ts';
import type { TaxRules } from './parameters.ts';
import type { Reference } from './tariff.ts';

/** One line of goods to be taxed. Money in CNY; nothing is negative. */
export interface TaxInputLine {
  /** Number of the line in its document, from 1. */
  readonly gnum: number;
  /** Ten-digit code of the goods. */
  readonly hs: string;
  /** Price of the whole line as sold, before coupons and points. */
  readonly goodsValue: Decimal;
  /** How many articles the line holds: decides "only one item". */
  readonly pieces: Decimal;
  /** Duty rate due over the single limit, as a share. */
  readonly dutyRate: Decimal;
  readonly vatRate: Decimal;
  readonly consumptionTax: ConsumptionTax;
  /** Quantity of the whole line in the unit of its consumption tax; 0 where that asks for none. */
  readonly taxQuantity: Decimal;
  /** Kilograms a person may buy a year of these goods, what this line weighs, and what was bought before. */
  readonly yearlyWeight?: YearlyWeight;
  readonly reference: Reference;
  readonly consumptionTaxReference?: Reference;
}

export interface YearlyWeight {
  readonly limit: Decimal;
  readonly kg: Decimal;
  readonly usedKg: Decimal;
}

/** One order to be taxed. Money in CNY; nothing is negative. */
export interface TaxInput {
  readonly lines: readonly TaxInputLine[];
  readonly freight: Decimal;
  readonly insurance: Decimal;
  /** Coupons, points and other non-cash parts of the payment: do not lower the dutiable value. */
  readonly nonCashDeduction: Decimal;
  /** What the buyer has used of the year's allowance before this order. */
  readonly annualUsed: Decimal;
}

/** A line with its share of freight and insurance. */
export interface ValuedLine extends TaxInputLine {
  readonly costShare: Decimal;
  /** goodsValue + costShare. */
  readonly dutiableValue: Decimal;
}

/** A taxed line. Statutory figures at four digits HALF_UP, due figures at two. */
export interface TaxedLine extends ValuedLine {
  /** Duty rate that was applied: the one within the limits, or the line's own. */
  readonly dutyApplied: Decimal;
  readonly duty: Decimal;
  /** Rate by value and amount a tax unit after the thresholds were decided. */
  readonly bornRate: Decimal;
  readonly bornPer: Decimal;
  readonly consumptionTaxStatutory: Decimal;
  readonly consumptionTaxDue: Decimal;
  readonly vatStatutory: Decimal;
  readonly vatDue: Decimal;
  /** duty + consumption tax + VAT due. */
  readonly tax: Decimal;
}

/** Why goods may not come in as retail import. */
export type RejectReason =
  | 'ANNUAL_LIMIT_EXCEEDED_GENERAL_TRADE'
  | 'SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM'
  | 'YEARLY_WEIGHT_LIMIT';

interface Valued {
  readonly rules: TaxRules;
  readonly freight: Decimal;
  readonly insurance: Decimal;
  readonly nonCashDeduction: Decimal;
  readonly annualUsedBefore: Decimal;
  readonly goodsValue: Decimal;
  readonly dutiableValue: Decimal;
}

/** Allowed and taxed. `ACCEPT_FULL_TAX`: over the single limit with one item, taxed in full. */
export interface AcceptedTax extends Valued {
  readonly decision: 'ACCEPT' | 'ACCEPT_FULL_TAX';
  /** Share of the statutory VAT and consumption tax that is due. */
  readonly factor: Decimal;
  readonly lines: readonly TaxedLine[];
  readonly duty: Decimal;
  readonly consumptionTax: Decimal;
  readonly vat: Decimal;
  readonly taxTotal: Decimal;
  /** goods + freight + insurance + tax − non-cash deduction. */
  readonly actualPaid: Decimal;
  readonly annualUsedAfter: Decimal;
}

/** Not allowed as retail import: nothing is taxed. */
export interface RejectedTax extends Valued {
  readonly decision: 'REJECT';
  /** All reasons, the weightiest first; at least one. */
  readonly reasons: readonly [RejectReason, ...RejectReason[]];
  readonly lines: readonly ValuedLine[];
}

export type TaxAssessment = AcceptedTax | RejectedTax;

/** The day whose rules an assessment followed. */
export function dayOf(assessment: TaxAssessment): Day {
  return assessment.rules.day;
}
