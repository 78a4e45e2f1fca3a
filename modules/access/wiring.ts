import type { CertificateReader, Http, RouteGuard } from '#http';
import type { Networks } from '#outbound';
import { AgencyPeers } from './application/agency-peers.ts';
import type { AccessPorts } from './application/ports.ts';
import { callerOfToken } from './application/sessions.ts';
import { type WhoLookup, whoLookup } from './application/who.ts';
import { tableGuard } from './http/guard.ts';
import { accessRoutes } from './http/routes.ts';
import type { AccessRoutes } from './http/routing.ts';
import { accountById } from './storage/accounts.ts';

export { CommonPasswords } from './application/common-passwords.ts';
export { demoSession } from './application/demo-session.ts';
export {
  demoAccount,
  type EnteringPorts,
  firstAdministrator,
  lockDemoAccounts,
} from './application/entering-accounts.ts';
export type { AccessPorts } from './application/ports.ts';
export { codeOf, stepAt } from './application/totp.ts';
export { base32, fromBase32 } from './domain/base32.ts';
export { cookieName } from './http/cookie.ts';
export { tableGuard } from './http/guard.ts';

export interface AccessSettings extends Omit<AccessPorts, 'peers'>, Omit<AccessRoutes, 'ports'> {
  /** Where sign-ins of agencies may lie besides the open network. */
  readonly agencyNetworks: Networks;
  /** The certificate a request came with, where programs are asked for one. */
  readonly certificateOf?: CertificateReader['of'] | undefined;
}

/** Who comes in, and what they may do. */
export interface AccessParts {
  readonly ports: AccessPorts;
  /** Holds every route to the table of who may do what. */
  readonly guard: RouteGuard;
  /** The name others read where somebody of an account has acted; the id itself of one that is not there. */
  nameOf(accountId: string): Promise<string>;
  /** Names whoever is named by an id, as far as a reader may know them. */
  readonly who: WhoLookup;
  register(app: Http): void;
}

/** Puts the front door together. */
export function wireAccess(settings: AccessSettings): AccessParts {
  const {
    visitors,
    secureCookies,
    publicUrl,
    enterpriseRoles,
    certificateOf,
    agencyNetworks,
    side,
    ...given
  } = settings;
  const { now, parameters, box } = given;
  const peers = new AgencyPeers({ now, parameters, networks: agencyNetworks, open: box.open });
  const ports: AccessPorts = { ...given, peers };
  return {
    ports,
    guard: tableGuard({
      byKey: ports.keys.byToken,
      byCertificate: ports.keys.byCertificate,
      bySession: (token, used) => callerOfToken(ports, token, used),
      ...{ visitors, secureCookies, certificateOf },
    }),
    nameOf: async (accountId) => (await accountById(ports.database, accountId))?.displayName ?? accountId,
    who: whoLookup(ports.database),
    register: (app) =>
      accessRoutes(app, { ports, visitors, secureCookies, publicUrl, enterpriseRoles, side }),
  };
}
