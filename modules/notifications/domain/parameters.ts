/** Limits of notifications on one day, from `contracts/parameters.csv`. */
export interface NotificationParameters {
  /** A notification is kept for so long after the newest of what it tells. */
  readonly keepDays: number;
  readonly mail: MailParameters;
}

/** Times and limits of mail. */
export interface MailParameters {
  /** In what time a code has to come back. */
  readonly codeMs: number;
  readonly codeTries: number;
  readonly codesADay: number;
  /** How long the mail server may let one step wait. */
  readonly tryMs: number;
  readonly mostTries: number;
  /** Pause after a failure; four times as long after each further one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Between two mails to a person that tell at once. */
  readonly gapMs: number;
  /** Lines of a mail. */
  readonly mostLines: number;
  /** Refusals of an address in a row after which nothing is sent there. */
  readonly mostRefusals: number;
  readonly logDays: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function notificationParameters(value: (key: string) => string | undefined): NotificationParameters {
  const whole = (name: string): number => {
    const number = Number(value(`notifications.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter notifications.${name} is no whole number above zero`);
    return number;
  };
  return {
    keepDays: whole('keep_days'),
    mail: {
      codeMs: whole('code_minutes') * 60_000,
      codeTries: whole('code_tries'),
      codesADay: whole('codes_a_day'),
      tryMs: whole('mail_try_seconds') * 1000,
      mostTries: whole('mail_most_tries'),
      firstPauseMs: whole('mail_first_pause_seconds') * 1000,
      longestPauseMs: whole('mail_longest_pause_seconds') * 1000,
      gapMs: whole('mail_gap_seconds') * 1000,
      mostLines: whole('mail_most_lines'),
      mostRefusals: whole('mail_most_refusals'),
      logDays: whole('mail_log_days'),
    },
  };
}
