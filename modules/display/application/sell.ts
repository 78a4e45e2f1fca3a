import { postTogether } from '#bonded';
import { displaysNamed, issueNo, type ListKey } from '#gate';
import { record } from '#journal';
import { displayFinding } from '../domain/findings.ts';
import { amountFaults } from '../domain/on-display.ts';
import { stepGoods } from '../storage/consignments.ts';
import { addPaper, type Paper } from '../storage/papers.ts';
import { shopOf } from '../storage/shops.ts';
import { endCover } from './cover.ts';
import type { By, DisplayPorts } from './ports.ts';
import { refuseAll } from './problems.ts';
import { bookOfShown, closeWhenGone, lockShown } from './taking.ts';

/** Goods on display that have been sold by lists. */
export interface SaleWish {
  readonly lists: readonly ListKey[];
  /** Whether the buyer takes them away or a carrier brings them. */
  readonly handOver: 'pick-up' | 'courier';
}

/**
 * Sells goods from display, before they are handed over: by released lists whose goods lines name the display, each once. They leave
 * the book, and their cover is free again, since their own tax has been covered by the release of each list.
 */
export async function sell(ports: DisplayPorts, by: By, displayNo: string, wish: SaleWish): Promise<Paper> {
  const at = ports.now();
  const day = ports.today();
  return ports.database.transaction(async (client) => {
    const { one, lines } = await lockShown(client, displayNo, by.customsCode);
    const shop = await shopOf(client, one.shopId, undefined);
    refuseAll([
      ...(one.dueOn !== null && one.dueOn < day
        ? [displayFinding('DISPLAY-OVERDUE', 'displayNo', one.dueOn)]
        : []),
      ...(wish.handOver === 'pick-up' && shop?.pickUp !== true
        ? [displayFinding('DISPLAY-PICK-UP', 'handOver')]
        : []),
    ]);
    const book = await bookOfShown(client, one);
    const paperNo = await issueNo(client, 'XS', one.customsCode, 'out', day);
    const taken = await ports.carry(client, { book, paperNo, lists: wish.lists }, (list, path) =>
      [...displaysNamed(list)].every((named) => named === displayNo)
        ? []
        : [displayFinding('DISPLAY-NOT-NAMED', path, list.orderNo)],
    );
    const sold = [...taken].map(([itemNo, quantity]) => ({ itemNo, quantity }));
    refuseAll(amountFaults(lines, sold, (_, itemNo) => `lists.goods[itemNo=${itemNo}]`));
    const paper: Paper = {
      ...{ displayNo, paperNo, kind: 'sale', state: 'done', handOver: wish.handOver },
      ...{ lists: wish.lists.length, madeBy: by.id, madeAt: at },
    };
    await addPaper(client, paper, sold);
    await stepGoods(client, displayNo, 'sold', sold);
    const wishes = sold.map((line) => ({
      ...{ ...line, bookNo: book.bookNo, cause: 'display-sale' as const, reference: paperNo, line: 1, day },
      by: by.id,
    }));
    await postTogether(client, wishes, at);
    const gone = { lines, gone: sold, cause: 'display-freed', reference: paperNo } as const;
    await endCover(client, one, gone, { day, at, by: by.id });
    const closed = await closeWhenGone(client, one, at);
    await record(client, [
      {
        ...{ at, kind: 'display-sold', subject: displayNo },
        body: {
          displayNo,
          owner: one.owner,
          saleNo: paperNo,
          lists: paper.lists,
          handOver: wish.handOver,
          closed,
        },
      },
    ]);
    return paper;
  });
}
