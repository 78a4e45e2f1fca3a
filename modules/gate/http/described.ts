import { enterpriseOf } from '#access';
import { cursorOf, readCursor } from '#http';
import type { By } from '../application/ports.ts';
import type { PaperWish } from '../application/reading.ts';

export const described = { tags: ['gate'], security: [{ apiKey: [] }, { session: [] }] };

/** The caller of an enterprise. */
export function byOf(request: object): By {
  const { customsCode, id } = enterpriseOf(request);
  return { customsCode, id };
}

/** Where a page of papers begins. @throws Problem 400 for what is no cursor */
export function paperWish(
  query: {
    readonly cursor?: string | undefined;
    readonly state?: string | undefined;
    readonly limit: number;
  },
  owner: string | undefined,
): PaperWish {
  const [at = '', no = ''] = query.cursor === undefined ? [] : readCursor(query.cursor, 2);
  const before = query.cursor === undefined ? undefined : { at, no };
  return { owner, before, state: query.state, limit: query.limit };
}

/** The cursor of the page after this one, where there may be one. */
export function nextOf<Paper extends { readonly madeAt: Date }>(
  papers: readonly Paper[],
  limit: number,
  no: (paper: Paper) => string,
): { next?: string } {
  const last = papers.length === limit ? papers.at(-1) : undefined;
  return last ? { next: cursorOf(last.madeAt.toISOString(), no(last)) } : {};
}
