import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Queryable } from '#postgres';
import type { AccessParameters } from '../domain/parameters.ts';
import type { Caller, KnownRole } from '../domain/roles.ts';
import {
  type AgencySession,
  addSession,
  type Factor,
  type FoundSession,
  findSession,
  touchSession,
} from '../storage/sessions.ts';
import type { AccessPorts, Origin } from './ports.ts';

/** When a session was last used is noted this often at most: a look-up costs no writing. */
const touchMs = 60_000;

export const tokenHashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Opens a session and answers its token, which is kept nowhere. */
export async function openSession(
  { now, parameters }: { now: () => Date; parameters: () => Pick<AccessParameters, 'sessionMs'> },
  client: Queryable,
  whose: { readonly accountId: string } | { readonly keyId: string },
  how: {
    readonly factors: readonly Factor[];
    readonly newcomer: boolean;
    readonly origin: Origin;
    readonly agency?: AgencySession | undefined;
  },
): Promise<{ readonly token: string; readonly sessionId: string; readonly endsAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const sessionId = randomUUID();
  const openedAt = now();
  const endsAt = new Date(openedAt.getTime() + parameters().sessionMs);
  await addSession(client, {
    ...{ tokenHash: tokenHashOf(token), sessionId, openedAt, endsAt },
    accountId: 'accountId' in whose ? whose.accountId : null,
    keyId: 'keyId' in whose ? whose.keyId : null,
    ...{ newcomer: how.newcomer, factors: how.factors, address: how.origin.address },
    browser: how.origin.browser.slice(0, 300),
    agency: how.agency,
  });
  return { token, sessionId, endsAt };
}

/**
 * The caller behind the token of a session; undefined for one that has ended.
 * @param used whether somebody uses it: what a page asks by itself keeps no session alive
 */
export async function callerOfToken(
  ports: AccessPorts,
  token: string,
  used: boolean,
): Promise<Caller | undefined> {
  const { database, now, parameters, keys } = ports;
  const at = now();
  const usedSince = new Date(at.getTime() - parameters().sessionIdleMs);
  const tokenHash = tokenHashOf(token);
  const found = await findSession(database, tokenHash, at, usedSince);
  if (!found) return undefined;
  if (used && at.getTime() - found.lastSeenAt.getTime() >= touchMs)
    await touchSession(database, tokenHash, at);
  const { sessionId } = found;
  if (found.keyId === null) return callerOfAccount(found);
  const caller = await keys.byId(found.keyId);
  return caller && { ...caller, by: 'session', sessionId };
}

function callerOfAccount(found: FoundSession): Caller | undefined {
  const { accountId, role, sessionId, customsCode, member, agency, office } = found;
  if (accountId === null || role === null) return undefined;
  const known = { by: 'session', id: accountId, accountId, sessionId } as const;
  if (found.newcomer) return { ...known, role: 'newcomer' satisfies KnownRole };
  return {
    ...{ ...known, role },
    ...(customsCode === null ? {} : { customsCode }),
    ...(member === null ? {} : { member }),
    ...(agency === null ? {} : { agency }),
    ...(office === null ? {} : { office }),
  };
}
