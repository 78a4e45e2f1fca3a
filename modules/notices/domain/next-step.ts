import type { WebhookParameters } from './parameters.ts';

/** What came of one sending. */
export interface Outcome {
  /** Undefined where there was no answer. */
  readonly httpStatus?: number;
  /** Why there is no good answer, as a short code. */
  readonly fault?: string;
  /** What the receiver asked to be waited, milliseconds. */
  readonly retryAfterMs?: number;
}

/** What follows for the delivery and for its subscription. */
export interface Step {
  readonly delivery: 'delivered' | 'waiting' | 'failed';
  /** Before the next sending of this subscription, whichever delivery it is of. */
  readonly pauseMs: number;
  readonly disabledFor?: 'failing' | 'gone';
}

/** Pause after the given number of failures in a row, from 1: the first one, then four times as long each time. */
export function pauseMs(failures: number, { firstPauseMs, longestPauseMs }: WebhookParameters): number {
  return Math.min(firstPauseMs * 4 ** (failures - 1), longestPauseMs);
}

/**
 * What follows from a sending.
 * @param tries sendings of this delivery with this one, since it was put down or replayed
 * @param failingMs how long the subscription has known nothing but failures; 0 if this is the first one
 */
export function nextStep(
  outcome: Outcome,
  tries: number,
  failingMs: number,
  parameters: WebhookParameters,
): Step {
  if (outcome.fault === undefined) return { delivery: 'delivered', pauseMs: 0 };
  // 410 Gone is the receiver's way to say that nothing is wanted there any more.
  if (outcome.httpStatus === 410) return { delivery: 'waiting', pauseMs: 0, disabledFor: 'gone' };
  const asked = Math.min(outcome.retryAfterMs ?? 0, parameters.longestPauseMs);
  const pause = Math.max(pauseMs(tries, parameters), asked);
  if (failingMs >= parameters.disableAfterMs)
    return { delivery: 'waiting', pauseMs: pause, disabledFor: 'failing' };
  return { delivery: tries >= parameters.mostTries ? 'failed' : 'waiting', pauseMs: pause };
}
