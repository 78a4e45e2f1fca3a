import { issueKey, revokeKey } from '#exchange';
import type { Database } from '#postgres';
import { otherPlatformCode, platformCode } from '../payment-data/stand.ts';

/** The enterprise whose ids are asked for, and another one of the same kind. */
export const owner = platformCode;
export const foreigner = otherPlatformCode;

/** Somebody as a request shows it. */
export interface Identity {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How it shows who it is, where that is good. */
  readonly good?: { readonly by: 'key' | 'session'; readonly role: 'enterprise' | 'operator' };
  /** The enterprise the key is bound to. */
  readonly of?: string;
}

/**
 * Everybody who may come: with good keys and sessions, with bad ones, with nothing.
 * @param signIn gives the cookie of a session opened with a key
 */
export async function everybody(
  database: Database,
  now: Date,
  signIn: (key: string) => Promise<string>,
): Promise<readonly Identity[]> {
  const issue = (code: string, scope: 'enterprise' | 'operator' = 'enterprise') =>
    issueKey(database, code, '', scope, now);
  const own = await issue(owner);
  const foreign = await issue(foreigner);
  // Bound to the very enterprise, as `chama keys create CODE --operator` makes it.
  const operator = await issue(owner, 'operator');
  const revoked = await issue(owner);
  const ended = await issue(owner);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const session = async (token: string) => ({ cookie: await signIn(token) });
  const ownSession = await session(own.token);
  const endedSession = await session(ended.token);
  for (const { keyId } of [revoked, ended]) await revokeKey(database, keyId, now);
  const unknown = `chk_${'0'.repeat(32)}_${'A'.repeat(43)}`;
  const enterprise = { role: 'enterprise', of: owner } as const;
  return [
    { name: 'nobody', headers: {} },
    { name: 'an unknown key', headers: bearer(unknown) },
    { name: 'a revoked key', headers: bearer(revoked.token) },
    { name: 'what is no key', headers: bearer('chk_wrong') },
    { name: 'another kind of authorization', headers: { authorization: 'Basic Y2hhbWE6Y2hhbWE=' } },
    { name: 'the key of the enterprise', headers: bearer(own.token), ...good('key', enterprise) },
    {
      name: 'the key of another enterprise',
      headers: bearer(foreign.token),
      ...good('key', { role: 'enterprise', of: foreigner }),
    },
    { name: 'the key of an operator', headers: bearer(operator.token), ...good('key', { role: 'operator' }) },
    { name: 'a session of the enterprise', headers: ownSession, ...good('session', enterprise) },
    {
      name: 'a session of another enterprise',
      headers: await session(foreign.token),
      ...good('session', { role: 'enterprise', of: foreigner }),
    },
    {
      name: 'a session of an operator',
      headers: await session(operator.token),
      ...good('session', { role: 'operator' }),
    },
    { name: 'a session of a revoked key', headers: endedSession },
    {
      name: 'a session made out to an operator',
      headers: { cookie: ownSession.cookie.replace('.enterprise.', '.operator.') },
    },
    {
      name: 'a session made out to another enterprise',
      headers: { cookie: ownSession.cookie.replace(owner, foreigner) },
    },
    {
      name: 'an unknown key with a session besides',
      headers: { ...ownSession, ...bearer(unknown) },
      // Where keys are not looked at, the session counts.
      ...good('session', enterprise),
    },
  ];
}

const good = (
  by: 'key' | 'session',
  { role, of }: { readonly role: 'enterprise' | 'operator'; readonly of?: string },
) => ({ good: { by, role }, ...(of ? { of } : {}) });
