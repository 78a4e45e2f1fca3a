import type { ExportDossier, ExportPapers } from './papers.ts';

/** One thing that can be wrong with an export, and what must become of its list. */
export interface ExportFault {
  readonly name: string;
  /** The way of declaring it needs to be a fault. */
  readonly flag?: 'A' | 'B';
  readonly spoil: (papers: ExportPapers) => ExportPapers;
  readonly expected: ExportDossier['expected'];
}

type Head<Paper extends keyof ExportPapers> = Partial<ExportPapers[Paper]['head']>;

const order = (head: Head<'order'>) => (papers: ExportPapers) => ({
  ...papers,
  order: { ...papers.order, head: { ...papers.order.head, ...head } },
});
const waybill = (head: Head<'waybill'>) => (papers: ExportPapers) => ({
  ...papers,
  waybill: { ...papers.waybill, head: { ...papers.waybill.head, ...head } },
});
const listHead = (head: Head<'list'>) => (papers: ExportPapers) => ({
  ...papers,
  list: { ...papers.list, head: { ...papers.list.head, ...head } },
});
const firstLine =
  (change: (line: ExportPapers['list']['items'][number]) => Partial<ExportPapers['list']['items'][number]>) =>
  (papers: ExportPapers): ExportPapers => ({
    ...papers,
    list: {
      ...papers.list,
      items: papers.list.items.map((line, at) => (at === 0 ? { ...line, ...change(line) } : line)),
    },
  });

const refused = (...findings: string[]): ExportDossier['expected'] => ({ outcome: 'refused', findings });
const held = (...findings: string[]): ExportDossier['expected'] => ({ outcome: 'held', findings });

/** Faults of exports; each spoils papers that were in order. */
export const exportFaults: readonly ExportFault[] = [
  {
    name: 'seller-name-differs',
    spoil: order({ ebcName: '昆明示例无此公司' }),
    expected: refused('EXPORT-SELLER-NAME'),
  },
  {
    name: 'platform-name-differs',
    spoil: listHead({ ebpName: '昆明示例另一平台' }),
    expected: refused('EXPORT-PLATFORM-NAME'),
  },
  {
    name: 'gross-weight-differs',
    spoil: waybill({ grossWeight: '77.7' }),
    expected: refused('EXPORT-GROSS-WEIGHT'),
  },
  { name: 'packages-differ', spoil: waybill({ packNo: 3 }), expected: refused('EXPORT-PACKAGES') },
  { name: 'freight-differs', spoil: waybill({ freight: '99.99' }), expected: refused('EXPORT-FREIGHT') },
  {
    name: 'waybill-of-another-seller',
    spoil: waybill({ ebcCode: '5301969999' }),
    expected: refused('EXPORT-WAYBILL-SELLER'),
  },
  { name: 'order-between-firms', spoil: order({ orderType: 'B' }), expected: refused('EXPORT-ORDER-TYPE') },
  {
    name: 'quantity-differs',
    // Price and total follow, or the message would be refused before.
    spoil: firstLine(({ qty, price }) => ({
      qty: String(Number(qty) + 1),
      totalPrice: String(((Number(qty) + 1) * Math.round(Number(price) * 100)) / 100),
    })),
    expected: refused('EXPORT-ITEM-QUANTITY', 'EXPORT-ITEM-TOTAL', 'EXPORT-GOODS-VALUE'),
  },
  {
    name: 'item-number-differs',
    spoil: firstLine(() => ({ itemNo: 'OTHER-99' })),
    expected: refused('EXPORT-ITEM-NUMBER'),
  },
  { name: 'unit-differs', spoil: firstLine(() => ({ unit: '125' })), expected: held('EXPORT-ITEM-UNIT') },
  {
    name: 'item-name-differs',
    spoil: firstLine(() => ({ itemName: '另一种商品' })),
    expected: held('EXPORT-ITEM-NAME'),
  },
  {
    name: 'four-digits-to-be-summed-up',
    flag: 'B',
    spoil: firstLine(({ gcode }) => ({ gcode: gcode.slice(0, 4).padEnd(10, '0') })),
    expected: refused('EXPORT-HS-DIGITS'),
  },
  {
    name: 'simplified-outside-the-zone',
    flag: 'A',
    spoil: listHead({ customsCode: '0100' }),
    expected: refused('EXPORT-FINISH'),
  },
];

/** @throws RangeError when there is no fault of that name */
export function exportFaultNamed(name: string): ExportFault {
  const fault = exportFaults.find((one) => one.name === name);
  if (!fault) throw new RangeError(`there is no fault of exports named ${name}`);
  return fault;
}
