/** The yearly allowance of buyers, and the weights they may buy only so much of in a year: ledgers. */
export { buyerKeyOf } from './domain/buyer-key.ts';
export {
  type AllowanceMovement,
  allowanceOf,
  listsOfBuyer,
  lockAllowances,
  moveAllowances,
  recentMovements,
} from './storage/ledger.ts';
export {
  giveBackReturned,
  giveBackReturnedWeights,
  type ReturnedAllowance,
  type ReturnedWeight,
  returnedBefore,
} from './storage/returned.ts';
export {
  giveBackWeights,
  reserveWeights,
  reserveWeightsAgain,
  type WeightMovement,
  weightsUsed,
} from './storage/weights.ts';
