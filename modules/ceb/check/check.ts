import type { CebMessage } from '../types.ts';
import { checkBusiness } from './check-business.ts';
import { type CodeLists, checkFields, type DocumentFinding } from './check-fields.ts';

/**
 * Everything the text of the standard asks beyond the schema, document by document: `checkFields`, for which a
 * document is refused, and what compares fields or only advises (sums, weights, parts, numbers issued, signatures).
 * The verdict on the structure is `decode`'s and stays as it is.
 */
export function check(message: CebMessage, codeLists?: CodeLists): DocumentFinding[] {
  return [...checkFields(message, codeLists), ...checkBusiness(message)];
}
