import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

/** No body of the interface nests half as deep (D); walking through one that does would use up the stack. */
const deepest = 64;

/**
 * Refuses texts in a body that cannot be kept: PostgreSQL has no NUL, and half of a pair of surrogates is no character. Both
 * pass through JSON, and would be a fault wherever they are first written.
 */
export function refuseBrokenTexts(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body }) => {
    const path = brokenIn(body);
    if (path === undefined) return;
    throw new Problem(
      400,
      'HTTP-PARAMETER',
      { zh: '请求参数不符合接口说明', en: 'The request is not as the API describes' },
      [
        {
          code: 'HTTP-PARAMETER',
          level: 'field' as const,
          path: path.slice(0, 100),
          message: {
            zh: '文本中有空字符（U+0000）或不成对的代理字符，或嵌套过深',
            en: 'The text holds the character NUL or half of a pair of surrogates, or is nested too deep',
          },
          remedy: { zh: '去掉这些字符或层级', en: 'Leave it out' },
        },
      ],
    );
  });
}

/** Where the first such text is, as a path; of a name that is one, the path of what bears it. */
function brokenIn(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return isBroken(value) ? path || 'body' : undefined;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  if (depth > deepest) return path;
  for (const [name, one] of Object.entries(value)) {
    if (isBroken(name)) return path || 'body';
    const found = brokenIn(one, path === '' ? name : `${path}/${name}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isBroken = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();
