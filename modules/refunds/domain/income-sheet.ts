import { add, type Day, type Decimal, subtract, ZERO } from '#kernel';
import type { ParameterTable, Rate } from '#tax';
import { assessedIncomeTax, incomeTaxRate } from './assessed-income-tax.ts';
import { spanOf } from './periods.ts';

/** Revenue of exports exempt without invoice in a quarter. CNY. */
export interface QuarterRevenue {
  /** e.g. `2026Q3` */
  readonly quarter: string;
  readonly revenue: Decimal;
}

/** How the assessed income tax of a quarter is worked out: from the beginning of the year, less what was due before. CNY. */
export interface QuarterTax extends QuarterRevenue {
  /** Of the year up to its end. */
  readonly revenueToDate: Decimal;
  readonly taxableIncome: Decimal;
  readonly incomeTax: Decimal;
  /** Of the quarters before; what of it is more than is due to date is not asked for again. */
  readonly before: Decimal;
  readonly due: Decimal;
  /** Share of revenue that counts as income, and the firm's rate, on the last day of the quarter. */
  readonly by: Rate;
  readonly rate: Rate;
}

/**
 * The sheet of a year's assessed income tax by quarter; the last quarter's figures are those of the year.
 * @param quarters of one year, in their order from the first
 * @throws RangeError where no rate holds on the last day of a quarter
 */
export function incomeSheet(
  quarters: readonly QuarterRevenue[],
  small: boolean,
  parameters: ParameterTable,
): QuarterTax[] {
  let revenueToDate: Decimal = ZERO;
  let before: Decimal = ZERO;
  return quarters.map(({ quarter, revenue }) => {
    const last: Day = spanOf(quarter).to;
    revenueToDate = add(revenueToDate, revenue);
    const rate = incomeTaxRate(small, last, parameters);
    const { taxableIncome, incomeTax, by } = assessedIncomeTax(
      { revenue: revenueToDate, rate: rate.value },
      last,
      parameters,
    );
    const due = incomeTax > before ? subtract(incomeTax, before) : ZERO;
    const row = { quarter, revenue, revenueToDate, taxableIncome, incomeTax, before, due, by, rate };
    before = add(before, due);
    return row;
  });
}
