import { type Day, type Decimal, daysBetween, decimalOf, multiply, ZERO } from '#kernel';
import { type ParameterTable, rateOn } from '#tax';

/**
 * What is charged besides tax that is paid after its last day: a share of it for each day, none below a least amount.
 * The parameters are those of the day it was due.
 */
export function lateChargeOf(total: Decimal, dueTo: Day, paidOn: Day, parameters: ParameterTable): Decimal {
  const days = daysBetween(dueTo, paidOn);
  if (days <= 0) return ZERO;
  const perDay = rateOn(parameters, 'import.late_charge_daily', dueTo).value;
  const charge = multiply(total, multiply(perDay, decimalOf(days)), 2);
  return charge < rateOn(parameters, 'import.late_charge_least_cny', dueTo).value ? ZERO : charge;
}
