import { randomUUID } from 'node:crypto';
import { postTogether } from '#bonded';
import { Problem } from '#http';
import { record } from '#journal';
import { formatDecimal, parseDecimal } from '#kernel';
import { amountFaults, missingOf, onDisplay } from '../domain/on-display.ts';
import { stepGoods } from '../storage/consignments.ts';
import { addCount, countOf, type ShopCount, settleCount } from '../storage/counts.ts';
import { endCover } from './cover.ts';
import type { By, DisplayPorts } from './ports.ts';
import { refuseAll } from './problems.ts';
import { closeWhenGone, lockShown } from './taking.ts';

/** Hands in what was counted at the shop; customs approves it before anything is written. */
export async function countShown(
  ports: DisplayPorts,
  by: By,
  displayNo: string,
  wish: {
    readonly lines: readonly { readonly itemNo: number; readonly counted: string }[];
    readonly note: string;
  },
): Promise<ShopCount> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const { one, lines } = await lockShown(client, displayNo, by.customsCode);
    const asked = wish.lines.map(({ itemNo, counted }) => ({ itemNo, quantity: parseDecimal(counted) }));
    refuseAll(amountFaults(lines, asked, (place) => `lines[${place}]`));
    const there = new Map(lines.map((line) => [line.itemNo, formatDecimal(onDisplay(line))]));
    const count: ShopCount = {
      ...{ countId: randomUUID(), displayNo, state: 'proposed', note: wish.note },
      ...{ proposedBy: by.id, proposedAt: at, settledAt: null, reason: '' },
      lines: wish.lines.map((line) => ({ ...line, expected: there.get(line.itemNo) ?? '0' })),
    };
    await addCount(client, count);
    await record(client, [
      {
        ...{ at, kind: 'display-count-proposed', subject: count.countId },
        body: { displayNo, owner: one.owner },
      },
    ]);
    return count;
  });
}

/**
 * Approves or rejects a count at a shop. Of one that is approved what is missing leaves the book, and the tax of it is
 * drawn from the guarantee: goods that are not there have been consumed in the country.
 */
export async function decideShopCount(
  ports: DisplayPorts,
  by: string,
  countId: string,
  verdict: { readonly state: 'approved' | 'rejected'; readonly reason: string },
): Promise<ShopCount> {
  const at = ports.now();
  const day = ports.today();
  return ports.database.transaction(async (client) => {
    const found = await countOf(client, countId);
    if (found === undefined)
      throw new Problem(404, 'SHOP-COUNT-NOT-FOUND', {
        zh: `没有盘点单 ${countId}`,
        en: `There is no count ${countId}`,
      });
    const { one, lines } = await lockShown(client, found.displayNo, undefined);
    // Looked at again under the lock: another officer may have settled it meanwhile.
    const count = await countOf(client, countId);
    if (count?.state !== 'proposed' || count.proposedBy === by)
      throw new Problem(409, 'SHOP-COUNT-STATE', {
        zh: '盘点单已办结，或由您本人提出',
        en: 'The count is settled, or you proposed it yourself',
      });
    if (verdict.state === 'approved') {
      const missing = missingOf(
        count.lines.map(({ itemNo, counted, expected }) => ({
          ...{ itemNo, counted: parseDecimal(counted), expected: parseDecimal(expected) },
        })),
      );
      // Goods that went meanwhile may be those that were missing.
      refuseAll(amountFaults(lines, missing, (_, itemNo) => `lines[itemNo=${itemNo}]`));
      await stepGoods(client, one.displayNo, 'lost', missing);
      const wishes = missing.map((line) => ({
        ...{
          ...line,
          bookNo: one.bookNo,
          cause: 'display-lost' as const,
          reference: countId,
          line: 1,
          day,
          by,
        },
      }));
      if (wishes.length > 0) await postTogether(client, wishes, at);
      const gone = { lines, gone: missing, cause: 'display-lost', reference: countId } as const;
      await endCover(client, one, gone, { day, at, by });
      await closeWhenGone(client, one, at);
    }
    await settleCount(client, count, { ...verdict, by, at });
    await record(client, [
      {
        ...{ at, kind: `display-count-${verdict.state}`, subject: countId },
        body: { displayNo: one.displayNo, owner: one.owner, reason: verdict.reason },
      },
    ]);
    return { ...count, state: verdict.state, settledAt: at, reason: verdict.reason };
  });
}
