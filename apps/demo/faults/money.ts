import { fenText, readFen } from '../amounts.ts';
import { type Fault, withHead, withListItem } from './fault.ts';

/** What was paid, and for what: amounts and goods do not agree between the papers. */
export const moneyFaults: readonly Fault[] = [
  {
    name: 'paid-amount-differs',
    title: { zh: '支付金额与订单实付金额差一分', en: 'one cent less was paid than the order says' },
    expected: { outcome: 'refused', findings: ['MATCH-PAID-AMOUNT'] },
    spoil: (papers) =>
      withHead(papers, 'payment', { amountPaid: fenText(readFen(papers.payment.head.amountPaid) - 1) }),
  },
  {
    name: 'order-does-not-add-up',
    title: { zh: '订单金额勾稽不平', en: "the order's own amounts do not add up" },
    expected: { outcome: 'refused', findings: ['MATCH-PAID-SUM'] },
    spoil: (papers) => {
      const paid = fenText(readFen(papers.order.head.acturalPaid) + 100);
      return withHead(withHead(papers, 'order', { acturalPaid: paid }), 'payment', { amountPaid: paid });
    },
  },
  {
    name: 'goods-price-differs',
    title: { zh: '清单单价低于订单（低报）', en: 'the list declares a lower price than was ordered' },
    expected: { outcome: 'refused', findings: ['MATCH-ITEM-PRICE', 'MATCH-ITEM-TOTAL'] },
    spoil: (papers) => {
      const [item] = papers.declaration.items;
      const cheaper = Math.floor(readFen(item?.price ?? '0') / 2);
      return withListItem(papers, 0, {
        price: fenText(cheaper),
        totalPrice: fenText(cheaper * Number(item?.qty ?? 1)),
      });
    },
  },
  {
    name: 'goods-quantity-differs',
    title: { zh: '清单数量与订单不一致', en: 'the list declares one piece more than was ordered' },
    expected: { outcome: 'refused', findings: ['MATCH-ITEM-QUANTITY', 'MATCH-ITEM-TOTAL'] },
    // One piece more may double the list, and has to stay under the limit of a transaction all the same.
    needs: () => ({ ceilingFen: 200_000 }),
    spoil: (papers) => {
      const [item] = papers.declaration.items;
      const more = Number(item?.qty ?? 1) + 1;
      return withListItem(papers, 0, {
        qty: String(more),
        totalPrice: fenText(readFen(item?.price ?? '0') * more),
      });
    },
  },
  {
    name: 'item-count-differs',
    title: { zh: '清单表体项数与订单不一致', en: 'a goods line of the order is missing from the list' },
    expected: { outcome: 'refused', findings: ['MATCH-ITEM-COUNT'] },
    needs: () => ({ minLines: 2 }),
    spoil: (papers) => ({
      ...papers,
      declaration: { ...papers.declaration, items: papers.declaration.items.slice(0, -1) },
    }),
  },
];
