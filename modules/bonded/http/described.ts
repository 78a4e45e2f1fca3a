import { enterpriseOf } from '#access';
import { Problem } from '#http';

export const described = { tags: ['bonded'], security: [{ apiKey: [] }, { session: [] }] };

/** The caller of an enterprise as movements name it. */
export function keeperOf(request: object): { customsCode: string; id: string } {
  const { customsCode, id } = enterpriseOf(request);
  return { customsCode, id };
}

/** A cursor that is a whole number of at most so many digits, as its column holds. @throws Problem 400 */
export function numberOf(cursor: string, digits: number): number {
  if (/^\d+$/.test(cursor) && cursor.length <= digits) return Number(cursor);
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}
