/** Limits and deadlines of one day, from `contracts/parameters.csv`. */
export interface PaymentDataParameters {
  /** Time after customs' request within which the data must be sent. */
  readonly answerMs: number;
  /** How long one sending may take. */
  readonly tryMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Requests that may be open at once. */
  readonly openRequests: number;
  /** Difference of the clocks beyond which it is pointed out. */
  readonly clockToleranceMs: number;
  /** What is answered when the order asked for is not there yet. */
  readonly unknownOrderAnswer: string;
  readonly keepMonths: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function paymentDataParameters(value: (key: string) => string | undefined): PaymentDataParameters {
  const text = (name: string): string => {
    const found = value(`payment_data.${name}`);
    if (found === undefined) throw new RangeError(`no value of the parameter payment_data.${name} holds`);
    return found;
  };
  const whole = (name: string): number => {
    const number = Number(text(name));
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter payment_data.${name} is no whole number above zero`);
    return number;
  };
  return {
    answerMs: whole('answer_seconds') * 1000,
    tryMs: whole('try_seconds') * 1000,
    firstPauseMs: whole('first_pause_seconds') * 1000,
    longestPauseMs: whole('longest_pause_seconds') * 1000,
    openRequests: whole('open_requests'),
    clockToleranceMs: whole('clock_tolerance_seconds') * 1000,
    unknownOrderAnswer: text('unknown_order_answer'),
    keepMonths: whole('keep_months'),
  };
}
