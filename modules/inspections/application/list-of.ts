import type { ImportDeclaration } from '#ceb';
import type { InspectedList } from './ports.ts';

/** What an inspection has to know of an import list. */
export function inspectedList(
  { head, items }: ImportDeclaration,
  { attempt, recipient }: { readonly attempt: number; readonly recipient: string },
): InspectedList {
  const [first] = items;
  return {
    ...{ orderNo: head.orderNo, ebpCode: head.ebpCode, attempt, recipient },
    ...{ customsCode: head.customsCode, tradeMode: head.tradeMode, billNo: head.billNo },
    parties: [...new Set([recipient, head.ebcCode, head.agentCode])],
    goodsName: first?.gname ?? '',
    hsChapter: first?.gcode.slice(0, 2) ?? '',
    origin: first?.country ?? '',
    seller: head.ebcCode,
    goods: items.map(({ gcode, country, qty }) => ({ gcode, country, qty })),
  };
}
