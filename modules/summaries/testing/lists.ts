import type { ClosedList } from '../domain/contribution.ts';

type Head = ClosedList['head'];
type Item = ClosedList['items'][number];

/** A line of tea for Laos. */
export const itemOf = (more: Partial<Item> = {}): Item =>
  ({
    ...{ gnum: 1, itemNo: 'T1', gcode: '0902303100', gname: '普洱茶（熟茶）', gmodel: '357g', barCode: '无' },
    ...{ country: '119', currency: '142', qty: '2', qty1: '0.714', unit: '011', unit1: '035' },
    ...{ price: '100', totalPrice: '200' },
    ...more,
  }) as Item;

/** An export list of one line, released and numbered. */
export const listOf = (
  number: number,
  head: Partial<Head> = {},
  items: readonly Item[] = [itemOf()],
): ClosedList =>
  ({
    head: {
      ...{ invtNo: `86002026E${String(number).padStart(9, '0')}`, statisticsFlag: 'B', tradeMode: '9610' },
      ...{ ebcCode: '5301361234', ebcName: '云南示例', ownerCode: '5301361235', ownerName: '勐海茶厂' },
      ...{ trafMode: '5', country: '119', portCode: '8612', customsCode: '8600' },
      ...{ ebpCode: '5301960001', orderNo: `E${number}`, logisticsNo: `W${number}` },
      ...{ grossWeight: '0.9', netWeight: '0.714' },
      ...head,
    },
    items,
  }) as ClosedList;
