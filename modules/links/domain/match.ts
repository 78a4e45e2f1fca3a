import type { Fields } from './references.ts';

/** A document that was handed to an agency and that a receipt may speak of. */
export interface Candidate {
  readonly sender: string;
  /** Of version 7: a later message sorts behind an earlier one. */
  readonly messageId: string;
  readonly place: number;
  readonly key: string;
  /** Fields of its head that receipts repeat. */
  readonly named: Fields;
  /** Whether its message has been taken in hand: nobody answers what was never sent. */
  readonly taken: boolean;
}

export type Match<C extends Candidate> =
  | { readonly found: C }
  | { readonly found: undefined; readonly why: 'unknown' | 'contradiction' | 'several' };

/**
 * Which document a receipt speaks of. A number alone proves nothing, as firms give numbers as they like: every code
 * and number that the receipt repeats must be the document's own. Of several versions it is the last one sent.
 */
export function documentOf<C extends Candidate>(receipt: Fields, candidates: readonly C[]): Match<C> {
  const sent = candidates.filter(({ taken }) => taken);
  if (sent.length === 0) return { found: undefined, why: 'unknown' };
  const agreeing = sent.filter(({ named }) => agrees(named, receipt));
  if (agreeing.length === 0) return { found: undefined, why: 'contradiction' };
  if (new Set(agreeing.map(({ key }) => key)).size > 1) return { found: undefined, why: 'several' };
  const last = agreeing.reduce((one, other) => (other.messageId > one.messageId ? other : one));
  return { found: last };
}

const agrees = (named: Fields, receipt: Fields): boolean =>
  Object.entries(named).every(([name, value]) => {
    const said = receipt[name]?.trim();
    return !said || said === value.trim();
  });
