/** Bounds of one day, from `contracts/parameters.csv`. */
export interface StatusParameters {
  /** An answer of the platform or its database that takes longer is slow. */
  readonly slowMs: number;
  /** One that takes longer is none. */
  readonly downMs: number;
  /** Lists that should have been judged so long ago make judging slow, … */
  readonly judgingSlowMs: number;
  /** … and down. */
  readonly judgingDownMs: number;
  /** Share of the limit of waiting messages from which intake is slow; at the limit itself senders are turned away. */
  readonly intakeSlowShare: number;
  /** Measurements in a row that begin an incident, and that end it. */
  readonly inRow: number;
  readonly keepHours: number;
  readonly keepDays: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number above zero
 */
export function statusParameters(value: (key: string) => string | undefined): StatusParameters {
  const number = (name: string): number => {
    const read = Number(value(`status.${name}`) ?? Number.NaN);
    if (!(read > 0)) throw new RangeError(`the parameter status.${name} is no number above zero`);
    return read;
  };
  return {
    slowMs: number('slow_ms'),
    downMs: number('down_ms'),
    judgingSlowMs: number('judging_slow_seconds') * 1000,
    judgingDownMs: number('judging_down_seconds') * 1000,
    intakeSlowShare: number('intake_slow_percent') / 100,
    inRow: number('measurements_in_row'),
    keepHours: number('keep_hours'),
    keepDays: number('keep_days'),
  };
}
