import type { FastifyReply, FastifyRequest } from 'fastify';
import { Wait } from '../application/limits.ts';
import type { Site } from '../application/passkeys.ts';
import type { AccessPorts, Origin } from '../application/ports.ts';

/** What the routes of accounts and sessions need. */
export interface AccessRoutes {
  readonly ports: AccessPorts;
  /** Whether sessions go by HTTPS only. */
  readonly secureCookies: boolean;
  /** Whether who shows nothing is a visitor: in demonstrations only. */
  readonly visitors: boolean;
  /** Where people reach the platform; undefined: by the address a request came by. */
  readonly publicUrl: string | undefined;
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

/** The site passkeys are made for. A browser makes and shows none for another, whatever a request says here. */
export function siteOf(request: FastifyRequest, { publicUrl }: Pick<AccessRoutes, 'publicUrl'>): Site {
  const { origin, hostname } = new URL(publicUrl ?? `${request.protocol}://${request.host}`);
  return { origin, rpId: hostname };
}

/** Says in a header too how long to wait. */
export async function waited<Result>(reply: FastifyReply, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Wait) void reply.header('retry-after', String(fault.seconds));
    throw fault;
  }
}
