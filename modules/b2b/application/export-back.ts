import { add, compare, type Decimal, parseDecimal, subtract, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { postStock } from '../domain/stock.ts';
import { linesOfAll, lockDeparted } from '../storage/batches.ts';
import { type StockTelling, standOf, writeStock } from '../storage/stock.ts';

/** Goods of an export into an overseas warehouse that came back by one return. */
export interface ExportedBack {
  readonly enterprise: string;
  /** Number of the list they left by. */
  readonly exportNo: string;
  readonly returnNo: string;
  readonly at: Date;
  /** In China, YYYY-MM-DD. */
  readonly day: string;
  readonly lines: readonly {
    readonly goodsNo: string;
    readonly unit: string;
    /** All that has come back of the line by returns, this one with them; decimal text. */
    readonly backInAll: string;
  }[];
}

const nameOf = ({ goodsNo, unit }: { readonly goodsNo: string; readonly unit: string }): string =>
  `${unit} ${goodsNo}`;

/**
 * Takes goods that came back out of the stock abroad, in the caller's transaction, so that it counts once by whoever tells
 * of it: as much as has come back by returns and has not been told as returned, and no more than lies in the warehouse (D).
 */
export async function exportedBack(
  client: Client,
  { enterprise, exportNo, returnNo, at, day, lines }: ExportedBack,
): Promise<void> {
  const stands = await linesOfAll(client, enterprise, await lockDeparted(client, enterprise, exportNo));
  const missing = new Map<string, Decimal>();
  for (const line of lines)
    missing.set(nameOf(line), add(missing.get(nameOf(line)) ?? ZERO, parseDecimal(line.backInAll)));
  for (const { line } of stands) {
    const before = missing.get(nameOf(line));
    if (before !== undefined) missing.set(nameOf(line), subtract(before, parseDecimal(line.returned)));
  }
  const wishes = stands.flatMap(({ batchNo, line }) => {
    const wanted = missing.get(nameOf(line)) ?? ZERO;
    const there = parseDecimal(line.warehouse);
    const quantity = compare(wanted, there) > 0 ? there : wanted;
    if (compare(quantity, ZERO) <= 0) return [];
    missing.set(nameOf(line), subtract(wanted, quantity));
    const wish: StockTelling = { line: line.line, kind: 'return', quantity, reference: returnNo, day };
    return [{ batchNo, wish }];
  });
  for (const [batchNo, own] of Map.groupBy(wishes, (one) => one.batchNo)) {
    const told = own.map(({ wish }) => wish);
    const { results, lines: after } = postStock(await standOf(client, enterprise, batchNo, told), told);
    const posted = results.filter(({ outcome }) => outcome === 'posted').map(({ wish }) => wish);
    await writeStock(client, { enterprise, batchNo, at, by: 'returns' }, posted, after);
  }
}
