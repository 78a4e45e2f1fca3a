import { type Day, holdsOn } from '#kernel';
import type { Dossier, MatchingContext } from './dossier.ts';
import { enterpriseRules } from './enterprise-rules.ts';
import { compileHeadComparisons } from './head-comparisons.ts';
import { itemRules } from './item-comparisons.ts';
import { matrix } from './matrix.ts';
import { missingPapers } from './missing-papers.ts';
import { modeRules } from './mode-rules.ts';
import { moneyRules } from './money-rules.ts';
import type { MatchFinding, MatchingRule, RuleGroup } from './rule.ts';
import { singleRules } from './single-rules.ts';

/** All rules in the order they are applied and listed. */
const groups: readonly RuleGroup[] = [
  missingPapers,
  enterpriseRules,
  ...compileHeadComparisons(matrix),
  itemRules,
  moneyRules,
  ...singleRules,
  ...modeRules,
];

/** Every rule of matching, for explanations and documents. */
export const matchingRules: readonly MatchingRule[] = groups.flatMap((group) => group.listed);

const checks = groups.map((group) => group.check);
const ruleOf: ReadonlyMap<string, MatchingRule> = new Map(matchingRules.map((rule) => [rule.code, rule]));

/** The rule behind a finding of matching. */
export function matchingRule(code: string): MatchingRule | undefined {
  return ruleOf.get(code);
}

/** The rules of matching in force on a day. */
export const matchingRulesOn = (day: Day): readonly MatchingRule[] =>
  matchingRules.filter((rule) => holdsOn(rule, day));

const inForce = (code: string, day: Day): boolean => {
  const rule = ruleOf.get(code);
  return rule !== undefined && holdsOn(rule, day);
};

/**
 * Holds the papers of one purchase against each other and against the registers. Reports
 * everything that is wrong under the rules of `context.day`, in the order of the rules, and throws for no content of
 * decoded papers. Personal data in the findings is masked. None: the papers match.
 */
export function matchDossier(dossier: Dossier, context: MatchingContext): MatchFinding[] {
  const findings: MatchFinding[] = [];
  for (const check of checks) check(dossier, context, findings);
  if (findings.length === 0) return findings;
  return findings.filter(({ code }) => inForce(code, context.day));
}
