import { makeDisplayChecklist } from '#gate';
import { record } from '#journal';
import { parseDecimal } from '#kernel';
import { amountFaults } from '../domain/on-display.ts';
import { stepGoods } from '../storage/consignments.ts';
import { addPaper, type Paper } from '../storage/papers.ts';
import type { By, DisplayPorts } from './ports.ts';
import { refuseAll } from './problems.ts';
import { bookOfShown, lockShown } from './taking.ts';

/** Goods that are to come back into the zone. */
export interface ReturnWish {
  readonly grossKg: string;
  readonly goods: readonly { readonly itemNo: number; readonly quantity: string }[];
}

/**
 * Makes a checklist by which goods come back from display. They can be sold no more from now on, and are in stock again
 * when the gate has let their vehicle in.
 */
export async function comeBack(
  ports: DisplayPorts,
  by: By,
  displayNo: string,
  wish: ReturnWish,
): Promise<Paper> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const { one, lines } = await lockShown(client, displayNo, by.customsCode);
    const asked = wish.goods.map(({ itemNo, quantity }) => ({ itemNo, quantity: parseDecimal(quantity) }));
    refuseAll(amountFaults(lines, asked, (place) => `goods[${place}]`));
    const { checklistNo } = await makeDisplayChecklist(client, {
      ...{ book: await bookOfShown(client, one), by, at, day: ports.today(), direction: 'in' },
      ...{ grossKg: wish.grossKg, goods: wish.goods },
    });
    const paper: Paper = {
      ...{ displayNo, paperNo: checklistNo, kind: 'return', state: 'made', handOver: null, lists: 0 },
      ...{ madeBy: by.id, madeAt: at },
    };
    await addPaper(client, paper, asked);
    await stepGoods(client, displayNo, 'leaving', asked);
    await record(client, [
      {
        ...{ at, kind: 'display-returning', subject: displayNo },
        body: { displayNo, owner: one.owner, checklistNo },
      },
    ]);
    return paper;
  });
}
