import type { Bilingual, Confidence, Day } from '#kernel';

/** One rule or dated figure of a rulebook, as it is shown. */
export interface RuleRow {
  readonly group: 'list' | 'matching' | 'risk' | 'tax' | 'figure';
  readonly code: string;
  readonly sentence: Bilingual;
  /** Of a figure. */
  readonly value?: string;
  readonly unit?: string;
  /** Of the rulebook: … */
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly from: Day;
  readonly to?: Day;
  /** watch: it reports and does not decide. */
  readonly mode?: 'live' | 'watch';
}
