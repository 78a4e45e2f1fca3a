import { Problem } from '#http';

export const described = { tags: ['guarantees'], security: [{ apiKey: [] }, { session: [] }] };

/** A cursor that is a whole number, as its column holds. @throws Problem 400 */
export function numberOf(cursor: string): string {
  if (/^\d{1,15}$/.test(cursor)) return cursor;
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}
