import { type Day, type Decimal, multiply } from '#kernel';
import { type ParameterTable, type Rate, rateOn } from '#tax';

/** Income tax of retail export without purchase invoices, assessed by a share of revenue. CNY. */
export interface AssessedIncomeTax {
  readonly taxableIncome: Decimal;
  readonly incomeTax: Decimal;
  /** The share of revenue that counts as income. */
  readonly by: Rate;
}

/** Where the firm's rate comes from: named by the caller, or the one of small low-profit firms. */
export interface IncomeOf {
  readonly revenue: Decimal;
  /** The firm's rate of income tax as a share, 0.25 by law. */
  readonly rate: Decimal;
}

/**
 * Taxable income = revenue × the assessed share of the day; tax = that × the rate of the firm. To the cent, half up.
 * @throws RangeError when no assessed share holds on the day (the scheme began on 2020-01-01).
 */
export function assessedIncomeTax(income: IncomeOf, day: Day, parameters: ParameterTable): AssessedIncomeTax {
  const by = rateOn(parameters, 'cit.assessed_rate', day);
  const taxableIncome = multiply(income.revenue, by.value, 2);
  return { taxableIncome, incomeTax: multiply(taxableIncome, income.rate, 2), by };
}

/**
 * The rate of income tax of a firm: the one by law, or what small low-profit firms effectively bear while their relief
 * is in force.
 * @throws RangeError when no rate holds on the day.
 */
export function incomeTaxRate(small: boolean, day: Day, parameters: ParameterTable): Rate {
  return rateOn(parameters, small ? 'cit.small_firm_rate' : 'cit.rate', day);
}
