/** What one officer proposes, until another confirms or rejects it. */
export interface Proposed {
  /** Who proposed it: the person, whatever they signed in with. */
  readonly officer: string;
}

/** Why a proposal cannot be answered. */
export type Hindrance = 'not-proposed' | 'same-officer';

/** The proposal an officer may answer so, or why not; who proposed it takes it back by rejecting it. */
export function answerable<P extends Proposed>(
  proposal: P | null | undefined,
  answer: 'confirm' | 'reject',
  officer: string,
): P | Hindrance {
  if (!proposal) return 'not-proposed';
  return answer === 'confirm' && proposal.officer === officer ? 'same-officer' : proposal;
}
