/** Display shops outside the zone, and goods of account books that are shown there under guarantee. */
export { DISPLAY_CODES } from './domain/finding-codes.ts';
