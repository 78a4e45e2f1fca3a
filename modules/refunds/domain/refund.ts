import { add, type Decimal, divideHalfUp, multiply, ONE, parseDecimal, subtract } from '#kernel';

const CENT = parseDecimal('0.01');

/** A purchase that was exported by a trading company. Rates are shares. */
export interface RefundablePurchase {
  /** What the VAT invoice amounts to, with the tax. CNY. */
  readonly invoiceGross: Decimal;
  readonly vatRate: Decimal;
  readonly refundRate: Decimal;
}

/** What a trading company gets back of its purchase (exempt-refund method, R-3.2). CNY. */
export interface Refund {
  readonly netPurchase: Decimal;
  readonly refund: Decimal;
  /** Input tax that is not refunded, where the refund rate is below the VAT rate: part of the cost. */
  readonly transferredToCost: Decimal;
}

const cents = (value: bigint, divisor: bigint): Decimal =>
  (divideHalfUp(value, divisor * CENT) * CENT) as Decimal;

/**
 * The refund of a purchase: net price × refund rate; what the invoice bears above it is cost. Every figure to the cent,
 * half up.
 * @throws RangeError when the refund rate is above the VAT rate.
 */
export function refundOf({ invoiceGross, vatRate, refundRate }: RefundablePurchase): Refund {
  if (refundRate > vatRate) throw new RangeError('a refund rate is at most the VAT rate');
  const netPurchase = cents(invoiceGross * ONE, add(ONE, vatRate));
  return {
    netPurchase,
    refund: multiply(netPurchase, refundRate, 2),
    transferredToCost: multiply(netPurchase, subtract(vatRate, refundRate), 2),
  };
}

/** A factory's month under the exempt-credit-refund method. CNY; the rates of its exports are shares. */
export interface FactoryMonth {
  /** Free-on-board value of the exports of the month. */
  readonly exportValue: Decimal;
  readonly vatRate: Decimal;
  readonly refundRate: Decimal;
  readonly outputTax: Decimal;
  readonly inputTax: Decimal;
  /** Input tax carried over from the month before. */
  readonly carriedOver: Decimal;
}

export interface FactoryRefund {
  /** Tax to pay; 0 where there is credit. */
  readonly payable: Decimal;
  /** What is paid out: the lower of the credit left and the ceiling. */
  readonly refund: Decimal;
  /** What is set off against home sales instead of being paid out. */
  readonly setOff: Decimal;
  readonly carriedForward: Decimal;
  readonly transferredToCost: Decimal;
}

/** The refund of a factory's month (exempt-credit-refund). Every figure to the cent, half up. */
export function factoryRefundOf(month: FactoryMonth): FactoryRefund {
  const transferredToCost = multiply(month.exportValue, subtract(month.vatRate, month.refundRate), 2);
  const ceiling = multiply(month.exportValue, month.refundRate, 2);
  const due = subtract(month.outputTax, add(subtract(month.inputTax, transferredToCost), month.carriedOver));
  const credit = (due < 0n ? -due : 0n) as Decimal;
  const refund = credit < ceiling ? credit : ceiling;
  return {
    payable: (due > 0n ? due : 0n) as Decimal,
    refund,
    setOff: subtract(ceiling, refund),
    carriedForward: subtract(credit, refund),
    transferredToCost,
  };
}
