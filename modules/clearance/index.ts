/** The conductor: lists with their papers are judged, recorded and answered. */

export type { Companion, ReleaseCandidate } from './application/companions.ts';
export { Conductor, type Work } from './application/conductor.ts';
export { listsByNumber } from './application/lists-by-number.ts';
export type { Cancellation, ListOnFile, ListsOnFile } from './application/lists-on-file.ts';
export type {
  OfficerDecisions,
  OfficerSaying,
  StillList,
} from './application/officer-decisions.ts';
export { plainAmount } from './application/pages.ts';
export { paymentFor, waybillFor } from './application/papers-of-list.ts';
export type { HeldFollower, LeftList } from './application/ports.ts';
export type { Reconsidered } from './application/reconsider.ts';
export { standingsSeen } from './application/submissions.ts';
export type { Assessment, Facts } from './domain/assess.ts';
export { assess, previewList } from './domain/assess.ts';
export { explainOutcome } from './domain/explain.ts';
export { listRules } from './domain/list-rules.ts';
export { maskField } from './domain/masking.ts';
export { findingsForFirm, stepsForFirm } from './domain/privacy.ts';
export type { JudgedFinding } from './domain/results.ts';
export type { RuleRow } from './domain/rule-row.ts';
export type { Rulebook } from './domain/rulebook.ts';
export { rulebookOf } from './domain/rulebook.ts';
export type { ListDetail } from './http/list-detail-schemas.ts';
export { listDetail, taxView } from './http/list-detail-schemas.ts';
export type { ListRow } from './http/list-schemas.ts';
export { amount, instant, listRow } from './http/list-schemas.ts';
export { taxesAssessed } from './storage/assessments.ts';
export { standingCounts } from './storage/counts.ts';
export { type DecisionRecord, type LatestDecision, latestDecisions } from './storage/decisions.ts';
export { type ListKey, listsByInvtNo, standingsOf } from './storage/pages.ts';
