import type { Content, Kind } from './queries.ts';

/** An amount that the others of the document lead to, beside what was written. */
export interface Total {
  readonly field: string;
  /** Place of the goods line; undefined in the head. */
  readonly line?: number;
  readonly computed: string;
  readonly given: string;
  readonly agrees: boolean;
}

/** Digits after the point in everything computed: as many as an amount of the standard has. */
const places = 5;
const plain = /^(\d{1,14})(?:\.(\d{1,5}))?$/;

/** An amount as a whole number of its smallest part; undefined where none is written. No floating point comes near money. */
function exact(text: string | undefined): bigint | undefined {
  const [, whole, rest = ''] = plain.exec(text?.trim() ?? '') ?? [];
  return whole === undefined ? undefined : BigInt(whole + rest.padEnd(places, '0'));
}

const scale = 10n ** BigInt(places);

function written(amount: bigint): string {
  const sign = amount < 0n ? '-' : '';
  const digits = String(amount < 0n ? -amount : amount).padStart(places + 1, '0');
  const rest = digits.slice(-places).replace(/0+$/, '').padEnd(2, '0');
  return `${sign}${digits.slice(0, -places)}.${rest}`;
}

/** What the lines come to, and the identity of the order's amounts: paid = goods + freight + tax − discount. */
export function totalsOf(kind: Kind, { head, items }: Content): Total[] {
  const lines = items.flatMap((item, line): Total[] => {
    const [price, qty] = [exact(item.price), exact(item.qty)];
    if (price === undefined || qty === undefined) return [];
    // Price times quantity to the cent, halves up, as prices of the standard are.
    const product = (price * qty) / scale;
    const cent = 10n ** BigInt(places - 2);
    const rounded = ((product + cent / 2n) / cent) * cent;
    return [total('totalPrice', rounded, item.totalPrice, line)];
  });
  if (kind !== 'order') return lines;
  const sums = items.map((item) => exact(item.totalPrice));
  const goods = sums.every((sum) => sum !== undefined) ? sums.reduce((sum, one) => sum + one, 0n) : undefined;
  const [value, freight, tax, discount] = ['goodsValue', 'freight', 'taxTotal', 'discount'].map((name) =>
    exact(head[name]),
  );
  return [
    ...lines,
    ...(goods === undefined || items.length === 0 ? [] : [total('goodsValue', goods, head.goodsValue)]),
    ...(value === undefined || freight === undefined || tax === undefined || discount === undefined
      ? []
      : [total('acturalPaid', value + freight + tax - discount, head.acturalPaid)]),
  ];
}

function total(field: string, computed: bigint, given = '', line?: number): Total {
  const place = line === undefined ? {} : { line };
  return { field, ...place, computed: written(computed), given, agrees: exact(given) === computed };
}
