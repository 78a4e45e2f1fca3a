import { fenText, milliText, readFen } from '../amounts.ts';
import { type Fault, unusedNumber, withHead } from './fault.ts';

/** The parcel on its way: waybill and list do not agree, or the bonded book is not named. */
export const transportFaults: readonly Fault[] = [
  {
    name: 'freight-differs',
    title: { zh: '运单运费与清单不一致', en: 'waybill and list state different freight' },
    expected: { outcome: 'refused', findings: ['MATCH-FREIGHT'] },
    spoil: (papers) =>
      withHead(papers, 'waybill', { freight: fenText(readFen(papers.waybill.head.freight ?? '0') + 300) }),
  },
  {
    name: 'weight-differs',
    title: { zh: '运单毛重与清单不一致', en: 'waybill and list state different gross weight' },
    expected: { outcome: 'refused', findings: ['MATCH-GROSS-WEIGHT'] },
    spoil: (papers) => {
      const [whole = '0', decimals = ''] = papers.waybill.head.weight.split('.');
      const grams = Number(whole) * 1000 + Number(decimals.padEnd(3, '0'));
      return withHead(papers, 'waybill', { weight: milliText(grams + 250) });
    },
  },
  {
    name: 'waybill-number-differs',
    title: { zh: '清单运单号与运单不一致', en: 'the list names another waybill number' },
    expected: { outcome: 'refused', findings: ['MATCH-WAYBILL-NO'] },
    spoil: (papers) =>
      withHead(papers, 'declaration', { logisticsNo: unusedNumber(papers.declaration.head.logisticsNo) }),
  },
  {
    name: 'waybill-number-reused',
    title: { zh: '运单号已用于另一订单', en: 'the waybill number is that of another order' },
    expected: { outcome: 'held', findings: ['RISK-WAYBILL-REUSED'] },
    // Small carts: two of one buyer on one day must not look like one that was split.
    needs: () => ({ ceilingFen: 200_000 }),
    earlier: () => ({ ceilingFen: 200_000 }),
    spoil: (papers) => {
      // The number of the earlier purchase is this one's with an A behind it.
      const logisticsNo = `${papers.waybill.head.logisticsNo}A`;
      return withHead(withHead(papers, 'waybill', { logisticsNo }), 'declaration', { logisticsNo });
    },
  },
  {
    name: 'bonded-without-account-book',
    title: { zh: '保税进口清单未填账册编号', en: 'a bonded list names no account book' },
    expected: { outcome: 'none', findings: ['CEB-CONDITION'] },
    needs: () => ({ mode: '1210' }),
    spoil: (papers) => withHead(papers, 'declaration', { emsNo: undefined }),
    // Refused at the door: a field the standard asks for under this mode is empty.
    script: (steps) =>
      steps.map((step) =>
        step.paper === 'declaration'
          ? { ...step, answer: 'refused' as const, status: '-621001', findings: ['CEB-CONDITION'] }
          : step,
      ),
  },
];
