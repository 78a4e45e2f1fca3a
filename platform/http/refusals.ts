import type { FastifyRequest } from 'fastify';
import type { RouteGuard } from './guarding.ts';
import type { Problem } from './problem.ts';

/** Something a caller was not let do, as evidence: who, what, from where; nothing of what was sent. */
export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly method: string;
  /** The address as it is declared, without what was filled in. */
  readonly route: string;
  readonly asker: string | undefined;
  readonly address: string;
  readonly request: string;
}

/** Tells of a refusal to let somebody in; that nobody has signed in yet is none. */
export function tellRefused(
  {
    refused,
    guard,
  }: { readonly refused?: ((refusal: Refusal) => void) | undefined; readonly guard: RouteGuard },
  request: FastifyRequest,
  { code, status }: Problem,
): void {
  if (!refused || !(status === 401 || status === 403 || status === 429)) return;
  const { authorization, cookie } = request.headers;
  if (code === 'KEY-UNKNOWN' && authorization === undefined && cookie === undefined) return;
  refused({
    ...{ code, status, method: request.method, route: request.routeOptions.url ?? '' },
    ...{ asker: guard.asker?.(request), address: request.ip, request: request.id },
  });
}
