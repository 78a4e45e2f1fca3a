import { record } from '#journal';
import { add, formatDecimal, parseDecimal, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { noteReturned, type ReturnedLine } from '../storage/returned.ts';

/** Goods of an export list that came back by one return. */
export interface ExportReturned {
  readonly ebcCode: string;
  /** Number of the return: it is written down once. */
  readonly returnNo: string;
  readonly invtNo: string;
  readonly lines: readonly ReturnedLine[];
  readonly at: Date;
}

/**
 * Writes down, in the caller's transaction, that exported goods came back: what is not claimed of them is claimed no
 * more, and of what is claimed the refund has to be repaid. Written twice it is written once.
 * @returns what has to be repaid, CNY with two decimals
 */
export async function exportReturned(client: Client, one: ExportReturned): Promise<string> {
  const amounts = await noteReturned(client, one);
  const repay = formatDecimal(
    amounts.reduce((whole, text) => add(whole, parseDecimal(text)), ZERO),
    2,
  );
  if (parseDecimal(repay) > ZERO) {
    const { ebcCode, returnNo, invtNo, at } = one;
    const body = { recipient: ebcCode, returnNo, invtNo, repay };
    await record(client, [{ at, kind: 'refund-repayable', subject: `${invtNo}/${returnNo}`, body }]);
  }
  return repay;
}
