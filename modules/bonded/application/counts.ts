import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import { record } from '#journal';
import { parseDecimal, subtract } from '#kernel';
import { bondedFinding } from '../domain/findings.ts';
import { itemsOf } from '../storage/books.ts';
import { addCount, lockCount, type StockCount, settleCount } from '../storage/counts.ts';
import { postMovements } from '../storage/ledger.ts';
import { bookFor } from './books.ts';
import type { BondedPorts } from './ports.ts';

/** Hands in what was counted; the book is adjusted once customs has approved it. */
export async function proposeCount(
  ports: BondedPorts,
  bookNo: string,
  caller: { readonly customsCode: string; readonly id: string },
  counted: readonly { readonly itemNo: number; readonly counted: string }[],
  note: string,
): Promise<StockCount> {
  await bookFor(ports, bookNo, caller.customsCode);
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const items = await itemsOf(
      client,
      bookNo,
      counted.map(({ itemNo }) => itemNo),
    );
    const stock = new Map(items.map(({ itemNo, stock: lies }) => [itemNo, lies]));
    const unknown = counted.flatMap(({ itemNo }, index) =>
      stock.has(itemNo)
        ? []
        : [bondedFinding('BONDED-ITEM-UNKNOWN', `lines[${index}].itemNo`, parseDecimal('0'))],
    );
    const twice = new Set(counted.map(({ itemNo }) => itemNo)).size < counted.length;
    if (unknown.length > 0 || twice)
      throw new Problem(
        422,
        'COUNT-LINES',
        { zh: '盘点的商品序号不存在或重复', en: 'Items that were counted are unknown or named twice' },
        unknown,
      );
    const lines = counted.map((line) => ({ ...line, inBook: stock.get(line.itemNo) ?? '0' }));
    const count = { countId: randomUUID(), bookNo, note, proposedBy: caller.id, proposedAt: at, lines };
    await addCount(client, count);
    await record(client, [
      {
        at,
        kind: 'book-count-proposed',
        subject: count.countId,
        body: { bookNo, owner: caller.customsCode },
      },
    ]);
    return { ...count, state: 'proposed', settledAt: null, reason: '' };
  });
}

/**
 * Approves or rejects a count. An approved one adjusts the book by the differences found, each once; where goods have
 * left meanwhile and the book cannot give what is missing, nothing is adjusted.
 */
export async function decideCount(
  ports: BondedPorts,
  by: string,
  countId: string,
  verdict: { readonly state: 'approved' | 'rejected'; readonly reason: string },
): Promise<StockCount> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const count = await lockCount(client, countId);
    if (!count)
      throw new Problem(404, 'COUNT-NOT-FOUND', {
        zh: `没有盘点单 ${countId}`,
        en: `There is no stock count ${countId}`,
      });
    if (count.state !== 'proposed' || count.proposedBy === by)
      throw new Problem(409, 'COUNT-STATE', {
        zh: '盘点单已办结，或由您本人提出',
        en: 'The count is settled, or you proposed it yourself',
      });
    if (verdict.state === 'approved') {
      const wishes = count.lines
        .map(({ itemNo, counted, inBook }) => ({
          itemNo,
          quantity: subtract(parseDecimal(counted), parseDecimal(inBook)),
        }))
        .filter(({ quantity }) => quantity !== 0n)
        .map((line) => ({
          ...line,
          bookNo: count.bookNo,
          cause: 'count' as const,
          reference: countId,
          line: 1,
          day: ports.today(),
          by,
        }));
      const refused = (await postMovements(client, wishes, at)).flatMap((one) =>
        one.outcome === 'refused'
          ? [bondedFinding(one.refusal, `lines[itemNo=${one.wish.itemNo}]`, one.there)]
          : [],
      );
      if (refused.length > 0)
        throw new Problem(
          409,
          'BOOK-REFUSES',
          { zh: '账册不能这样记账，见 findings', en: 'The book does not allow it: see findings' },
          refused,
        );
    }
    await settleCount(client, count, { ...verdict, by, at });
    await record(client, [
      { at, kind: `book-count-${verdict.state}`, subject: countId, body: { bookNo: count.bookNo, by } },
    ]);
    return { ...count, state: verdict.state, settledAt: at, reason: verdict.reason };
  });
}
