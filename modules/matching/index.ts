export type { Dossier, MatchingContext, Paper } from './domain/dossier.ts';
export { matchDossier, matchingRule, matchingRules, matchingRulesOn } from './domain/match-dossier.ts';
export type { MatchFinding, MatchingRule, Mode, Severity } from './domain/rule.ts';
