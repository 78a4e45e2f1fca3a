import type { Day } from '#kernel';

/**
 * Where a parcel in a return centre stands: nobody knows yet what it is; its list is known; sorted, and what is in it
 * may come back; set apart, since it may not; on a return; out of the zone again; destroyed.
 */
export const parcelStates = [
  ...(['unidentified', 'identified', 'sorted', 'set-apart', 'listed', 'sent-back', 'destroyed'] as const),
] as const;
export type ParcelState = (typeof parcelStates)[number];

/** How a parcel leaves the centre otherwise than by a return. */
export type ParcelEnd = 'sent-back' | 'destroyed';

const STEPS: Readonly<Record<ParcelState, readonly ParcelState[]>> = {
  unidentified: ['identified', 'set-apart', 'sent-back', 'destroyed'],
  identified: ['sorted', 'set-apart'],
  sorted: ['listed', 'sent-back', 'destroyed'],
  'set-apart': ['sent-back', 'destroyed'],
  // Only of a return that was refused.
  listed: ['sent-back', 'destroyed'],
  'sent-back': [],
  destroyed: [],
};

/** Whether a parcel may come from one state to another. */
export const mayBecome = (from: ParcelState, to: ParcelState): boolean => STEPS[from].includes(to);

/** A list as a parcel's label names it. */
export interface NamedList {
  readonly outcome: string;
  readonly tradeMode: string;
  readonly customsCode: string;
  readonly releasedOn: Day | undefined;
}

/** Last days to apply for a return of a list and for its goods to be back, inclusive; none where it was never released. */
export interface ParcelWindow {
  readonly applyBy: Day;
  readonly arriveBy: Day;
}

/** Goods in a parcel, by line of its list; decimal as a whole number of the smallest part. */
export interface SortedParcel {
  readonly parcelNo: string;
  readonly goods: ReadonlyMap<number, bigint>;
}

/** More parcels of one purchase than that are looked at as they come. */
const tried = 12;

/**
 * The parcels that together hold just what a return asks for, the first received first; undefined while there are none
 * such. @param asked quantity by line
 */
export function parcelsFor(
  asked: ReadonlyMap<number, bigint>,
  parcels: readonly SortedParcel[],
): readonly SortedParcel[] | undefined {
  return fill(asked, parcels.slice(0, tried));
}

function fill(
  left: ReadonlyMap<number, bigint>,
  [first, ...others]: readonly SortedParcel[],
): readonly SortedParcel[] | undefined {
  if ([...left.values()].every((quantity) => quantity === 0n)) return [];
  if (!first) return undefined;
  const rest = new Map(left);
  let fits = true;
  for (const [gnum, quantity] of first.goods) {
    const after = (rest.get(gnum) ?? 0n) - quantity;
    if (after < 0n) fits = false;
    rest.set(gnum, after);
  }
  const more = fits ? fill(rest, others) : undefined;
  return more ? [first, ...more] : fill(left, others);
}
