import { type AnswerCodes, messageTables, type Root } from '#ceb';
import type { RefusalCodes } from '../domain/reception.ts';

/** Customs sends back: what documents are refused with whose kind has no code of its own in the standard (D). */
const sentBack = '100';

/**
 * The codes by which documents of one message are refused, from the standard's own tables. Where it has none of
 * its own for a reason, as for an old list, the document counts as one that fails the check.
 */
export function refusalCodes(root: Root): RefusalCodes {
  const codes: Partial<AnswerCodes> = messageTables[root].answerCodes ?? {};
  const { invalid = sentBack } = codes;
  const { exists = invalid, notFound = invalid, state = invalid, older = invalid } = codes;
  return { exists, notFound, invalid, locked: state, stale: older };
}
