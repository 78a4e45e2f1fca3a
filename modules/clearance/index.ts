/** The conductor: lists with their papers are judged, recorded and answered. */
export type { Assessment, Facts } from './domain/assess.ts';
export { assess } from './domain/assess.ts';
export { explainOutcome } from './domain/explain.ts';
export { listRules } from './domain/list-rules.ts';
export { maskField } from './domain/masking.ts';
export type { JudgedFinding } from './domain/results.ts';
export type { Rulebook } from './domain/rulebook.ts';
export { rulebookOf } from './domain/rulebook.ts';
export type { ListDetail } from './http/list-detail-schemas.ts';
export type { Session } from './http/list-schemas.ts';
export { session, signIn } from './http/list-schemas.ts';
