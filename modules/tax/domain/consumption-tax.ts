import type { Decimal } from '#kernel';

/**
 * The unit a consumption tax is counted in. `g/ml`: grams or millilitres, as the goods are measured;
 * `unit`: one that whoever gives the quantity has not named.
 */
export type TaxUnit = 'g' | 'ml' | 'g/ml' | 'kg' | 'L' | 'piece' | 'unit';

/**
 * How goods bear consumption tax. Rates are shares (0.15), amounts CNY a tax unit.
 * - `none`: not at all.
 * - `av`: by value.
 * - `av_if_unit`: by value, only where a tax unit is worth `min` or more (high-end cosmetics, watches).
 *   `minPiece` is the threshold instead for goods counted in sheets or pieces (15 CNY a mask).
 * - `specific`: an amount a tax unit.
 * - `compound`: both (spirits).
 * - `specific_tier`: `high` a tax unit where one is worth `min` or more, else `low` (beer).
 */
export type ConsumptionTax =
  | { readonly type: 'none' }
  | { readonly type: 'av'; readonly rate: Decimal }
  | {
      readonly type: 'av_if_unit';
      readonly rate: Decimal;
      readonly min: Decimal;
      readonly minPiece?: Decimal;
      readonly unit: TaxUnit;
    }
  | { readonly type: 'specific'; readonly per: Decimal; readonly unit: TaxUnit }
  | { readonly type: 'compound'; readonly rate: Decimal; readonly per: Decimal; readonly unit: TaxUnit }
  | {
      readonly type: 'specific_tier';
      readonly min: Decimal;
      readonly high: Decimal;
      readonly low: Decimal;
      readonly unit: TaxUnit;
    };

export const NO_CONSUMPTION_TAX: ConsumptionTax = { type: 'none' };

/** The tax unit a consumption tax asks the quantity in; undefined where it needs none. */
export function taxUnitOf(tax: ConsumptionTax): TaxUnit | undefined {
  return 'unit' in tax ? tax.unit : undefined;
}

/** Rate by value and amount a tax unit that a line bears, thresholds decided. */
export interface BornRate {
  readonly rate: Decimal;
  readonly per: Decimal;
}

const NOTHING = 0n as Decimal;
const UNTAXED: BornRate = { rate: NOTHING, per: NOTHING };
const SCALE = 100_000n;

/** Whether a tax unit is worth `min` or more: compared without division, so that 10.00 a gram is exactly 10. */
export function reachesUnitValue(dutiableValue: Decimal, quantity: Decimal, min: Decimal): boolean {
  return dutiableValue * SCALE >= min * quantity;
}

/**
 * Decides the thresholds of a consumption tax for a line, on its dutiable value (R-2.8, R-2.9; inclusive).
 * @param dutiableValue CNY, the whole line.
 * @param quantity in tax units, the whole line.
 */
export function bornRate(tax: ConsumptionTax, dutiableValue: Decimal, quantity: Decimal): BornRate {
  switch (tax.type) {
    case 'none':
      return UNTAXED;
    case 'av':
      return { rate: tax.rate, per: NOTHING };
    case 'av_if_unit':
      return reachesUnitValue(dutiableValue, quantity, tax.min) ? { rate: tax.rate, per: NOTHING } : UNTAXED;
    case 'specific':
      return { rate: NOTHING, per: tax.per };
    case 'compound':
      return { rate: tax.rate, per: tax.per };
    case 'specific_tier':
      return {
        rate: NOTHING,
        per: reachesUnitValue(dutiableValue, quantity, tax.min) ? tax.high : tax.low,
      };
  }
}
