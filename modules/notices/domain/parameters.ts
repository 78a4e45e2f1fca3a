/** Limits and times of webhooks on one day, from `contracts/parameters.csv`. */
export interface WebhookParameters {
  /** How long one sending may take, from the question to the name server to the last byte of the answer. */
  readonly tryMs: number;
  readonly mostTries: number;
  /** Pause after a failure; four times as long after each further one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** A subscription that has only failed for so long is disabled. */
  readonly disableAfterMs: number;
  /** How long a secret that was changed still signs beside the new one. */
  readonly formerSecretMs: number;
  readonly mostSubscriptions: number;
  /** Deliveries of a subscription that wait at once; what comes later stays where it is until there is room. */
  readonly mostWaiting: number;
  /** An event larger than this comes without its long parts. */
  readonly mostEventBytes: number;
  readonly logDays: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function webhookParameters(value: (key: string) => string | undefined): WebhookParameters {
  const whole = (name: string): number => {
    const number = Number(value(`webhooks.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter webhooks.${name} is no whole number above zero`);
    return number;
  };
  return {
    tryMs: whole('try_seconds') * 1000,
    mostTries: whole('most_tries'),
    firstPauseMs: whole('first_pause_seconds') * 1000,
    longestPauseMs: whole('longest_pause_seconds') * 1000,
    disableAfterMs: whole('disable_after_seconds') * 1000,
    formerSecretMs: whole('former_secret_seconds') * 1000,
    mostSubscriptions: whole('most_subscriptions'),
    mostWaiting: whole('most_waiting'),
    mostEventBytes: whole('most_event_bytes'),
    logDays: whole('log_days'),
  };
}
