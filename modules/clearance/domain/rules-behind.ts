import type { Bilingual, Confidence, Day } from '#kernel';
import { matchingRulesOn } from '#matching';
import { type RiskRuleTable, riskRulesOn } from '#risk';
import { TAX_RULES } from '#tax';
import { listRules } from './list-rules.ts';
import type { JudgedFinding } from './results.ts';

/** A rule that was applied to a list, as it stood on the day. */
export interface AppliedRule {
  readonly code: string;
  readonly sentence: Bilingual;
  readonly source: string;
  readonly from: Day;
  readonly to?: Day;
  readonly confidence: Confidence;
  readonly version: string;
}

/**
 * Every rule that was applied on a day, those that spoke first: a clean list is clean under all of them, so all are
 * named. Rules of risk are named with the row of figures in force.
 * @param taxed whether the tax could be computed; else its rules were not applied.
 */
export function rulesBehind(
  risk: RiskRuleTable,
  day: Day,
  findings: readonly JudgedFinding[],
  taxed: boolean,
): AppliedRule[] {
  const spoke = new Set(findings.map(({ code }) => code));
  const holding = ({ from }: { readonly from: Day }): boolean => from <= day;
  const applied = [
    ...listRules.filter(holding).map((rule) => ({ ...rule, sentence: rule.text, to: undefined })),
    ...matchingRulesOn(day).map((rule) => ({ ...rule, sentence: rule.text })),
    ...riskRulesOn(risk, day),
    ...(taxed ? TAX_RULES.filter(holding).map((rule) => ({ ...rule, version: 1, to: undefined })) : []),
  ];
  return applied
    .sort((one, other) => Number(spoke.has(other.code)) - Number(spoke.has(one.code)))
    .map(({ code, sentence, source, from, to, confidence, version }) => ({
      ...{ code, sentence, source, from, confidence, version: String(version) },
      ...(to === undefined ? {} : { to }),
    }));
}
