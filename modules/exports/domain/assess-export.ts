import { type Decimal, type Finding, formatDecimal, holdsOn } from '#kernel';
import type { MatchFinding, MatchingRule } from '#matching';
import type { Finish } from '#modes';
import type { ExportContext, ExportDossier, ExportRules } from './dossier.ts';
import { lineComparisons } from './line-comparisons.ts';
import { paperComparisons } from './paper-comparisons.ts';
import { missingPapers, registered } from './parties.ts';
import { finishFindings, finishOf, valueInCny, wayOfDeclaring } from './way-of-declaring.ts';
import { wholeList } from './whole-list.ts';

const groups: readonly ExportRules[] = [
  missingPapers,
  registered,
  paperComparisons,
  lineComparisons,
  wholeList,
  wayOfDeclaring,
];

/** Every rule export lists are judged by, in the order they are applied. */
export const exportRules: readonly MatchingRule[] = groups.flatMap(({ listed }) => listed);

const ruleOf = new Map(exportRules.map((rule) => [rule.code, rule]));

/** The way a list is finished, with the row of the table that decided. */
export interface FinishKept extends Finish {
  readonly by: string;
}

export interface ExportAssessment {
  readonly outcome: 'released' | 'held' | 'refused';
  /** CEB604 returnStatus. */
  readonly returnStatus: '800' | '300' | '100';
  /** Codes of `customs_result` for the receipt. */
  readonly codes: readonly string[];
  readonly findings: readonly (MatchFinding | ReviewFinding)[];
  /** Absent where the table of ways cannot decide. */
  readonly finish?: FinishKept;
  /** CNY; absent where the goods are in another currency. */
  readonly value?: Decimal;
  /** Whether it is held for nothing but what others than customs object to. */
  readonly heldByOthers?: true;
}

/** What somebody besides customs objects to: an officer of customs looks at the list until it is settled. */
export interface ReviewFinding extends Finding {
  readonly mode: 'live';
  readonly severity: 'review';
  readonly customsCode: string;
}

/**
 * Judges one export list: its papers against each other, its firms, the mode and the way it is finished. A pure function
 * of the papers and the rules of the day; it answers with findings and never throws for what a sender may have written.
 */
export function assessExport(dossier: ExportDossier, context: ExportContext): ExportAssessment {
  const all: MatchFinding[] = [];
  for (const { check } of groups) check(dossier, context, all);
  const decided = finishOf(dossier, context);
  all.push(...finishFindings(dossier, decided));
  const findings = all.filter(({ code }) => {
    const rule = ruleOf.get(code);
    return rule !== undefined && holdsOn(rule, context.day);
  });
  const { outcome: finish, by } = decided;
  const value = valueInCny(dossier.list);
  return {
    ...decide(findings),
    findings,
    ...(finish && by ? { finish: { ...finish, by: by.code } } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

/** One live reason to refuse returns the list; else what asks for an officer's eyes holds it; else it is released. */
function decide(
  findings: readonly (MatchFinding | ReviewFinding)[],
): Pick<ExportAssessment, 'outcome' | 'returnStatus' | 'codes'> {
  const live = findings.filter(({ mode }) => mode === 'live');
  const refusals = live.filter(({ severity }) => severity === 'refuse');
  if (refusals.length > 0) return { outcome: 'refused', returnStatus: '100', codes: codesOf(refusals) };
  if (live.length > 0) return { outcome: 'held', returnStatus: '300', codes: ['1200', ...codesOf(live)] };
  return { outcome: 'released', returnStatus: '800', codes: ['2600'] };
}

const codesOf = (findings: readonly { readonly customsCode: string }[]): string[] => [
  ...new Set(findings.map(({ customsCode }) => customsCode)),
];

/** The assessment with what others object to: a list the rules would release is held for it. */
export function withObjections(
  assessment: ExportAssessment,
  against: readonly ReviewFinding[],
): ExportAssessment {
  if (against.length === 0 || assessment.outcome === 'refused') return assessment;
  const findings = [...assessment.findings, ...against];
  return {
    ...{ ...assessment, ...decide(findings), findings },
    ...(assessment.outcome === 'released' ? { heldByOthers: true } : {}),
  };
}

/** The assessment as JSON text, kept with the decision. */
export const storedAssessment = ({ findings, finish, value, heldByOthers }: ExportAssessment): string =>
  JSON.stringify({
    ...(heldByOthers ? { heldByOthers } : {}),
    findings,
    finish: finish ?? null,
    value: value === undefined ? null : formatDecimal(value),
  });
