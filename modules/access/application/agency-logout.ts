import { createHash } from 'node:crypto';
import { Problem } from '#http';
import { noteEvent } from '../storage/events.ts';
import { findProvider } from '../storage/providers.ts';
import { endSessionsBy } from '../storage/sessions.ts';
import { takeLogoutToken } from '../storage/visits.ts';
import { whyNot } from './agency-peers.ts';
import { agencyUnreachable } from './agency-problems.ts';
import { activeProvider } from './agency-sign-in.ts';
import { signedOutUriOf } from './agency-visits.ts';
import type { Site } from './passkeys.ts';
import type { AccessPorts, Origin } from './ports.ts';

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * Ends the sessions of whom an agency has signed out (OpenID Connect Back-Channel Logout 1.0, 2.6).
 * @throws Problem 400 for a token that is not good, or was used before; 404; 503
 */
export async function endByAgency(
  ports: AccessPorts,
  providerId: string,
  token: string,
  { address }: Origin,
): Promise<void> {
  const { database, now, parameters, peers } = ports;
  const provider = await activeProvider(ports, providerId);
  const { visitMs, clockSkewMs } = parameters().agencies;
  const claims = await peers.verified(provider, token, visitMs / 1000).catch((error: unknown) => {
    throw whyNot(error).kind === 'unreachable' ? agencyUnreachable() : tokenWrong();
  });
  const { sub, sid, jti, events } = claims;
  const event = typeof events === 'object' && events !== null ? (events as Record<string, unknown>) : {};
  const which = {
    subject: typeof sub === 'string' ? sub : undefined,
    sid: typeof sid === 'string' ? sid : undefined,
  };
  const fits = typeof event[logoutEvent] === 'object' && event[logoutEvent] !== null && !('nonce' in claims);
  if (!fits || typeof jti !== 'string' || (!which.subject && !which.sid)) throw tokenWrong();
  const at = now();
  const endsAt = new Date(at.getTime() + visitMs + 2 * clockSkewMs);
  const hash = createHash('sha256').update(jti).digest();
  await database.transaction(async (client) => {
    if (!(await takeLogoutToken(client, providerId, hash, endsAt, at))) throw tokenWrong();
    const accounts = await endSessionsBy(client, providerId, which);
    for (const accountId of new Set(accounts))
      await noteEvent(client, {
        ...{ at, kind: 'session-ended', accountId, login: null, actor: `agency:${providerId}`, address },
        detail: { ended: accounts.filter((one) => one === accountId).length },
      });
  });
}

/** Where a browser goes that has signed out here, to be signed out there too; undefined where it cannot. */
export async function signedOutThere(
  ports: AccessPorts,
  providerId: string,
  site: Site,
): Promise<string | undefined> {
  const provider = await findProvider(ports.database, providerId);
  if (provider?.state !== 'active') return undefined;
  // A provider that does not answer keeps nobody signed in here.
  return ports.peers.endOfSession(provider, signedOutUriOf(site)).catch(() => undefined);
}

const tokenWrong = (): Problem =>
  new Problem(400, 'LOGOUT-TOKEN-WRONG', {
    zh: '退出令牌未通过验证、已过期或已用过',
    en: 'The logout token could not be verified, is too old, or was used before',
  });
