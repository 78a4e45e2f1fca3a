import { messageTables, type Root } from '#ceb';
import type { RefusalCodes } from '../domain/reception.ts';

/**
 * The codes by which documents of one message are refused, from the standard's own tables. Lists have none of
 * their own for an old message: it counts as one that fails the check.
 */
export function refusalCodes(root: Root): RefusalCodes {
  const { answerCodes } = messageTables[root];
  if (!answerCodes) throw new Error(`${root} is answered by nobody: it is an answer itself.`);
  const { exists, notFound, invalid, state, older = invalid } = answerCodes;
  return { exists, notFound, invalid, locked: state, stale: older };
}
