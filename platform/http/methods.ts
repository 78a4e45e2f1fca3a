import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeclaredRoute } from './guarding.ts';

/** Which methods an address takes, by the routes there are. */
export class Methods {
  readonly #patterns: readonly { readonly pattern: RegExp; readonly method: string }[];

  constructor(routes: readonly DeclaredRoute[]) {
    // A route for whatever is left (`/*`) is no place of its own.
    const places = routes.filter(({ url }) => !url.includes('*'));
    this.#patterns = places.map(({ url, method }) => ({ pattern: patternOf(url), method }));
  }

  /** Sorted; empty where there is nothing under the address. */
  at(pathname: string): string[] {
    const methods = this.#patterns
      .filter(({ pattern }) => pattern.test(pathname))
      .map(({ method }) => method);
    return methods.length === 0 ? [] : [...new Set([...methods, 'OPTIONS'])].sort();
  }
}

/** `/api/lists/:ebpCode/:orderNo` as a pattern of addresses. */
function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}

/** Answers who only asks what may be done with an address. */
export function tellMethods(
  request: FastifyRequest,
  reply: FastifyReply,
  allowed: readonly string[],
): boolean {
  if (allowed.length === 0) return false;
  void reply.header('allow', allowed.join(', '));
  if (request.method !== 'OPTIONS') return false;
  void reply.code(204).send();
  return true;
}
