import type { Decimal } from '#kernel';
import { type MovementWish, movedBy, type Place, wayOf } from './movement.ts';

/** What lies where of the items of a batch. Keyed by {@link placeKey}. */
export type Balances = Map<string, Decimal>;

export const itemKey = (bookNo: string, itemNo: number): string => `${bookNo} ${itemNo}`;
export const placeKey = (bookNo: string, itemNo: number, place: Place): string =>
  `${itemKey(bookNo, itemNo)} ${place}`;
/** A thing is written once for an item, whatever else is. */
export const causeKey = (
  wish: Pick<MovementWish, 'bookNo' | 'itemNo' | 'cause' | 'reference' | 'line'>,
): string => `${itemKey(wish.bookNo, wish.itemNo)} ${wish.cause} ${wish.line} ${wish.reference}`;

/** What was written before under the same cause: how much. */
export type Written = ReadonlyMap<string, Decimal>;

/** What a book allows: whether the item is in it, and its last day. */
export interface ItemStanding {
  readonly validTo: string;
  readonly openedOn: string;
}

export type Refusal =
  | 'BONDED-ITEM-UNKNOWN'
  | 'BONDED-BOOK-CLOSED'
  | 'BONDED-QUANTITY'
  | 'BONDED-NOT-ENOUGH'
  | 'BONDED-REFERENCE-USED';

/** What became of a wish. */
export type Posted =
  | { readonly wish: MovementWish; readonly outcome: 'posted' | 'repeated'; readonly stock: Decimal }
  | {
      readonly wish: MovementWish;
      readonly outcome: 'refused';
      readonly refusal: Refusal;
      readonly there: Decimal;
    };

const NOTHING = 0n as Decimal;
/** Beyond the nineteen digits of a quantity, five of them after the point. */
const MORE_THAN_HELD = 10n ** 19n;

/**
 * Works a batch of wishes in their order against what lies where, each on what those before it left. A wish that would
 * take more than there is, or that says something else under a cause that is written, is refused alone; one that says
 * the same again is a repeat.
 * @param balances is moved by what is posted.
 */
export function post(
  wishes: readonly MovementWish[],
  balances: Balances,
  written: Written,
  standing: ReadonlyMap<string, ItemStanding>,
): Posted[] {
  const seen = new Map(written);
  const at = (wish: MovementWish, place: Place): Decimal =>
    balances.get(placeKey(wish.bookNo, wish.itemNo, place)) ?? NOTHING;
  return wishes.map((wish): Posted => {
    const refuse = (refusal: Refusal, there: Decimal = at(wish, 'stock')): Posted => ({
      ...{ wish, outcome: 'refused', refusal, there },
    });
    const item = standing.get(itemKey(wish.bookNo, wish.itemNo));
    if (item === undefined) return refuse('BONDED-ITEM-UNKNOWN');
    const { from, to } = wayOf(wish);
    const amount = movedBy(wish);
    if (amount === 0n || (wish.cause !== 'count' && wish.quantity < 0n)) return refuse('BONDED-QUANTITY');
    const before = seen.get(causeKey(wish));
    if (before !== undefined) {
      if (before !== wish.quantity) return refuse('BONDED-REFERENCE-USED', before);
      return { wish, outcome: 'repeated', stock: at(wish, 'stock') };
    }
    if (wish.day < item.openedOn || wish.day > item.validTo) return refuse('BONDED-BOOK-CLOSED');
    if (from !== undefined && at(wish, from) < amount) return refuse('BONDED-NOT-ENOUGH', at(wish, from));
    if (to !== undefined && at(wish, to) + amount >= MORE_THAN_HELD) return refuse('BONDED-QUANTITY');
    const move = (place: Place | undefined, by: bigint) => {
      if (place === undefined) return;
      balances.set(placeKey(wish.bookNo, wish.itemNo, place), (at(wish, place) + by) as Decimal);
    };
    move(from, -amount);
    move(to, amount);
    seen.set(causeKey(wish), wish.quantity);
    return { wish, outcome: 'posted', stock: at(wish, 'stock') };
  });
}
