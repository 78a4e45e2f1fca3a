import { isText, oneOf, type Search } from '../app/search.ts';
import type { Trade } from './queries.ts';

/** What is told of a trade by one of a few words. */
export const words = {
  shipsTo: ['buyer', 'overseas-warehouse'],
  buyer: ['firm', 'consumer'],
  contract: ['platform', 'offline'],
} as const;

/** What is answered yes, no or not at all. */
export const flags = ['licence', 'inspection', 'exportDuty', 'refund', 'pilotZone'] as const;

/** What customs may have of it already. */
export const data = [
  ...(['order', 'consignee', 'goods', 'packages', 'grossWeight'] as const),
  ...(['booking', 'warehouseRegistration', 'waybill', 'receipt'] as const),
] as const;

/** The question as it stands in the address: it can be shared, and the browser's back undoes an answer. */
export type AskedTrade = {
  readonly [Key in keyof typeof words]?: (typeof words)[Key][number];
} & { readonly [Key in (typeof flags)[number]]?: 'yes' | 'no' } & {
  readonly value?: string;
  /** Of `data`, with commas. */
  readonly has?: string;
};

/** Reads the question from an address; what is none of its words is left out. */
export function askedIn(search: Search): AskedTrade {
  const has = hasOf(search.has);
  const asked = {
    shipsTo: oneOf(search.shipsTo, words.shipsTo),
    buyer: oneOf(search.buyer, words.buyer),
    contract: oneOf(search.contract, words.contract),
    value: isText(search.value) && /^\d{1,12}(\.\d{0,2})?$/.test(search.value) ? search.value : undefined,
    has: has.length > 0 ? has.join(',') : undefined,
    ...Object.fromEntries(flags.map((flag) => [flag, oneOf(search[flag], ['yes', 'no'] as const)])),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as AskedTrade;
}

/** What of the data is told to be there, in the order of the form. */
export function hasOf(has: unknown): readonly (typeof data)[number][] {
  const told = isText(has) ? has.split(',') : [];
  return data.filter((one) => told.includes(one));
}

/** The question as the interface takes it. */
export function tradeOf({ value, has, shipsTo, buyer, contract, ...asked }: AskedTrade): Trade {
  const answered = flags.flatMap((flag) =>
    asked[flag] === undefined ? [] : [[flag, asked[flag] === 'yes']],
  );
  return {
    ...(shipsTo && { shipsTo }),
    ...(buyer && { buyer }),
    ...(contract && { contract }),
    ...(value && { value: value.replace(/\.$/, '') }),
    has: [...hasOf(has)],
    ...(Object.fromEntries(answered) as Partial<Record<(typeof flags)[number], boolean>>),
  };
}
