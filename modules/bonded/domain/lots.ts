import { addDays, type Day, type Decimal } from '#kernel';

/** Goods that came in with a best-before day. */
export interface Arrival {
  readonly expiresOn: Day;
  readonly quantity: Decimal;
}

/** What is still there of goods with one best-before day. */
export interface Lot {
  readonly expiresOn: Day;
  readonly quantity: Decimal;
  readonly state: 'expired' | 'soon' | 'good';
}

/**
 * What is left of each best-before day, where those that expire first are taken to have left first (D): the stock is
 * laid upon the arrivals from the latest day backwards. Stock beyond all dated arrivals has no day.
 * @param warnDays how long before its day goods are warned of.
 */
export function lotsOf(arrivals: readonly Arrival[], stock: Decimal, today: Day, warnDays: number): Lot[] {
  const byDay = new Map<Day, bigint>();
  for (const { expiresOn, quantity } of arrivals)
    byDay.set(expiresOn, (byDay.get(expiresOn) ?? 0n) + quantity);
  const warnFrom = addDays(today, warnDays);
  let left: bigint = stock;
  const lots: Lot[] = [];
  for (const [expiresOn, came] of [...byDay].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const quantity = (came < left ? came : left) as Decimal;
    if (quantity <= 0n) break;
    left -= quantity;
    lots.push({
      expiresOn,
      quantity,
      state: expiresOn < today ? 'expired' : expiresOn <= warnFrom ? 'soon' : 'good',
    });
  }
  return lots.reverse();
}
