import type { CertificateReader, Http, RouteGuard } from '#http';
import type { AccessPorts } from './application/ports.ts';
import { callerOfToken } from './application/sessions.ts';
import { tableGuard } from './http/guard.ts';
import { accessRoutes } from './http/routes.ts';
import type { AccessRoutes } from './http/routing.ts';
import { accountById } from './storage/accounts.ts';

export { CommonPasswords } from './application/common-passwords.ts';
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

export interface AccessSettings extends AccessPorts, Omit<AccessRoutes, 'ports'> {
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
  register(app: Http): void;
}

/** Puts the front door together. */
export function wireAccess(settings: AccessSettings): AccessParts {
  const { visitors, secureCookies, publicUrl, enterpriseRoles, certificateOf, ...ports } = settings;
  return {
    ports,
    guard: tableGuard({
      byKey: ports.keys.byToken,
      byCertificate: ports.keys.byCertificate,
      bySession: (token) => callerOfToken(ports, token),
      ...{ visitors, secureCookies, certificateOf },
    }),
    nameOf: async (accountId) => (await accountById(ports.database, accountId))?.displayName ?? accountId,
    register: (app) => accessRoutes(app, { ports, visitors, secureCookies, publicUrl, enterpriseRoles }),
  };
}
