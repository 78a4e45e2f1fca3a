import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

/** A page that is followed by another names its cursor; the header says the whole address besides (RFC 8288). */
export function linkPages(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const { next } = (payload ?? {}) as { readonly next?: unknown };
    const goesOn = typeof next === 'string' || typeof next === 'number';
    if (request.method === 'GET' && goesOn && request.url.startsWith('/api/')) {
      const [pathname, query = ''] = request.url.split('?', 2);
      const parameters = new URLSearchParams(query);
      parameters.set('cursor', String(next));
      reply.header('link', `<${pathname}?${parameters}>; rel="next"`);
    }
    return payload;
  });
}

/** The cursor of a page that ends with the thing of these words: what the list is sorted by, and what tells equals apart. */
export function cursorOf(...words: readonly string[]): string {
  return Buffer.from(JSON.stringify(words)).toString('base64url');
}

/** Whether the database takes it for a moment too: a date that `Date.parse` makes something of may be none there. */
function isMoment(text: string): boolean {
  const [, day = ''] =
    /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d(?::?\d\d)?)$/.exec(text) ?? [];
  return day !== '' && !Number.isNaN(Date.parse(text)) && new Date(day).toISOString().startsWith(day);
}

const noCursor = (): Problem =>
  new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });

/** The words of a cursor. @throws Problem 400 for what is no cursor of a list sorted by so many */
export function readWords(cursor: string, count: number): readonly string[] {
  try {
    const words: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(words) && words.length === count && words.every((word) => typeof word === 'string'))
      return words as string[];
  } catch {
    // Told below, as every other text that is none.
  }
  throw noCursor();
}

/** The same, a moment first. @throws Problem 400 */
export function readCursor(cursor: string, count: number): readonly string[] {
  const words = readWords(cursor, count);
  if (isMoment(words[0] ?? '')) return words;
  throw noCursor();
}
