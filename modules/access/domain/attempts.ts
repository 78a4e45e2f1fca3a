import type { AttemptLimits } from './parameters.ts';

/** What is remembered of failed sign-ins of an account or an address. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: Date;
  readonly barredUntil: Date | null;
}

/** Whether one may try now, and what is remembered of it until it has succeeded. */
export type TryVerdict =
  | { readonly allowed: true; readonly attempts: Attempts }
  | { readonly allowed: false; readonly until: Date };

/**
 * Counts a try as failed before it is looked at, so that many at once do not all go free; one that succeeds is taken
 * back.
 * @param free failures without a delay
 * @param most failures after which nothing more is tried until they are forgotten
 */
export function tryAgain(
  before: Attempts | undefined,
  free: number,
  limits: Pick<AttemptLimits, 'firstDelayMs' | 'longestDelayMs' | 'rememberMs'>,
  now: Date,
  most?: number,
): TryVerdict {
  if (before?.barredUntil && before.barredUntil > now) return { allowed: false, until: before.barredUntil };
  const remembered = before && now.getTime() - before.lastAt.getTime() < limits.rememberMs;
  const failures = (remembered ? before.failures : 0) + 1;
  const beyond = failures - free;
  const growing = Math.min(limits.longestDelayMs, limits.firstDelayMs * 2 ** (beyond - 1));
  const delayMs = most !== undefined && failures >= most ? limits.rememberMs : growing;
  const barredUntil = beyond > 0 ? new Date(now.getTime() + delayMs) : null;
  return { allowed: true, attempts: { failures, lastAt: now, barredUntil } };
}
