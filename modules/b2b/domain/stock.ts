import { add, type Decimal, subtract, ZERO } from '#kernel';

/** Where goods of a batch may be; `sold`, `returned` and `lost` are ends. */
export type Place = 'transit' | 'warehouse' | 'sold' | 'returned' | 'lost';

/** What became of goods abroad. */
export type Kind = 'depart' | 'receive' | 'sell' | 'return' | 'lose' | 'lose-in-transit';

/** From where to where a movement goes; what departs comes from China. */
const MOVES: Readonly<Record<Kind, readonly [from: Place | undefined, to: Place]>> = {
  depart: [undefined, 'transit'],
  receive: ['transit', 'warehouse'],
  sell: ['warehouse', 'sold'],
  return: ['warehouse', 'returned'],
  lose: ['warehouse', 'lost'],
  'lose-in-transit': ['transit', 'lost'],
};

/** A movement somebody tells of. */
export interface StockWish {
  readonly line: number;
  readonly kind: Kind;
  readonly quantity: Decimal;
  readonly reference: string;
}

export type StockRefusal =
  | 'ABROAD-LINE-UNKNOWN'
  | 'ABROAD-QUANTITY'
  | 'ABROAD-NOT-ENOUGH'
  | 'ABROAD-REFERENCE-USED';

export type StockResult<Wish extends StockWish> =
  | { readonly wish: Wish; readonly outcome: 'posted' | 'repeated' }
  | {
      readonly wish: Wish;
      readonly outcome: 'refused';
      readonly refusal: StockRefusal;
      readonly there: Decimal;
    };

/** How a batch stands: by line what lies where, and what has been told with which quantity. */
export interface StockStand {
  readonly lines: ReadonlyMap<number, ReadonlyMap<Place, Decimal>>;
  /** By `line kind reference`. */
  readonly told: ReadonlyMap<string, Decimal>;
}

export const toldKey = ({ line, kind, reference }: Pick<StockWish, 'line' | 'kind' | 'reference'>): string =>
  `${line} ${kind} ${reference}`;

/** Works through movements one after the other: each is posted, was told already, or is refused with what is there. */
export function postStock<Wish extends StockWish>(
  stand: StockStand,
  wishes: readonly Wish[],
): {
  readonly results: readonly StockResult<Wish>[];
  readonly lines: ReadonlyMap<number, ReadonlyMap<Place, Decimal>>;
} {
  const lines = new Map([...stand.lines].map(([line, places]) => [line, new Map(places)]));
  const told = new Map(stand.told);
  const results = wishes.map((wish): StockResult<Wish> => {
    const refused = (refusal: StockRefusal, there: Decimal = ZERO): StockResult<Wish> => ({
      ...{ wish, outcome: 'refused', refusal, there },
    });
    const places = lines.get(wish.line);
    if (!places) return refused('ABROAD-LINE-UNKNOWN');
    if (wish.quantity <= ZERO) return refused('ABROAD-QUANTITY');
    const before = told.get(toldKey(wish));
    if (before !== undefined)
      return before === wish.quantity
        ? { wish, outcome: 'repeated' }
        : refused('ABROAD-REFERENCE-USED', before);
    const [from, to] = MOVES[wish.kind];
    if (from !== undefined) {
      const there = places.get(from) ?? ZERO;
      if (there < wish.quantity) return refused('ABROAD-NOT-ENOUGH', there);
      places.set(from, subtract(there, wish.quantity));
    }
    places.set(to, add(places.get(to) ?? ZERO, wish.quantity));
    told.set(toldKey(wish), wish.quantity);
    return { wish, outcome: 'posted' };
  });
  return { results, lines };
}
