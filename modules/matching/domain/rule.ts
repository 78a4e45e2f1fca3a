import type { Bilingual, Confidence, Day, Finding } from '#kernel';
import type { Dossier, MatchingContext } from './dossier.ts';

/** What a finding leads to when its rule is live: the list is returned, or an officer looks at it. */
export type Severity = 'refuse' | 'review';
/** `live` decides; `watch` reports and does not decide. */
export type Mode = 'live' | 'watch';

/** What every rule of the table says of itself. */
export interface RuleFacts {
  /** Stable code of rule and finding. */
  readonly code: string;
  /** What is checked, as a noun: "the buyer's name". */
  readonly what: Bilingual;
  /** The number in `[Code:…;Desc:…]` of the receipt: list `customs_result`, where 9xxxxx are our own (D). */
  readonly customsCode: string;
  /** Rule of the rulebook, e.g. `R-1.13`. */
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
  /** `live` where not said. */
  readonly mode?: Mode;
  /** `refuse` where not said. */
  readonly severity?: Severity;
  /** 1 where not said; one more with every change of what the rule demands. */
  readonly version?: number;
  /** First day it holds; the day retail import began (2016-04-08) where not said. */
  readonly from?: Day;
  /** Last day it holds, inclusive; open when absent. */
  readonly to?: Day;
  /** How to mend it, where the general advice does not serve. */
  readonly remedy?: Bilingual;
}

/** A rule of matching as it is listed for people. */
export interface MatchingRule {
  readonly code: string;
  readonly version: number;
  /** The demand as a sentence. */
  readonly text: Bilingual;
  readonly what: Bilingual;
  readonly customsCode: string;
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly mode: Mode;
  readonly severity: Severity;
  readonly from: Day;
  readonly to?: Day;
  /** How values are compared, where the rule compares. */
  readonly compare?: string;
  /** The fields it looks at, by their paths. */
  readonly fields: readonly string[];
}

/** A finding of matching: it tells what it leads to and under which customs code. */
export interface MatchFinding extends Finding {
  readonly mode: Mode;
  readonly severity: Severity;
  readonly customsCode: string;
  readonly version: number;
}

/** Looks at one dossier and adds what it finds. */
export type Check = (dossier: Dossier, context: MatchingContext, findings: MatchFinding[]) => void;

/** Rules with the one function that applies them. */
export interface RuleGroup {
  readonly listed: readonly MatchingRule[];
  readonly check: Check;
}

/** Notice 2016-26: the regime of retail import begins. */
const BEGIN: Day = '2016-04-08';

/** Fills in what a rule of the table leaves unsaid. */
export function listed(
  facts: RuleFacts,
  text: Bilingual,
  fields: readonly string[],
  compare?: string,
): MatchingRule {
  return {
    code: facts.code,
    version: facts.version ?? 1,
    text,
    what: facts.what,
    customsCode: facts.customsCode,
    rule: facts.rule,
    source: facts.source,
    confidence: facts.confidence,
    mode: facts.mode ?? 'live',
    severity: facts.severity ?? 'refuse',
    from: facts.from ?? BEGIN,
    ...(facts.to === undefined ? {} : { to: facts.to }),
    ...(compare === undefined ? {} : { compare }),
    fields,
  };
}

/** A finding under a rule. */
export function found(
  rule: MatchingRule,
  finding: Pick<Finding, 'path' | 'message' | 'remedy' | 'evidence'>,
): MatchFinding {
  return {
    code: rule.code,
    level: 'business',
    rule: rule.rule,
    ...finding,
    mode: rule.mode,
    severity: rule.severity,
    customsCode: rule.customsCode,
    version: rule.version,
  };
}
