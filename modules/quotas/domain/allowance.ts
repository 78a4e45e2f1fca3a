import { type Day, type Decimal, yearOf, ZERO } from '#kernel';

declare const buyerKey: unique symbol;

/** One buyer, whatever platform they buy on. */
export type BuyerKey = string & { readonly [buyerKey]: true };

/** Blanks and hyphens that people write into an ID number, and that mean nothing. */
const BLANKS = /[\s\u3000-]+/g;

/**
 * The buyer that an ID document names: its type and its number, without blanks and upper-cased, since the check
 * character X of a citizen ID is written in both cases.
 * @param idType `buyerIdType` of the list, `1` = citizen ID card.
 * @param idNumber `buyerIdNumber` of the list.
 */
export function buyerKeyOf(idType: string, idNumber: string): BuyerKey {
  return `${idType.trim()}:${idNumber.replace(BLANKS, '').toUpperCase()}` as BuyerKey;
}

/** The calendar year whose allowance a list accepted on a day draws on. */
export function allowanceYear(accepted: Day): number {
  return yearOf(accepted);
}

/**
 * Whether a buyer may spend `amount` more this year. The limit itself may be reached.
 * @param used CNY spent or reserved so far in the calendar year.
 * @param amount dutiable value of the list.
 * @param limit `import.annual_limit_cny` of the day the list was accepted.
 */
export function withinYearlyLimit(used: Decimal, amount: Decimal, limit: Decimal): boolean {
  return used + amount <= limit;
}

/** What is left of a year's allowance; never below zero, though a limit may have been lowered since. */
export function remainingAllowance(used: Decimal, limit: Decimal): Decimal {
  return used >= limit ? ZERO : ((limit - used) as Decimal);
}
