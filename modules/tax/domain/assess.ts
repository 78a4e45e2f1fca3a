import { type Decimal, divideHalfUp, ONE, share, sum, ZERO } from '#kernel';
import type {
  AcceptedTax,
  RejectReason,
  TaxAssessment,
  TaxedLine,
  TaxInput,
  TaxInputLine,
  ValuedLine,
} from './assessment.ts';
import { bornRate } from './consumption-tax.ts';
import type { TaxRules } from './parameters.ts';
import { weightsBought, withinWeightLimit } from './yearly-weight.ts';

/** Decimals count 0.00001; a product of two counts 1e-10, of three 1e-15, and so on. */
const SCALE = 100_000n;
const SCALE_2 = SCALE * SCALE;
const SCALE_3 = SCALE_2 * SCALE;
/** Due figures go to 0.01, statutory ones are shown to 0.0001: these are the steps in counts of a decimal. */
const DUE_STEP = 1_000n;
const STATUTORY_STEP = 10n;

/** numerator / denominator as a decimal, HALF_UP to a multiple of `step`. */
function settle(numerator: bigint, denominator: bigint, step: bigint): Decimal {
  return (divideHalfUp(numerator, denominator * step) * step) as Decimal;
}

function valueLines(input: TaxInput): ValuedLine[] {
  const { lines } = input;
  const costs = (input.freight + input.insurance) as Decimal;
  const shares =
    lines.length === 1 || costs === 0n
      ? undefined
      : share(
          costs,
          lines.map((line) => line.goodsValue),
          2,
        );
  return lines.map((line, index) => {
    const costShare = shares === undefined ? costs : (shares[index] ?? ZERO);
    return { ...line, costShare, dutiableValue: (line.goodsValue + costShare) as Decimal };
  });
}

/**
 * Taxes one line by the formulas of, all fractions exact. With V the dutiable value, D the rounded duty,
 * r and q the rate and the amount a tax unit, n the quantity, v the VAT rate, f the factor:
 * CT = (V + D + n·q)·r / (1 − r) + n·q and VAT = (V + D + CT)·v. Multiplying both by (1 − r) leaves whole
 * numbers over one denominator, so nothing is rounded before the end.
 */
function taxLine(line: ValuedLine, dutyApplied: Decimal, factor: Decimal): TaxedLine {
  const { dutiableValue } = line;
  const { rate, per } = bornRate(line.consumptionTax, dutiableValue, line.taxQuantity);
  const duty = dutyApplied === 0n ? ZERO : settle(dutiableValue * dutyApplied, SCALE, DUE_STEP);
  // In counts of 1e-10.
  const base = (dutiableValue + duty) * SCALE;
  const specific = line.taxQuantity * per;
  const rest = SCALE - rate;
  // In counts of 1e-15, over `rest`.
  const consumptionTax = (base + specific) * rate + specific * rest;
  const vat = (base * rest + consumptionTax) * line.vatRate;
  const consumptionTaxDue = settle(consumptionTax * factor, rest * SCALE_2, DUE_STEP);
  const vatDue = settle(vat * factor, rest * SCALE_3, DUE_STEP);
  return {
    ...line,
    dutyApplied,
    duty,
    bornRate: rate,
    bornPer: per,
    consumptionTaxStatutory: settle(consumptionTax, rest * SCALE, STATUTORY_STEP),
    consumptionTaxDue,
    vatStatutory: settle(vat, rest * SCALE_2, STATUTORY_STEP),
    vatDue,
    tax: (duty + consumptionTaxDue + vatDue) as Decimal,
  };
}

/** Only one item: one line of one article. A part of one counts as one. */
function isOneItem(lines: readonly TaxInputLine[]): boolean {
  return lines.length === 1 && lines.every((line) => line.pieces <= ONE);
}

/**
 * Assesses the tax of one retail import order: whether it may come in, and what each
 * line bears. Limits are inclusive and on the dutiable value. The year's limit is looked at first, since beyond
 * it no retail import is possible, while beyond the single limit one item still may come.
 * @param input amounts of the order; not negative, at least one line.
 * @param rules the rules of the day the list was accepted ({@link taxRulesOn}).
 */
export function assessImportTax(input: TaxInput, rules: TaxRules): TaxAssessment {
  let goods = 0n;
  for (const line of input.lines) goods += line.goodsValue;
  const goodsValue = goods as Decimal;
  const dutiableValue = (goodsValue + input.freight + input.insurance) as Decimal;
  const annualUsedAfter = (input.annualUsed + dutiableValue) as Decimal;
  const overSingle = dutiableValue > rules.singleLimit.value;
  const valued = {
    rules,
    freight: input.freight,
    insurance: input.insurance,
    nonCashDeduction: input.nonCashDeduction,
    annualUsedBefore: input.annualUsed,
    goodsValue,
    dutiableValue,
  };
  const lines = valueLines(input);
  const reasons: RejectReason[] = [];
  if (annualUsedAfter > rules.annualLimit.value) reasons.push('ANNUAL_LIMIT_EXCEEDED_GENERAL_TRADE');
  if (overSingle && !isOneItem(lines)) reasons.push('SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM');
  if (!weightsBought(lines).every(withinWeightLimit)) reasons.push('YEARLY_WEIGHT_LIMIT');
  const [first, ...others] = reasons;
  if (first !== undefined) return { decision: 'REJECT', reasons: [first, ...others], ...valued, lines };
  const factor = overSingle ? ONE : rules.factor.value;
  const taxed = lines.map((line) =>
    taxLine(line, overSingle ? line.dutyRate : rules.dutyWithinLimit.value, factor),
  );
  return {
    decision: overSingle ? 'ACCEPT_FULL_TAX' : 'ACCEPT',
    factor,
    ...valued,
    ...totals(valued, taxed),
    annualUsedAfter,
  };
}

/**
 * What the same goods bear as general trade: duty, consumption tax and VAT in full, without limits. CNY.
 * The duty rate is the line's own; freight and insurance are shared over the lines as for retail import.
 */
export function generalTradeTax(
  input: TaxInput,
): Pick<AcceptedTax, 'lines' | 'duty' | 'consumptionTax' | 'vat' | 'taxTotal'> {
  const valued = valueLines(input);
  const dutiableValue = sum(valued.map((line) => line.dutiableValue));
  const taxed = valued.map((line) => taxLine(line, line.dutyRate, ONE));
  const { lines, duty, consumptionTax, vat, taxTotal } = totals(
    { dutiableValue, nonCashDeduction: input.nonCashDeduction },
    taxed,
  );
  return { lines, duty, consumptionTax, vat, taxTotal };
}

/** The sums of the taxed lines and what the buyer pays. */
export function totals(
  valued: Pick<AcceptedTax, 'dutiableValue' | 'nonCashDeduction'>,
  lines: readonly TaxedLine[],
): Pick<AcceptedTax, 'lines' | 'duty' | 'consumptionTax' | 'vat' | 'taxTotal' | 'actualPaid'> {
  let duty = 0n;
  let consumptionTax = 0n;
  let vat = 0n;
  for (const line of lines) {
    duty += line.duty;
    consumptionTax += line.consumptionTaxDue;
    vat += line.vatDue;
  }
  const taxTotal = duty + consumptionTax + vat;
  return {
    lines,
    duty: duty as Decimal,
    consumptionTax: consumptionTax as Decimal,
    vat: vat as Decimal,
    taxTotal: taxTotal as Decimal,
    actualPaid: (valued.dutiableValue + taxTotal - valued.nonCashDeduction) as Decimal,
  };
}
