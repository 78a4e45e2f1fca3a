import type { MailParameters } from './parameters.ts';

/** What came of handing a mail to the mail server. */
export interface MailOutcome {
  /** Undefined where the mail server took it over. */
  readonly fault?: string;
  /** What it answered, e.g. 550. */
  readonly smtpStatus?: number | undefined;
  readonly answer?: string | undefined;
  /** Whether the text itself had begun to go over when it failed. */
  readonly begun: boolean;
  /** Whether it was the recipient that was refused. */
  readonly recipient: boolean;
}

export interface MailStep {
  readonly state: 'sent' | 'waiting' | 'failed' | 'uncertain';
  /** Before the next try. */
  readonly pauseMs: number;
  /** The mail server will have nothing for this address. */
  readonly refused: boolean;
}

/**
 * What follows. Where the text had gone over and no answer came, the mail may have arrived: nobody gets it twice, and the
 * operator sees that it is not known.
 * @param tries with this one
 */
export function afterSending(outcome: MailOutcome, tries: number, parameters: MailParameters): MailStep {
  const { fault, smtpStatus, begun, recipient } = outcome;
  if (fault === undefined) return { state: 'sent', pauseMs: 0, refused: false };
  if (begun && smtpStatus === undefined) return { state: 'uncertain', pauseMs: 0, refused: false };
  const forGood = smtpStatus !== undefined && smtpStatus >= 500;
  if (forGood || tries >= parameters.mostTries)
    return { state: 'failed', pauseMs: 0, refused: forGood && recipient };
  const pause = parameters.firstPauseMs * 4 ** (tries - 1);
  return { state: 'waiting', pauseMs: Math.min(pause, parameters.longestPauseMs), refused: false };
}
