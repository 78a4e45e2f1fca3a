import { type Day, type Decimal, divideHalfUp, multiply, parseDecimal, subtract, ZERO } from '#kernel';
import { type Reconciliation, reconcile } from '#refunds';
import type { ParameterTable } from '#tax';

const CENT = parseDecimal('0.01');

/** Mark of a pre-refund in the claim. */
export const PREREFUND_MARK = 'HWC-YT';

/** A line that left for an overseas warehouse. Quantities in its unit, amounts in CNY. */
export interface DepartedLine {
  readonly quantity: Decimal;
  readonly netPurchase: Decimal;
  readonly refundRate: Decimal;
  /** Sold up to now. */
  readonly sold: Decimal;
  /** Sold by the day of the claim; undefined until it is claimed. */
  readonly soldAtClaim: Decimal | undefined;
}

/** How the refund of a line stands. */
export interface DepartureRefund {
  /** Of what had been sold: an ordinary claim. */
  readonly claimed: Decimal;
  /** Of the rest: a pre-refund, marked {@link PREREFUND_MARK}, and how its sales stand since. */
  readonly prerefund?: Reconciliation & { readonly units: Decimal; readonly sold: Decimal };
}

/**
 * The refund on departure of goods in an overseas warehouse: what is sold by the claim is claimed as ever, the rest
 * pre-refunded and reconciled with what is sold afterwards. Both parts add up to the refund of the line, to the cent.
 * @param on day of the claim; before it, the day for which it is worked out
 */
export function departureRefund(line: DepartedLine, on: Day, parameters: ParameterTable): DepartureRefund {
  const { quantity, netPurchase, refundRate, sold } = line;
  const soldThen = line.soldAtClaim ?? sold;
  const purchaseOfSold = (divideHalfUp(netPurchase * soldThen, quantity * CENT) * CENT) as Decimal;
  const whole = multiply(netPurchase, refundRate, 2);
  const units = subtract(quantity, soldThen);
  if (units <= ZERO) return { claimed: whole };
  const soldSince = subtract(sold, soldThen);
  const prerefund = reconcile(
    { netPurchase: subtract(netPurchase, purchaseOfSold), units, refundRate, on, sold: soldSince },
    parameters,
  );
  return {
    claimed: subtract(whole, prerefund.prerefund),
    prerefund: { ...prerefund, units, sold: soldSince },
  };
}
