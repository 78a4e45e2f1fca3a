import type { FastifyReply, FastifyRequest } from 'fastify';
import { Wait } from '../application/limits.ts';
import type { AccessPorts, Origin } from '../application/ports.ts';

/** What the routes of accounts and sessions need. */
export interface AccessRoutes {
  readonly ports: AccessPorts;
  /** Whether sessions go by HTTPS only. */
  readonly secureCookies: boolean;
  /** Whether who shows nothing is a visitor: in demonstrations only. */
  readonly visitors: boolean;
  /** Roles an enterprise is registered with. */
  readonly enterpriseRoles: (customsCode: string) => Promise<readonly string[]>;
}

/** Accounts are for people: a program has its key. */
export const security = [{ session: [] }];

/** From where a request came, for evidence and limits. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  browser: request.headers['user-agent'] ?? '',
});

/** Says in a header too how long to wait. */
export async function waited<Result>(reply: FastifyReply, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Wait) void reply.header('retry-after', String(fault.seconds));
    throw fault;
  }
}
