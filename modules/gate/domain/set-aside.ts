import { add, type Decimal, type Finding, parseDecimal, ZERO } from '#kernel';
import { gateFinding } from './findings.ts';

/** A goods line of a list. */
export interface ListedGoods {
  readonly gnum: number;
  readonly itemRecordNo?: string | undefined;
  readonly qty: string;
  readonly unit: string;
  readonly qty1: string;
  readonly unit1: string;
  readonly qty2?: string | undefined;
  readonly unit2?: string | undefined;
  readonly note?: string | undefined;
}

/** A list as papers of the gate look at it. */
export interface ListToCarry {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly emsNo?: string | undefined;
  readonly tradeMode: string;
  readonly trafMode: string;
  /** Where it stands: `released`, or what else. */
  readonly state: string;
  readonly invtNo: string | null;
  readonly grossWeight: string;
  /** Number of the checklist or pass that it is on already. */
  readonly on?: string | undefined;
  readonly goods: readonly ListedGoods[];
}

/**
 * Goods on display that a list sells, outside the zone, as the notes of its goods lines name them by number; undefined
 * for a line that names none. The note of its head may speak of persons and is not looked at.
 */
export const displaysNamed = ({ goods }: Pick<ListToCarry, 'goods'>): ReadonlySet<string | undefined> =>
  new Set(goods.map(({ note }) => /ZS\d{6}E\d{9}/.exec(note ?? '')?.[0]));

/** An item of the book by its record number. */
export interface BookGoods {
  readonly itemNo: number;
  readonly unit: string;
}

/** What of the book a checklist sets aside. */
export interface SetAside {
  readonly findings: readonly Finding[];
  /** By number of the item, in the unit of the book. */
  readonly quantities: ReadonlyMap<number, Decimal>;
  readonly grossKg: Decimal;
}

/** A list that was asked for, and what is on file of it. */
export interface AskedList {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly list: ListToCarry | undefined;
}

/** What keeps any list from leaving: not there, named twice, not released, on another paper. */
function commonFaults(asked: readonly AskedList[]): Finding[] {
  const seen = new Set<string>();
  return asked.flatMap(({ orderNo, ebpCode, list }, at): Finding[] => {
    const path = `lists[${at}]`;
    const key = `${orderNo} ${ebpCode}`;
    if (seen.has(key)) return [gateFinding('GATE-LIST-TWICE', path, orderNo)];
    seen.add(key);
    if (list === undefined) return [gateFinding('GATE-LIST-UNKNOWN', path, orderNo)];
    return [
      ...(list.state === 'released' && list.invtNo !== null
        ? []
        : [gateFinding('GATE-LIST-NOT-RELEASED', path, orderNo)]),
      ...(list.on === undefined ? [] : [gateFinding('GATE-LIST-TAKEN', path, `${orderNo} → ${list.on}`)]),
    ];
  });
}

/**
 * What a checklist of released lists takes out of its book (R-1.18a): each list of the book, its mode that of the book,
 * its transport one of the second line; quantities by item, in the unit of the book.
 * @param secondLine codes of transport modes by which goods leave a zone
 */
export function setAside(
  book: { readonly bookNo: string; readonly tradeMode: string },
  asked: readonly AskedList[],
  items: ReadonlyMap<string, BookGoods>,
  secondLine: ReadonlySet<string>,
): SetAside {
  const ofBook = asked.map((one) => (one.list?.emsNo === book.bookNo ? one : { ...one, list: undefined }));
  const findings = commonFaults(ofBook);
  const quantities = new Map<number, Decimal>();
  let grossKg = ZERO;
  for (const [at, { list }] of ofBook.entries()) {
    if (list === undefined) continue;
    const path = `lists[${at}]`;
    if (list.tradeMode !== book.tradeMode)
      findings.push(gateFinding('GATE-LIST-MODE', path, `${list.tradeMode} ≠ ${book.tradeMode}`));
    if (!secondLine.has(list.trafMode))
      findings.push(gateFinding('GATE-LIST-TRANSPORT', path, list.trafMode));
    grossKg = add(grossKg, parseDecimal(list.grossWeight));
    for (const line of list.goods) {
      const where = `${path}.goods[${line.gnum}]`;
      const item = items.get(line.itemRecordNo ?? '');
      if (item === undefined) {
        findings.push(gateFinding('GATE-GOODS-RECORD', where, line.itemRecordNo));
        continue;
      }
      const quantity = inUnit(line, item.unit);
      if (quantity === undefined) findings.push(gateFinding('GATE-GOODS-UNIT', where, item.unit));
      else quantities.set(item.itemNo, add(quantities.get(item.itemNo) ?? ZERO, quantity));
    }
  }
  return { findings, quantities, grossKg };
}

/** The quantity of a line in a unit; undefined where it is given in none of the kind. */
function inUnit(line: ListedGoods, unit: string): Decimal | undefined {
  if (line.unit === unit) return parseDecimal(line.qty);
  if (line.unit1 === unit) return parseDecimal(line.qty1);
  return line.unit2 === unit && line.qty2 !== undefined ? parseDecimal(line.qty2) : undefined;
}

/** What keeps lists bought direct from going out on a pass by themselves: they are of 9610, released, on no other paper. */
export function directFaults(asked: readonly AskedList[]): Finding[] {
  const modes = asked.flatMap(({ list }, at) =>
    list === undefined || list.tradeMode === '9610'
      ? []
      : [gateFinding('GATE-LIST-MODE', `lists[${at}]`, list.tradeMode)],
  );
  return [...commonFaults(asked), ...modes];
}
