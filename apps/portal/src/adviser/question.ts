import { isText, oneOf, type Search } from '../app/search.ts';

export const directions = ['export', 'import'] as const;
export type Direction = (typeof directions)[number];
export const buyers = ['consumer', 'firm'] as const;

/** Where goods may lie when the buyer orders, by direction. */
export const stockPlaces = {
  import: ['abroad', 'bonded-listed', 'bonded-elsewhere'],
  export: ['china', 'special-area', 'overseas-warehouse'],
} as const;
export type StockPlace = (typeof stockPlaces)[Direction][number];
const allPlaces: readonly StockPlace[] = [...stockPlaces.import, ...stockPlaces.export];

/** Questions answered yes, no or not at all, by direction, in the order they are asked. */
export const flags = {
  import: ['platformOrder', 'registered', 'licence', 'licenceHeld', 'importer'],
  export: [
    ...(['platformOrder', 'registered', 'licence', 'licenceHeld', 'inspection', 'exportDuty'] as const),
    ...(['refund', 'invoice', 'generalTaxpayer', 'refundFiled', 'zoneRegistered'] as const),
    ...(['marketPurchase', 'borderTrade'] as const),
  ],
} as const;
export type Flag = (typeof flags)[Direction][number];
const allFlags = [...new Set<Flag>([...flags.import, ...flags.export])];

/** Amounts that matter for one direction only. */
export const amounts = { import: ['annualUsed'], export: ['purchaseGross'] } as const;
type Amount = (typeof amounts)[Direction][number];

/** The question as it stands in the address: it can be shared, and the browser's back undoes an answer. */
export type Asked = {
  readonly direction?: Direction;
  readonly buyer?: (typeof buyers)[number];
  readonly stock?: StockPlace;
  readonly hs?: string;
  readonly value?: string;
  readonly pieces?: string;
} & { readonly [Key in Flag]?: 'yes' | 'no' } & { readonly [Key in Amount]?: string };

const amountOf = (value: unknown): string | undefined =>
  isText(value) && /^\d{1,12}(\.\d{0,5})?$/.test(value) ? value : undefined;

function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** Reads the question from an address; what is none of its words is left out. */
export function askedIn(search: Search): Asked {
  return present({
    direction: oneOf(search.direction, directions),
    buyer: oneOf(search.buyer, buyers),
    stock: oneOf(search.stock, allPlaces),
    hs: isText(search.hs) && /^\d{1,10}$/.test(search.hs) ? search.hs : undefined,
    value: amountOf(search.value),
    pieces: amountOf(search.pieces),
    annualUsed: amountOf(search.annualUsed),
    purchaseGross: amountOf(search.purchaseGross),
    ...Object.fromEntries(allFlags.map((flag) => [flag, oneOf(search[flag], ['yes', 'no'] as const)])),
  }) as Asked;
}

/** The question as the interface takes it; nothing while the value of the goods is not told. */
export function questionOf(asked: Asked): Record<string, unknown> | undefined {
  const direction = asked.direction ?? 'export';
  const places: readonly string[] = stockPlaces[direction];
  if (asked.value === undefined) return undefined;
  const whole = (text: string | undefined) => text?.replace(/\.$/, '');
  return present({
    direction,
    buyer: asked.buyer,
    stock: asked.stock && places.includes(asked.stock) ? asked.stock : undefined,
    goods: present({
      hs: asked.hs && asked.hs.length >= 4 ? asked.hs : undefined,
      value: whole(asked.value),
      pieces: whole(asked.pieces),
    }),
    ...Object.fromEntries(
      flags[direction].flatMap((flag) => (asked[flag] === undefined ? [] : [[flag, asked[flag] === 'yes']])),
    ),
    ...Object.fromEntries(amounts[direction].map((amount) => [amount, whole(asked[amount])])),
  });
}
