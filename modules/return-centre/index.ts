/** Return centres inside the zone: parcels of returns, received and sorted before they are declared. */
export { CENTRE_CODES } from './domain/finding-codes.ts';
export { centreRecord } from './storage/for-returns.ts';
