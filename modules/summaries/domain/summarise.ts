import type { DocumentOf } from '#ceb';
import { add, type Decimal, parseDecimal, ZERO } from '#kernel';

type Ceb603 = DocumentOf<'CEB603Message'>;

/** An export list as it is summarised: the CEB603 itself, or what of it a summary looks at. */
export interface ExportList {
  readonly head: Pick<
    Ceb603['head'],
    | ('invtNo' | 'statisticsFlag' | 'ebcCode' | 'ebcName' | 'ownerCode' | 'ownerName')
    | ('tradeMode' | 'trafMode' | 'country' | 'portCode')
  >;
  readonly items: readonly Pick<
    Ceb603['items'][number],
    | ('gnum' | 'country' | 'gcode' | 'gname' | 'currency' | 'unit' | 'unit1' | 'unit2')
    | ('qty' | 'qty1' | 'qty2' | 'totalPrice')
  >[];
}

/** How the applicant wants lists put together (CEB701 summaryFlag, itemNameFlag). */
export interface SummaryWish {
  /** Also by producer or seller, not only by consignor. */
  readonly bySeller: boolean;
  /** Goods of another name on a line of their own. */
  readonly byName: boolean;
}

/** What lists of one declaration have in common: the codes; names are those of the first list. */
export interface DeclarationKey {
  readonly ebcCode: string;
  readonly ebcName: string;
  readonly ownerCode: string;
  readonly ownerName: string;
  readonly tradeMode: string;
  readonly trafMode: string;
  readonly country: string;
  readonly portCode: string;
}

/** A line of a declaration: goods of one code to one final destination in one currency and one set of units. */
export interface SummaryLine {
  readonly country: string;
  readonly gcode: string;
  readonly currency: string;
  readonly unit: string;
  readonly unit1: string;
  readonly unit2: string;
  /** Of the first goods; of all where the wish is to put them together by name. */
  readonly gname: string;
  readonly qty: Decimal;
  readonly qty1: Decimal;
  readonly qty2: Decimal;
  readonly totalPrice: Decimal;
}

export interface SummaryDeclaration {
  readonly key: DeclarationKey;
  readonly lines: readonly SummaryLine[];
  /** The lists it stands for, in the order they were given. */
  readonly lists: readonly ExportList[];
}

/** Why a list is not summarised here. */
export type LeftOut =
  | 'SUMMARY-STATISTICS'
  | 'SUMMARY-NO-NUMBER'
  | 'SUMMARY-LIST-TWICE'
  | 'SUMMARY-TOO-MANY-LINES';

export interface Summary {
  readonly declarations: readonly SummaryDeclaration[];
  readonly leftOut: readonly { readonly list: ExportList; readonly why: LeftOut }[];
}

const keyOf = ({ head }: ExportList, { bySeller }: SummaryWish): DeclarationKey => ({
  ...{ ebcCode: head.ebcCode, ebcName: head.ebcName, tradeMode: head.tradeMode, trafMode: head.trafMode },
  ...{ country: head.country, portCode: head.portCode },
  ...(bySeller ? { ownerCode: head.ownerCode, ownerName: head.ownerName } : { ownerCode: '', ownerName: '' }),
});

/** A producer who is not registered has no code: then the name tells one from another. */
const UNREGISTERED = 'NO';

/** What tells two declarations apart: codes, since two lists may write one name in two ways. */
function apart({ ebcCode, ownerCode, ownerName, tradeMode, trafMode, country, portCode }: DeclarationKey) {
  const owner = ownerCode === UNREGISTERED ? ownerName : '';
  return JSON.stringify([ebcCode, ownerCode, owner, tradeMode, trafMode, country, portCode]);
}

type Item = ExportList['items'][number];
type LineFields = Pick<Item, 'country' | 'gcode' | 'currency' | 'unit' | 'unit1' | 'unit2' | 'gname'>;

/** What tells two lines of a declaration apart, as one text. */
export const lineKeyOf = (item: LineFields, { byName }: Pick<SummaryWish, 'byName'>): string =>
  JSON.stringify([
    ...[item.country, item.gcode, item.currency, item.unit, item.unit1, item.unit2 ?? ''],
    byName ? item.gname : '',
  ]);

/** The lines a declaration has so far: how many there would be with more, so that none becomes too long. */
export class LineKeys {
  readonly #keys = new Set<string>();

  /** How many there would be with these. */
  with(keys: Iterable<string>): number {
    const fresh = new Set(keys);
    for (const key of fresh) if (this.#keys.has(key)) fresh.delete(key);
    return this.#keys.size + fresh.size;
  }

  take(keys: Iterable<string>): void {
    for (const key of keys) this.#keys.add(key);
  }
}

/** A declaration in the making; a list belongs to one alone, with all its lines. */
class Making {
  readonly lists: ExportList[] = [];
  readonly #keys = new LineKeys();
  readonly #lines = new Map<string, SummaryLine>();
  readonly #wish: SummaryWish;
  readonly key: DeclarationKey;

  constructor(key: DeclarationKey, wish: SummaryWish) {
    this.key = key;
    this.#wish = wish;
  }

  /** How many lines there would be with a further list. */
  linesWith(list: ExportList): number {
    return this.#keys.with(list.items.map((item) => lineKeyOf(item, this.#wish)));
  }

  take(list: ExportList): void {
    this.lists.push(list);
    for (const item of list.items) {
      const key = lineKeyOf(item, this.#wish);
      this.#keys.take([key]);
      this.#lines.set(key, plus(this.#lines.get(key), item));
    }
  }

  done(): SummaryDeclaration {
    return { key: this.key, lines: [...this.#lines.values()], lists: this.lists };
  }
}

function plus(line: SummaryLine | undefined, item: Item): SummaryLine {
  const { country, gcode, currency, unit, unit1, unit2 = '', gname } = item;
  const before = line ?? { qty: ZERO, qty1: ZERO, qty2: ZERO, totalPrice: ZERO };
  return {
    ...{ country, gcode, currency, unit, unit1, unit2, gname: line?.gname ?? gname },
    qty: add(before.qty, parseDecimal(item.qty)),
    qty1: add(before.qty1, parseDecimal(item.qty1)),
    qty2: add(before.qty2, parseDecimal(item.qty2 || '0')),
    totalPrice: add(before.totalPrice, parseDecimal(item.totalPrice)),
  };
}

function leftOutBecause(list: ExportList, seen: ReadonlySet<string>): LeftOut | undefined {
  if (list.head.invtNo === undefined) return 'SUMMARY-NO-NUMBER';
  if (seen.has(list.head.invtNo)) return 'SUMMARY-LIST-TWICE';
  return list.head.statisticsFlag === 'B' ? undefined : 'SUMMARY-STATISTICS';
}

/**
 * Puts export lists together into declarations. Lists that would make one longer than it may be open a further
 * one of the same key; a list stands whole in exactly one. Exact sums; the order of the lists is kept.
 * @param mostLines lines a declaration may have, a parameter of the day.
 */
export function summarise(lists: readonly ExportList[], wish: SummaryWish, mostLines: number): Summary {
  const open = new Map<string, Making>();
  const made: Making[] = [];
  const leftOut: { list: ExportList; why: LeftOut }[] = [];
  const seen = new Set<string>();
  for (const list of lists) {
    const why = leftOutBecause(list, seen);
    const key = keyOf(list, wish);
    const alone = why === undefined ? new Making(key, wish).linesWith(list) : 0;
    if (why !== undefined || alone > mostLines) {
      leftOut.push({ list, why: why ?? 'SUMMARY-TOO-MANY-LINES' });
      continue;
    }
    seen.add(list.head.invtNo ?? '');
    const name = apart(key);
    let making = open.get(name);
    if (making === undefined || making.linesWith(list) > mostLines) {
      making = new Making(key, wish);
      open.set(name, making);
      made.push(making);
    }
    making.take(list);
  }
  return { declarations: made.map((one) => one.done()), leftOut };
}
