import type { FastifyReply, FastifyRequest } from 'fastify';
import { Wait } from '../application/limits.ts';
import type { Site } from '../application/passkeys.ts';
import type { AccessPorts, Origin } from '../application/ports.ts';
import { type Side, viewOf } from '../application/session-view.ts';
import { callerOfToken } from '../application/sessions.ts';
import type { Opened } from '../application/sign-in.ts';
import { signOut } from '../application/sign-out.ts';
import { deviceIn, keepDevice, setCookie, tokenIn } from './cookie.ts';
import type { SessionView } from './schemas.ts';

/** What the routes of accounts and sessions need. */
export interface AccessRoutes {
  readonly ports: AccessPorts;
  /** Whether sessions go by HTTPS only. */
  readonly secureCookies: boolean;
  /** Whether who shows nothing is a visitor: in demonstrations only. */
  readonly visitors: boolean;
  /** Where people reach the platform; undefined: by the address a request came by. */
  readonly publicUrl: string | undefined;
  /** What this server is of the two a firm works with, and where the other one is. */
  readonly side: Side;
  /** Roles an enterprise is registered with. */
  readonly enterpriseRoles: (customsCode: string) => Promise<readonly string[]>;
}

/** Accounts are for people: a program has its key. */
export const security = [{ session: [] }];

/** From where a request came, for evidence and limits. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  browser: request.headers['user-agent'] ?? '',
  device: deviceIn(request.headers.cookie),
});

/** The site passkeys are made for. A browser makes and shows none for another, whatever a request says here. */
export function siteOf(request: FastifyRequest, { publicUrl }: Pick<AccessRoutes, 'publicUrl'>): Site {
  const { origin, hostname } = new URL(publicUrl ?? `${request.protocol}://${request.host}`);
  return { origin, rpId: hostname };
}

/** Hands the browser its session, and says who it is now. */
export async function opening(
  request: FastifyRequest,
  reply: FastifyReply,
  routes: AccessRoutes,
  opened: Opened,
): Promise<SessionView> {
  const seconds = Math.floor((opened.endsAt.getTime() - routes.ports.now().getTime()) / 1_000);
  // The session this browser came with is of no more use to it.
  const former = tokenIn(request.headers.cookie, routes.secureCookies);
  if (former) await signOut(routes.ports, former, originOf(request));
  setCookie(reply, opened.token, seconds, routes.secureCookies);
  if (opened.device) keepDevice(reply, opened.device, routes.secureCookies);
  return viewOf(routes, await callerOfToken(routes.ports, opened.token, true));
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
