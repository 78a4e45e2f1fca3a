/** Decisions that take two officers: which, by dated tables, and what the second may do. */
export type { FourEyesOn, FourEyesRule, Weighed } from './domain/rules.ts';
export { fourEyesFor, readFourEyes } from './domain/rules.ts';
export type { Hindrance, Proposed } from './domain/second-officer.ts';
export { answerable } from './domain/second-officer.ts';
