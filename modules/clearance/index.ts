/** The conductor: lists with their papers are judged, recorded and answered. */

export { listsByNumber } from './application/lists-by-number.ts';
export type {
  OfficerDecisions,
  OfficerSaying,
  StillList,
} from './application/officer-decisions.ts';
export { plainAmount } from './application/pages.ts';
export type { HeldFollower, LeftList } from './application/ports.ts';
export type { Assessment, Facts } from './domain/assess.ts';
export { assess } from './domain/assess.ts';
export { explainOutcome } from './domain/explain.ts';
export { listRules } from './domain/list-rules.ts';
export { maskField } from './domain/masking.ts';
export type { JudgedFinding } from './domain/results.ts';
export type { RuleRow } from './domain/rule-row.ts';
export type { Rulebook } from './domain/rulebook.ts';
export { rulebookOf } from './domain/rulebook.ts';
export type { ListDetail } from './http/list-detail-schemas.ts';
export { listDetail } from './http/list-detail-schemas.ts';
export type { ListRow } from './http/list-schemas.ts';
export { amount, instant, listRow } from './http/list-schemas.ts';
export { standingCounts } from './storage/counts.ts';
export type { DecisionRecord, LatestDecision } from './storage/decisions.ts';
export { type ListKey, listsByInvtNo, standingsOf } from './storage/pages.ts';
