/** What a person may ask about what is held of them (PIPL art. 45 to 48). */
export const wishes = ['correct', 'delete', 'explain'] as const;
export type Wish = (typeof wishes)[number];

/**
 * What becomes of it. corrected: the paper now says otherwise. noted: the paper was decided on and stays as it was; a note
 * stands beside it. kept: the law keeps it longer. explained. refused, with a reason.
 */
export const outcomes = ['corrected', 'noted', 'kept', 'explained', 'refused'] as const;
export type CorrectionOutcome = (typeof outcomes)[number];

/** Why something is refused. */
export const refusalReasons = ['right-as-it-is', 'not-yours', 'unclear', 'not-held', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Who holds what no enterprise has sent. */
export const operatorHolds = 'operator';

/** As far as an answer depends on it. */
export interface AskedFor {
  readonly wish: Wish;
  readonly state: 'open' | 'answered' | 'withdrawn';
  /** Whether it is about a field of a paper. */
  readonly ofPaper: boolean;
}

/** How things stand when it is answered. */
export interface Standing {
  /** Whether the paper may still be changed by its sender: nobody has decided on it for good. */
  readonly changeable: boolean;
  /** Whether the field now says something else than when it was asked about. */
  readonly changed: boolean;
}

/** Why an outcome does not answer a request; undefined where it does. */
export function whyNot(
  { wish, state, ofPaper }: AskedFor,
  outcome: CorrectionOutcome,
  { changeable, changed }: Standing,
):
  | 'CORRECTION-ENDED'
  | 'CORRECTION-OUTCOME'
  | 'CORRECTION-UNCHANGED'
  | 'CORRECTION-CHANGE-FIRST'
  | undefined {
  if (state !== 'open') return 'CORRECTION-ENDED';
  const fitting: Readonly<Record<Wish, readonly CorrectionOutcome[]>> = {
    correct: ofPaper ? ['corrected', 'noted', 'refused'] : ['corrected', 'refused'],
    delete: ['kept', 'refused'],
    explain: ['explained', 'refused'],
  };
  if (!fitting[wish].includes(outcome)) return 'CORRECTION-OUTCOME';
  if (outcome === 'corrected' && ofPaper && !changed) return 'CORRECTION-UNCHANGED';
  // A note is for what may no longer be changed; else it would be the easy way round.
  if (outcome === 'noted' && changeable) return 'CORRECTION-CHANGE-FIRST';
  return undefined;
}

/** Whether a paper of an order may still be changed, by how its list stands; undefined where there is none yet. */
export const isChangeable = (listState: string | undefined): boolean =>
  listState === undefined || listState === 'waiting' || listState === 'refused';
