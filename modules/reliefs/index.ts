/** How much cover enterprises give by their credit, and which lists passed with less. */
export { type CoverRow, type CoverTable, coverOf } from './domain/cover.ts';
export { addReliefs, type ReliefSums, reliefsBetween, reliefsOf } from './storage/reliefs.ts';
