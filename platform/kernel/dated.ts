import type { Day } from './day.ts';

/**
 * How well a figure is known: V seen in a public page or file; H well known, not checked against a page;
 * M likely, to be checked; L doubtful; D a default of this design, not law.
 */
export type Confidence = 'V' | 'H' | 'M' | 'L' | 'D';

/** A value that holds from a day to a day, with where it comes from. */
export interface Dated<T> {
  readonly from: Day;
  /** Last day it holds, inclusive; open when absent. */
  readonly to?: Day;
  readonly source: string;
  readonly confidence: Confidence;
  readonly value: T;
}

/** Whether a dated value holds on a day. */
export function holdsOn(dated: { readonly from: Day; readonly to?: Day }, day: Day): boolean {
  return dated.from <= day && (dated.to === undefined || day <= dated.to);
}

/** The value holding on a day; where several do, the one that began last. Undefined when none does. */
export function onDay<D extends { readonly from: Day; readonly to?: Day }>(
  list: readonly D[],
  day: Day,
): D | undefined {
  let found: D | undefined;
  for (const dated of list) {
    if (holdsOn(dated, day) && (found === undefined || dated.from >= found.from)) found = dated;
  }
  return found;
}
