import type { Decimal } from '#kernel';
import type { TaxInputLine } from './assessment.ts';

/** What an order adds to one yearly weight limit. */
export interface WeightBought {
  /** Four digits: one limit covers all goods of a heading, all sugar of 1701, all rice of 1006. */
  readonly heading: string;
  readonly limit: Decimal;
  readonly usedKg: Decimal;
  readonly kg: Decimal;
}

/** What the lines of an order add to the yearly weight limits, one entry a heading. */
export function weightsBought(lines: readonly TaxInputLine[]): WeightBought[] {
  const bought: WeightBought[] = [];
  for (const { hs, yearlyWeight } of lines) {
    if (yearlyWeight === undefined) continue;
    const heading = hs.slice(0, 4);
    const at = bought.findIndex((weight) => weight.heading === heading);
    const before = bought[at];
    if (before === undefined) bought.push({ heading, ...yearlyWeight });
    else bought[at] = { ...before, kg: (before.kg + yearlyWeight.kg) as Decimal };
  }
  return bought;
}

/** The limit itself may be reached. */
export function withinWeightLimit(weight: WeightBought): boolean {
  return weight.usedKg + weight.kg <= weight.limit;
}
