import { type Decimal, ZERO } from '#kernel';
import { withinYearlyLimit } from './allowance.ts';

/**
 * What can happen to a buyer's allowance on behalf of a list:
 * - `reserve`: the list was found good; its value is set aside.
 * - `post`: the list was released; what was reserved is spent.
 * - `give-back`: the list was refused or withdrawn, or goods were returned in time.
 */
export type MovementKind = 'reserve' | 'post' | 'give-back';

/** One entry of the ledger. Entries are added, never changed; a give-back falls in the year of its reservation. */
export interface Movement {
  readonly kind: MovementKind;
  /** CNY, above zero. */
  readonly amount: Decimal;
}

/** What one list holds of its buyer's allowance. */
export interface Holding {
  readonly reserved: Decimal;
  readonly posted: Decimal;
}

export const NO_HOLDING: Holding = { reserved: ZERO, posted: ZERO };

/** Why a movement is not possible. */
export type MovementRefusal =
  | 'amount-not-positive'
  | 'yearly-limit-exceeded'
  | 'more-than-reserved'
  | 'more-than-held';

/** By how much a movement changes what the buyer has used: a posting only turns a reservation into spending. */
export function effectOnUsed(movement: Movement): Decimal {
  if (movement.kind === 'post') return ZERO;
  return movement.kind === 'reserve' ? movement.amount : (-movement.amount as Decimal);
}

/** What a buyer has used after these movements of one year. */
export function usedAfter(movements: Iterable<Movement>): Decimal {
  let used = 0n;
  for (const movement of movements) used += effectOnUsed(movement);
  return used as Decimal;
}

/**
 * Moves what a list holds of its buyer's allowance.
 * @param holding of the list before.
 * @param used by the buyer in the year before, over all lists.
 * @param limit of the year.
 * @returns the holding afterwards, or why the movement is not possible.
 */
export function move(
  holding: Holding,
  movement: Movement,
  used: Decimal,
  limit: Decimal,
): Holding | MovementRefusal {
  const { kind, amount } = movement;
  const { reserved, posted } = holding;
  if (amount <= 0n) return 'amount-not-positive';
  if (kind === 'reserve') {
    if (!withinYearlyLimit(used, amount, limit)) return 'yearly-limit-exceeded';
    return { reserved: (reserved + amount) as Decimal, posted };
  }
  if (kind === 'post') {
    if (amount > reserved) return 'more-than-reserved';
    return { reserved: (reserved - amount) as Decimal, posted: (posted + amount) as Decimal };
  }
  if (amount > reserved + posted) return 'more-than-held';
  // A reservation goes back first: goods are returned only once nothing of the list is merely reserved.
  const fromPosted = amount > reserved ? amount - reserved : 0n;
  return {
    reserved: (reserved - (amount - fromPosted)) as Decimal,
    posted: (posted - fromPosted) as Decimal,
  };
}
