import type { PurchaseOptions } from '../purchase.ts';
import { goodsOn, type Zone } from '../zone.ts';
import type { Fault } from './fault.ts';

type SpecialShelf = 'off-list' | 'over-limit' | 'weight-limit';

/** A cart of one kind of goods from a shelf that ordinary purchases do not take from. */
const cart =
  (shelf: SpecialShelf, itemNo: string, quantity: number, priceFen?: number) =>
  (_random: unknown, zone: Zone): Partial<PurchaseOptions> => {
    const goods = goodsOn(zone, shelf).find((candidate) => candidate.itemNo === itemNo);
    if (goods === undefined) throw new RangeError(`the zone sells no ${itemNo}`);
    return { lines: [{ goods, quantity, priceFen: priceFen ?? goods.pricesFen[0] ?? 0 }], discountFen: 0 };
  };

/** More than retail import may hold, or other than it may hold. */
export const limitFaults: readonly Fault[] = [
  {
    name: 'over-single-limit-with-one-item',
    title: { zh: '单件商品超单次限值，全额征税', en: 'one item over the single limit: taxed in full' },
    expected: { outcome: 'released', findings: [] },
    needs: cart('over-limit', 'LIM-WCH-53', 1),
  },
  {
    name: 'over-single-limit-with-two-items',
    title: { zh: '两件商品合计超单次限值', en: 'two items over the single limit' },
    expected: { outcome: 'refused', findings: ['TAX-SINGLE-LIMIT'] },
    needs: cart('over-limit', 'LIM-VAC-54', 2),
  },
  {
    name: 'over-yearly-limit',
    title: { zh: '超过个人年度限值', en: "more than the buyer's yearly allowance" },
    expected: { outcome: 'refused', findings: ['TAX-ANNUAL-LIMIT'] },
    needs: cart('over-limit', 'LIM-WCH-53', 1, 2_680_000),
  },
  {
    name: 'over-yearly-weight',
    title: { zh: '食糖超过每人每年限量', en: 'more sugar than a person may buy a year' },
    expected: { outcome: 'refused', findings: ['TAX-YEARLY-WEIGHT'] },
    needs: cart('weight-limit', 'LIM-SUG-55', 3),
  },
  {
    name: 'off-the-positive-list',
    title: { zh: '商品不在零售进口商品清单内', en: 'the goods are not on the positive list' },
    expected: { outcome: 'held', findings: ['RISK-POSITIVE-LIST'] },
    needs: cart('off-list', 'OFF-DUR-51', 1),
  },
  {
    name: 'split-orders',
    title: {
      zh: '同一订购人同日拆单超限',
      en: 'one purchase over the limit, split into two orders of a day',
    },
    expected: { outcome: 'held', findings: ['RISK-SPLIT-ORDERS'] },
    earlier: cart('over-limit', 'LIM-VAC-54', 1),
    needs: cart('over-limit', 'LIM-VAC-54', 1),
  },
];
