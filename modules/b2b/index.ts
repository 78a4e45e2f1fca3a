export { B2B_DATA } from './domain/data-table.ts';
export { ABROAD_CODES } from './domain/finding-codes.ts';
export type { B2bTrade, Recognition } from './domain/recognise.ts';
export { recognise } from './domain/recognise.ts';
export { RECOGNITION } from './domain/recognition-table.ts';
export { principalSums, realPrincipals } from './storage/principals.ts';
