export type { BuyerKey } from './domain/allowance.ts';
export { allowanceYear, buyerKeyOf, remainingAllowance, withinYearlyLimit } from './domain/allowance.ts';
export type { Holding, Movement, MovementKind, MovementRefusal } from './domain/ledger.ts';
export { effectOnUsed, move, NO_HOLDING, usedAfter } from './domain/ledger.ts';
export {
  type AllowanceMovement,
  allowanceOf,
  lockAllowances,
  moveAllowances,
  recentMovements,
} from './storage/ledger.ts';
export { giveBackWeights, reserveWeights, type WeightMovement, weightsUsed } from './storage/weights.ts';
