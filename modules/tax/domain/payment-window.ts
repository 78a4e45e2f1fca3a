import { addDays, type Day, decimalOf } from '#kernel';
import { type ParameterTable, type Rate, rateOn } from './parameters.ts';

/** The days in which the tax of a released list is paid. */
export interface PaymentWindow {
  /** First and last day, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** The parameters that set them. */
  readonly by: readonly [from: Rate, to: Rate];
}

const wholeDays = (rate: Rate): number => Number(rate.value / decimalOf(1));

/**
 * When the tax of a list is to be paid if nothing of it is returned or amended: until then it is held under guarantee.
 * The parameters are those of the day of release.
 * @throws RangeError when no value of the parameters holds on that day.
 */
export function paymentWindowOf(released: Day, parameters: ParameterTable): PaymentWindow {
  const from = rateOn(parameters, 'import.tax_pay_day_from', released);
  const to = rateOn(parameters, 'import.tax_pay_day_to', released);
  return { from: addDays(released, wholeDays(from)), to: addDays(released, wholeDays(to)), by: [from, to] };
}
