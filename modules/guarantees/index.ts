/** Guarantees for the tax of released lists: double-entry ledgers that never go below nothing. */
export { GUARANTEE_CODES } from './domain/finding-codes.ts';
export { freeOf, type MovementWish, type Standing } from './domain/movement.ts';
export { openAccounts, reservedForBills } from './storage/accounts.ts';
export { freeCover, lockAccounts, postMovements } from './storage/ledger.ts';
