/** A text for people, in both languages the platform speaks. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * How deep a finding lies.
 * - `structure`: the message breaks the standard's schema; nothing of it is taken in.
 * - `field`: a field condition beyond the schema (code list, format, "mandatory in bonded mode").
 * - `business`: papers, registers, limits or rules disagree.
 */
export type FindingLevel = 'structure' | 'field' | 'business';

/** One value a finding compares: which paper it stands in, where, and what it says. */
export interface Evidence {
  readonly paper: string;
  readonly path: string;
  readonly value: string;
}

/** What is wrong with an input, where, and how to mend it. Bad input yields all its findings, not the first. */
export interface Finding {
  /** Stable code, e.g. `CEB-LENGTH`, `MATCH-BUYER-NAME`. */
  readonly code: string;
  readonly level: FindingLevel;
  /** Path of the field in the standard's own names, e.g. `Order[2]/OrderHead/buyerName`. */
  readonly path: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  /** Code of the rule behind it, e.g. `R-1.14`, where there is one. */
  readonly rule?: string;
  readonly evidence?: readonly Evidence[];
}
