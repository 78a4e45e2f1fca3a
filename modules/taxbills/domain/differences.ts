import type { Finding } from '#kernel';
import { DUTY_CODES } from './finding-codes.ts';

/** A bill of customs (CEB816) or its status (CEB818), and what was found when it was read back. */
export interface SaidOfBill {
  readonly type: string;
  readonly arrivedAt: Date;
  readonly findings: readonly Finding[] | null;
}

/** A difference, and what it was found in. */
export interface Difference extends Finding {
  readonly type: string;
  readonly at: Date;
}

const CODES: ReadonlySet<string> = new Set(DUTY_CODES.map(({ code }) => code));

/**
 * What still differs between a bill here and what customs has said of it, the first first: a bill that is sent anew
 * takes the place of the one before, as its number and lines do; a status stands by itself.
 * @param said in the order in which it came
 */
export function differencesLeft(said: readonly SaidOfBill[]): Difference[] {
  const last = said.findLast(({ type }) => type === 'CEB816');
  return said
    .filter((one) => one.type !== 'CEB816' || one === last)
    .flatMap(({ type, arrivedAt, findings }) =>
      (findings ?? [])
        .filter(({ code }) => CODES.has(code))
        .map((finding) => ({ ...finding, type, at: arrivedAt })),
    );
}
