import { readFileSync } from 'node:fs';
import { gtinCheckDigit } from '#kernel';
import { readFen } from './amounts.ts';

/** Where goods may turn up: a mode of supervision, or a shelf that only faults and stories take from. */
export type Shelf = '9610' | '1210' | 'off-list' | 'over-limit' | 'weight-limit' | 'asked-about';

/** One kind of goods the demo zone sells. */
export interface Goods {
  /** The seller's own number (SKU). */
  readonly itemNo: string;
  /** The item's number in the account book of a bonded warehouse. */
  readonly itemRecordNo: string;
  /** Tariff code, ten digits. */
  readonly gcode: string;
  readonly gname: string;
  readonly gmodel: string;
  readonly barCode: string;
  /** Country of origin, customs' three-digit code. */
  readonly country: string;
  /** Country direct mail sets out from. */
  readonly departure: string;
  readonly unit: string;
  readonly unit1: string;
  /** Quantity in `unit1` of one piece, in thousandths. */
  readonly qty1Milli: number;
  readonly unit2?: string;
  readonly qty2Milli?: number;
  readonly netGrams: number;
  readonly grossGrams: number;
  readonly shelves: readonly Shelf[];
  /** The prices it may be on sale for, in fen (0.01 CNY). */
  readonly pricesFen: readonly number[];
}

const SHELVES: readonly string[] = ['9610', '1210', 'off-list', 'over-limit', 'weight-limit', 'asked-about'];
const isShelf = (text: string): text is Shelf => SHELVES.includes(text);

/** Numbers from 952 are set aside by GS1 for demonstrations; no goods on sale carry them. */
function demoBarCode(line: number): string {
  const body = `952${String(line).padStart(9, '0')}`;
  return body + gtinCheckDigit(body);
}

function readGoods(cells: Readonly<Record<string, string>>, line: number): Goods {
  const cell = (name: string): string => cells[name] ?? '';
  const second = cell('unit2') === '' ? {} : { unit2: cell('unit2'), qty2Milli: Number(cell('qty2_milli')) };
  return {
    itemNo: cell('item_no'),
    itemRecordNo: `KM${String(line).padStart(6, '0')}`,
    gcode: cell('gcode'),
    gname: cell('gname'),
    gmodel: cell('gmodel'),
    barCode: demoBarCode(line),
    country: cell('country'),
    departure: cell('departure'),
    unit: cell('unit'),
    unit1: cell('unit1'),
    qty1Milli: Number(cell('qty1_milli')),
    ...second,
    netGrams: Number(cell('net_grams')),
    grossGrams: Number(cell('gross_grams')),
    shelves: cell('modes').split(';').filter(isShelf),
    pricesFen: cell('prices_cny').split(';').map(readFen),
  };
}

/** The goods of `goods.csv` beside this file; no cell of it holds a comma or a quotation mark. */
export function loadGoods(): Goods[] {
  const [head = '', ...lines] = readFileSync(new URL('goods.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map((line, index) => {
    const cells = line.split(',');
    return readGoods(Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])), index + 1);
  });
}
