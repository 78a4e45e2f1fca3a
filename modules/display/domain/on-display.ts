import { type Decimal, type Finding, formatDecimal, ONE, subtract } from '#kernel';
import { displayFinding } from './findings.ts';

/** One item on display, in the unit of its book; money in CNY. */
export interface ShownGoods {
  readonly itemNo: number;
  /** What went out. */
  readonly quantity: Decimal;
  /** The tax all of it would bear. */
  readonly cover: Decimal;
  readonly returning: Decimal;
  readonly back: Decimal;
  readonly sold: Decimal;
  readonly lost: Decimal;
}

/** An item and how much of it. */
export interface Amount {
  readonly itemNo: number;
  readonly quantity: Decimal;
}

/** What of an item has come to an end: back, sold or lost. */
const gone = ({ back, sold, lost }: ShownGoods): bigint => back + sold + lost;

/** What of an item is there to be sold, sent back or counted. */
export const onDisplay = (line: ShownGoods): Decimal =>
  (line.quantity - gone(line) - line.returning) as Decimal;

/** Whether nothing is out any more. */
export const allGone = (lines: readonly ShownGoods[]): boolean =>
  lines.every((line) => gone(line) === line.quantity);

/** A cent, in counts of a decimal. */
const CENT = ONE / 100n;

/** The part of the cover of a line that so much of it stands for, to the cent below; all of it for all. */
const coverOf = ({ cover, quantity }: ShownGoods, amount: bigint): bigint =>
  amount === quantity ? cover : ((cover * amount) / quantity / CENT) * CENT;

/**
 * The cover that is free once so much more of a line has come to its end. Counted from the beginning and not by piece,
 * so that the parts come to the whole exactly, however goods go.
 */
export const freedBy = (line: ShownGoods, quantity: Decimal): Decimal =>
  (coverOf(line, gone(line) + quantity) - coverOf(line, gone(line))) as Decimal;

/** What keeps amounts from being taken from what is on display: not there, named twice, more than there is. */
export function amountFaults(
  lines: readonly ShownGoods[],
  asked: readonly Amount[],
  path: (at: number, itemNo: number) => string,
): Finding[] {
  const byItem = new Map(lines.map((line) => [line.itemNo, line]));
  const seen = new Set<number>();
  return asked.flatMap(({ itemNo, quantity }, at): Finding[] => {
    const where = path(at, itemNo);
    if (seen.has(itemNo)) return [displayFinding('DISPLAY-GOODS-TWICE', where, String(itemNo))];
    seen.add(itemNo);
    const line = byItem.get(itemNo);
    if (line === undefined) return [displayFinding('DISPLAY-GOODS', where, String(itemNo))];
    const there = onDisplay(line);
    return quantity > there
      ? [displayFinding('DISPLAY-NOT-ENOUGH', where, `${formatDecimal(quantity)} > ${formatDecimal(there)}`)]
      : [];
  });
}

/** What is missing of each item that was counted, where something is. */
export const missingOf = (
  counted: readonly { itemNo: number; counted: Decimal; expected: Decimal }[],
): Amount[] =>
  counted
    .map(({ itemNo, counted: found, expected }) => ({ itemNo, quantity: subtract(expected, found) }))
    .filter(({ quantity }) => quantity > 0n);
