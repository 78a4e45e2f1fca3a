/** Transfers of goods between customs offices under customs control (转关). */
export { TRANSIT_CODES } from './domain/finding-codes.ts';
export { type TransitParameters, transitParameters } from './domain/parameters.ts';
export { moves } from './domain/states.ts';
