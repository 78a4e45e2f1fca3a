/** One inspection for all agencies: orders merged, visits booked, results shared. */
export type { HoldOutcome, HoldWish } from './application/open-holds.ts';
export { inspectionRefusals } from './application/refusals.ts';
export { INSPECTION_CODES } from './domain/finding-codes.ts';
export { type InspectionParameters, inspectionParameters } from './domain/parameters.ts';
export { sealedInspections } from './storage/photos.ts';
