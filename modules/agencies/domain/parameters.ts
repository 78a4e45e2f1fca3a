/** How often and how long links to agencies are tried on one day, from `contracts/parameters.csv`. */
export interface AgencyParameters {
  /** Between two looks at the answers of an agency. */
  readonly lookMs: number;
  /** Pause after a failure; twice as long after each further one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  readonly mostTries: number;
  /** After which a decision that has not come is overdue. */
  readonly overdueMs: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function agencyParameters(value: (key: string) => string | undefined): AgencyParameters {
  const whole = (name: string): number => {
    const number = Number(value(`agencies.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter agencies.${name} is no whole number above zero`);
    return number;
  };
  return {
    lookMs: whole('look_seconds') * 1000,
    firstPauseMs: whole('first_pause_seconds') * 1000,
    longestPauseMs: whole('longest_pause_seconds') * 1000,
    mostTries: whole('most_tries'),
    overdueMs: whole('overdue_hours') * 3_600_000,
  };
}
