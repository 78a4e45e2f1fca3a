import { type Confidence, type Decimal, formatDecimal } from '#kernel';
import { taxRule } from './rules.ts';

/** One step of a calculation, ready to be shown. */
export interface TaxStep {
  /** Stable code, e.g. `dutiable-value`. */
  readonly code: string;
  /** Number of the goods line it belongs to; absent for the whole list. */
  readonly gnum?: number;
  readonly zh: string;
  readonly en: string;
  /** What was computed, with its figures: `(425.00 + 0.00) ÷ (1 − 0.15) × 0.15`. */
  readonly formula?: string;
  readonly result: string;
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** Source and confidence of a figure; the rule's own where a step has none. */
export interface Sourced {
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** At least two digits after the point, more where there are more. */
export function money(value: Decimal): string {
  const exact = formatDecimal(value);
  const decimals = exact.length - 1 - exact.indexOf('.');
  return exact.includes('.') && decimals >= 2 ? exact : formatDecimal(value, 2);
}

/** A step; without a formula where the text is empty. */
export function step(
  code: string,
  sourced: Sourced | string,
  zh: string,
  en: string,
  formula: string,
  result: string,
): TaxStep {
  const from = typeof sourced === 'string' ? { ...taxRule(sourced), rule: sourced } : sourced;
  const { rule, source, confidence } = from;
  return { code, zh, en, ...(formula === '' ? {} : { formula }), result, rule, source, confidence };
}

/** Whether a comparison holds, as a sign. */
export const verdict = (holds: boolean): string => (holds ? '✓' : '✗');
