import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Problem } from './problem.ts';

/**
 * Refuses parameters that the route does not have: a filter that is misspelt and passed over would answer with more
 * than was asked for.
 */
export function refuseUnknownParameters(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.is404 || !request.url.startsWith('/api/')) return;
    const known = namesOf(request.routeOptions.schema?.querystring);
    if (known === undefined) return;
    const unknown = Object.keys(request.query as object).filter((name) => !known.has(name));
    if (unknown.length === 0) return;
    throw new Problem(
      400,
      'HTTP-PARAMETER',
      { zh: '请求参数不符合接口说明', en: 'The request is not as the API describes' },
      unknown.map((name) => ({
        code: 'HTTP-PARAMETER',
        level: 'field' as const,
        path: name.slice(0, 100),
        message: { zh: '没有这个参数', en: 'There is no such parameter' },
        remedy: {
          zh: known.size === 0 ? '此接口没有参数' : `可用参数：${[...known].join('、')}`,
          en: known.size === 0 ? 'This takes none' : `There are: ${[...known].join(', ')}`,
        },
      })),
    );
  });
}

const nothing: ReadonlySet<string> = new Set();
const names = new WeakMap<object, ReadonlySet<string>>();

/** Names of the parameters of a route; undefined where its schema takes others too. */
function namesOf(schema: unknown): ReadonlySet<string> | undefined {
  if (schema === undefined || schema === null) return nothing;
  if (!(schema instanceof z.ZodObject)) return undefined;
  const kept = names.get(schema) ?? new Set(Object.keys(schema.shape));
  names.set(schema, kept);
  return kept;
}
