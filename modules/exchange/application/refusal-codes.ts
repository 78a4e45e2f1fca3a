import { messageTables, type Root } from '#ceb';
import type { RefusalCodes } from '../domain/reception.ts';

/**
 * The codes by which documents of one message are refused, from the standard's own tables. Where it has none of
 * its own for a reason, as for an old list, the document counts as one that fails the check.
 */
export function refusalCodes(root: Root): RefusalCodes {
  const { answerCodes } = messageTables[root];
  if (!answerCodes) throw new Error(`The standard has no result codes for documents of ${root}.`);
  const { invalid, exists = invalid, notFound = invalid, state = invalid, older = invalid } = answerCodes;
  return { exists, notFound, invalid, locked: state, stale: older };
}
