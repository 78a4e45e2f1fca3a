import type { Decimal } from '#kernel';
import { givenBackOf } from './import-return.ts';

/** A line of a return, of which some may have been given back by returns before. */
export interface LineToGive {
  readonly gnum: number;
  readonly quantity: Decimal;
  readonly bought: Decimal;
  /** Quantity of the line that returns have given back before. */
  readonly givenBefore: Decimal;
  readonly lineTax: Decimal;
  readonly lineValue: Decimal;
  readonly lineKg?: Decimal | undefined;
}

/** What one line of a return gives back. CNY and kilograms. */
export interface LineGiven {
  readonly gnum: number;
  readonly tax: Decimal;
  readonly allowance: Decimal;
  readonly kg?: Decimal | undefined;
}

/** What lines give back; all returns of a line together give exactly what it had taken. */
export function linesGiven(lines: readonly LineToGive[]): LineGiven[] {
  return lines.map(({ gnum, quantity, bought, givenBefore, lineTax, lineValue, lineKg }) => {
    const line = { quantity: bought, returnedBefore: givenBefore, returned: quantity };
    const { tax, allowance } = givenBackOf({ ...line, tax: lineTax, dutiableValue: lineValue });
    return { gnum, tax, allowance, ...(lineKg === undefined ? {} : { kg: weightOf(line, lineKg) }) };
  });
}

/** Kilograms are shared down to the digits they are kept with, the last part taking the rest. */
function weightOf(
  line: { readonly quantity: Decimal; readonly returnedBefore: Decimal; readonly returned: Decimal },
  kg: Decimal,
): Decimal {
  const upTo = (quantity: bigint): bigint => (kg * quantity) / line.quantity;
  return (upTo(line.returnedBefore + line.returned) - upTo(line.returnedBefore)) as Decimal;
}
