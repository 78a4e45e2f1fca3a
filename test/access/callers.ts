import { type Agency, agencies, type KeyScope, keyScopeNames, type Right, type Standing } from '#access';
import { issueKey, revokeKey } from '#exchange';
import type { Database } from '#postgres';
import { type Somebody, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { otherPlatformCode, platformCode } from '../payment-data/stand.ts';

/** The enterprise whose ids are asked for, and another one of the same kind. */
export const owner = platformCode;
export const foreigner = otherPlatformCode;

/** Somebody as a request shows it. */
export interface Identity {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How it shows who it is, where that is good. */
  readonly good?: { readonly by: 'key' | 'session' } & Standing;
  /** The enterprise the key or the account is of. */
  readonly of?: string;
  /** Whether a key stands behind its session, so that it has no account. */
  readonly keyBehind?: boolean;
  /** Whether it is one of the few that go again to where everybody has been. */
  readonly ofEachKind?: boolean;
  /** Headers of somebody of the same kind, for what ends the sessions it is asked with. */
  readonly again?: () => Promise<Readonly<Record<string, string>>>;
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
  const session = async (token: string) => ({
    cookie: await signIn(token),
    'sec-fetch-site': 'same-origin',
  });
  const endedSession = await session(ended.token);
  for (const { keyId } of [revoked, ended]) await revokeKey(database, keyId, now);
  const unknown = `chk_${'0'.repeat(32)}_${'A'.repeat(43)}`;
  const enterprise = { role: 'enterprise', of: owner } as const;
  const keyOf = (of: string) => ({ ...good('key', { role: 'enterprise', of }), keyBehind: true });
  const sessionOfKey = async (token: string, of: string) => ({
    headers: await session(token),
    ...good('session', { role: 'enterprise', of }),
    ...{ keyBehind: true, again: () => session(token) },
  });
  const person = (name: string, somebody: Somebody) => signedIn(database, now, name, somebody);
  const ownAdministrator = await person('an administrator of the enterprise', firm(owner, 'administrator'));
  const cut = await signedInAs(database, { ...firm(owner, 'clerk'), state: 'locked' }, now);
  return [
    { name: 'nobody', headers: {}, ofEachKind: true },
    { name: 'an unknown key', headers: bearer(unknown), ofEachKind: true },
    { name: 'a revoked key', headers: bearer(revoked.token) },
    { name: 'what is no key', headers: bearer('chk_wrong') },
    {
      name: 'another kind of authorization',
      headers: { authorization: 'Basic Y2hhbWE6Y2hhbWE=' },
      ofEachKind: true,
    },
    { name: 'the key of the enterprise', headers: bearer(own.token), ...keyOf(owner), ofEachKind: true },
    { name: 'the key of another enterprise', headers: bearer(foreign.token), ...keyOf(foreigner) },
    ...(await limitedKeys(database, now, session)),
    { name: 'the key of an operator', headers: bearer(operator.token), ...good('key', { role: 'operator' }) },
    {
      name: 'a session of the key of an operator',
      ...{ headers: await session(operator.token), ...good('session', { role: 'operator' }) },
      ...{ keyBehind: true, again: () => session(operator.token) },
    },
    { name: 'a session of the key of the enterprise', ...(await sessionOfKey(own.token, owner)) },
    { name: 'a session of a revoked key', headers: endedSession },
    { name: 'a session of a locked account', headers: { ...cut.headers } },
    { name: 'a session nobody opened', headers: { cookie: `chama_session=${'A'.repeat(43)}` } },
    { ...ownAdministrator, ofEachKind: true },
    ...(await people(person)),
    {
      name: 'an unknown key with a session besides',
      headers: { ...ownAdministrator.headers, ...bearer(unknown) },
      // Where keys are not looked at, the session counts.
      ...good('session', { ...enterprise, member: 'administrator' }),
      ...(ownAdministrator.again ? { again: ownAdministrator.again } : {}),
    },
  ];
}

/** People of every kind with accounts of their own. */
const people = (person: (name: string, somebody: Somebody) => Promise<Identity>): Promise<Identity[]> =>
  Promise.all([
    person('a clerk of the enterprise', firm(owner, 'clerk')),
    person('a reader of the enterprise', firm(owner, 'reader')),
    person('an administrator of another enterprise', firm(foreigner, 'administrator')),
    person('a newcomer', { ...firm(owner, 'administrator'), newcomer: true }),
    person('an operator', { role: 'operator' }),
    ...(Object.keys(agencies) as Agency[]).map((agency) =>
      person(`an officer of ${agency}`, { role: 'officer', agency }),
    ),
    person('a consumer', { role: 'consumer' }).then((one) => ({ ...one, ofEachKind: true })),
    person('a system administrator', { role: 'systemAdministrator' }),
    person('a security administrator', { role: 'securityAdministrator' }),
    person('an audit administrator', { role: 'auditAdministrator' }),
  ]);

/** Keys of the owner that are limited to some scopes or to all, and a session that stands for one. */
async function limitedKeys(
  database: Database,
  now: Date,
  session: (token: string) => Promise<Readonly<Record<string, string>>>,
): Promise<Identity[]> {
  const issue = (scopes: readonly KeyScope[]) => issueKey(database, owner, '', 'enterprise', now, { scopes });
  const limited = await issue(['receipts']);
  const every = await issue(keyScopeNames);
  const as = (keyScopes: readonly KeyScope[], by: 'key' | 'session' = 'key') => ({
    ...good(by, { role: 'enterprise', of: owner, keyScopes }),
    keyBehind: true,
  });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  return [
    { name: 'a key that may fetch receipts', headers: bearer(limited.token), ...as(['receipts']) },
    { name: 'a key with every scope', headers: bearer(every.token), ...as(keyScopeNames) },
    {
      name: 'a session of a key that may fetch receipts',
      ...{ headers: await session(limited.token), ...as(['receipts'], 'session') },
      again: () => session(limited.token),
    },
  ];
}

const firm = (customsCode: string, member: Right): Somebody => ({ role: 'enterprise', customsCode, member });

/** Somebody who is signed in with an account of their own. */
async function signedIn(database: Database, now: Date, name: string, somebody: Somebody): Promise<Identity> {
  const { account, headers } = await signedInAs(database, somebody, now);
  const standing: Standing = {
    role: somebody.newcomer ? 'newcomer' : somebody.role,
    ...(account.member && !somebody.newcomer ? { member: account.member } : {}),
    ...(account.agency ? { agency: account.agency } : {}),
  };
  return {
    ...{ name, headers, good: { by: 'session', ...standing } },
    ...(account.customsCode ? { of: account.customsCode } : {}),
    again: async () => (await signedInAs(database, somebody, now)).headers,
  };
}

const good = (by: 'key' | 'session', { of, ...standing }: Standing & { readonly of?: string }) => ({
  good: { by, ...standing },
  ...(of ? { of } : {}),
});
