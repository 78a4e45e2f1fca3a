import { enterpriseOf, partyOf } from '#access';
import { Problem } from '#http';
import type { Doer } from '../application/ports.ts';

export const described = { tags: ['b2b'], security: [{ apiKey: [] }, { session: [] }] };

/** The caller of an enterprise as records name it. */
export function doerOf(request: object): Doer {
  const { customsCode, id } = enterpriseOf(request);
  return { customsCode, id };
}

/** Lets who sees only its own see nothing of others. @throws Problem 404 */
export function ownOrZone(request: object, enterprise: string, missing: () => Problem): string {
  const party = partyOf(request);
  if (party !== undefined && party !== enterprise) throw missing();
  return enterprise;
}

/** A cursor of the last row's number. @throws Problem 400 */
export function movementCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined || /^\d{1,15}$/.test(cursor)) return cursor;
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}
