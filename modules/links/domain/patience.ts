/** How long the link waits, and how often it tries; figures are parameters of the platform. */
export interface Patience {
  /** For the first answer to a message, milliseconds; each further try waits twice as long. */
  readonly answerMs: number;
  readonly longestAnswerMs: number;
  /** Times a message is handed over before it counts as lost. */
  readonly mostTries: number;
  /** After a fault of the channel, milliseconds; doubled after each further one. */
  readonly faultMs: number;
  readonly longestFaultMs: number;
}

const doubled = (firstMs: number, times: number, mostMs: number): number =>
  Math.min(firstMs * 2 ** Math.min(times, 40), mostMs);

/** How long to wait for an answer after so many tries, the one just made among them. */
export const answerPauseMs = (patience: Patience, tries: number): number =>
  doubled(patience.answerMs, Math.max(tries - 1, 0), patience.longestAnswerMs);

/** How long to leave a message alone after so many faults in a row. */
export const faultPauseMs = (patience: Patience, faults: number): number =>
  doubled(patience.faultMs, Math.max(faults - 1, 0), patience.longestFaultMs);
