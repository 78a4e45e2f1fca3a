import { type PaymentDataAnswer, paymentAnswerMeaning } from '#ceb';
import type { PaymentDataParameters } from './parameters.ts';

/** Where a request of customs stands: open, or one of three ends. */
export type RequestState = 'asked' | 'answered' | 'refused' | 'overdue';

/** What came of one sending: an answer of customs, an HTTP status without one, or no answer at all. */
export interface TryOutcome {
  readonly answer?: PaymentDataAnswer | undefined;
  readonly httpStatus?: number | undefined;
  /** Why nothing came back, as a short code. */
  readonly fault?: string | undefined;
}

export interface Step {
  readonly state: RequestState;
  /** Milliseconds since 1970 of the next sending, while the state is `asked`. */
  readonly nextTryAt?: number;
}

type Pace = Pick<PaymentDataParameters, 'firstPauseMs' | 'longestPauseMs'>;

/**
 * What follows from one sending. Taken data end it, and so does a refusal that the same data would meet again;
 * failures of network or server, and 20000, are tried again until the time is up.
 * @param tries sendings so far, this one included
 */
export function nextStep(outcome: TryOutcome, tries: number, now: number, dueAt: number, pace: Pace): Step {
  if (outcome.answer?.code === '10000') return { state: 'answered' };
  if (!worthRepeating(outcome)) return { state: 'refused' };
  const nextTryAt = now + pauseMs(tries, pace);
  return nextTryAt < dueAt ? { state: 'asked', nextTryAt } : { state: 'overdue' };
}

/** Pause after the given number of sendings: doubled each time, up to the longest. */
export function pauseMs(tries: number, { firstPauseMs, longestPauseMs }: Pace): number {
  return Math.min(firstPauseMs * 2 ** Math.min(tries - 1, 30), longestPauseMs);
}

function worthRepeating({ answer, httpStatus }: TryOutcome): boolean {
  // A code the notice does not know may be anybody's, a proxy's too.
  if (answer) return paymentAnswerMeaning(answer.code)?.again ?? true;
  if (httpStatus === undefined) return true;
  // A success without a readable answer is no answer; a moved or missing page stays so.
  return httpStatus < 300 || httpStatus >= 500 || httpStatus === 408 || httpStatus === 429;
}
