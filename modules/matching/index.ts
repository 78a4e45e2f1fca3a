export { type Comparison, type Scalar, sameUnder } from './domain/compare.ts';
export type { Dossier, MatchingContext, Paper } from './domain/dossier.ts';
export { matchDossier, matchingRule, matchingRules, matchingRulesOn } from './domain/match-dossier.ts';
export type { MatchFinding, MatchingRule, Mode, RuleFacts, Severity } from './domain/rule.ts';
export { found, listed } from './domain/rule.ts';
