import { type Day, type Decimal, divideHalfUp, multiply, parseDecimal, subtract, yearOf } from '#kernel';
import { type Parameter, type ParameterTable, parameterOn } from '#tax';

const CENT = parseDecimal('0.01');

/** Goods in an overseas warehouse, refunded when they left (9810, R-3.5). Quantities in one unit. */
export interface Prerefunded {
  /** Net purchase price of the whole batch. CNY. */
  readonly netPurchase: Decimal;
  readonly units: Decimal;
  readonly refundRate: Decimal;
  /** Day of the pre-refund. */
  readonly on: Day;
  /** Sold abroad and told by the day that sales are reconciled. */
  readonly sold: Decimal;
}

/** How a pre-refund stands once sales are known. CNY. */
export interface Reconciliation {
  readonly prerefund: Decimal;
  readonly finalRefund: Decimal;
  /** What is to be paid back: the refund of all that was not sold. */
  readonly repay: Decimal;
  /** Last day to reconcile: after it everything unsold is paid back. */
  readonly deadline: Day;
  readonly by: Parameter;
}

/**
 * The day by which the sales behind a pre-refund are to be told: a day of the year after it.
 * @throws RangeError when no parameter holds on that day (the scheme began on 2025-01-27).
 */
function reconcileBy(prerefunded: Day, parameters: ParameterTable): { deadline: Day; by: Parameter } {
  const by = parameterOn(parameters, 'export.prerefund_reconcile_by', prerefunded);
  if (by === undefined) throw new RangeError(`no day to reconcile a pre-refund of ${prerefunded} by`);
  return { deadline: `${yearOf(prerefunded) + 1}-${by.value}`, by };
}

/**
 * Reconciles a pre-refund with what was sold: sold goods keep their share of the refund, the rest is paid back.
 * @throws RangeError when more was sold than went out, or nothing went out.
 */
export function reconcile(batch: Prerefunded, parameters: ParameterTable): Reconciliation {
  if (batch.units <= 0n || batch.sold < 0n || batch.sold > batch.units) {
    throw new RangeError('what was sold must be between zero and what went out');
  }
  const { deadline, by } = reconcileBy(batch.on, parameters);
  const prerefund = multiply(batch.netPurchase, batch.refundRate, 2);
  const finalRefund = (divideHalfUp(prerefund * batch.sold, batch.units * CENT) * CENT) as Decimal;
  return { prerefund, finalRefund, repay: subtract(prerefund, finalRefund), deadline, by };
}
