import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';
import type { Session } from '../api/types.ts';
import { makePasskey, showPasskey } from './passkey.ts';

type Schemas = components['schemas'];

export const ownAccountQuery = () =>
  queryOptions({
    queryKey: ['account', 'own'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/account', { signal })),
  });

export const ownSessionsQuery = () =>
  queryOptions({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/account/sessions', { signal })),
  });

/** What somebody gives to sign in; without the code until it is asked for. */
export interface Given {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
}

export function signInByPassword(given: Given): Promise<Session> {
  return answerOf(client.POST('/api/session', { body: given }));
}

export function signUp(body: Schemas['SignUp']): Promise<Session> {
  return answerOf(client.POST('/api/consumers', { body }));
}

export function closeAccount(password: string) {
  return answerOf(client.POST('/api/account/close', { body: { password } }));
}

export const agenciesQuery = () =>
  queryOptions({
    queryKey: ['account', 'agencies'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/agency-sign-in', { signal })),
  });

/** Answers where to go. */
export function beginAgencySignIn(providerId: string) {
  return answerOf(client.POST('/api/agency-sign-in/{providerId}', { params: { path: { providerId } } }));
}

/** With what the agency has sent back. */
export function finishAgencySignIn(body: Schemas['AgencyAnswer']): Promise<Session> {
  return answerOf(client.POST('/api/session/agency', { body }));
}

export function showFactorAfterAgency(body: {
  readonly state: string;
  readonly code: string;
}): Promise<Session> {
  return answerOf(client.POST('/api/session/agency/factor', { body }));
}

/** By a passkey: alone, or as the second factor beside what was given. */
export async function signInByPasskey(given: Given | undefined): Promise<Session> {
  const asked = await answerOf(client.POST('/api/session/passkey'));
  const passkey = await showPasskey<Schemas['PasskeyAnswer']>(asked);
  const body = given ? { login: given.login, password: given.password, passkey } : { passkey };
  return answerOf(client.POST('/api/session', { body }));
}

/** A newcomer leaves the password out. */
export async function addPasskey({
  name,
  password,
}: {
  readonly name: string;
  readonly password: string | undefined;
}): Promise<void> {
  const begun = await answerOf(client.POST('/api/account/passkeys', { body: password ? { password } : {} }));
  const passkey = await makePasskey<Schemas['PasskeyMade']['passkey']>(begun);
  await answerOf(client.POST('/api/account/passkeys/confirm', { body: { name, passkey } }));
}

export function namePasskey({
  passkeyId,
  ...body
}: {
  readonly passkeyId: string;
  readonly name: string;
  readonly password: string;
}) {
  return answerOf(
    client.PATCH('/api/account/passkeys/{passkeyId}', { params: { path: { passkeyId } }, body }),
  );
}

export function removePasskey({
  passkeyId,
  ...body
}: {
  readonly passkeyId: string;
  readonly password: string;
}) {
  return answerOf(
    client.POST('/api/account/passkeys/{passkeyId}/remove', { params: { path: { passkeyId } }, body }),
  );
}

export function changePassword(body: { readonly current: string; readonly next: string }) {
  return answerOf(client.POST('/api/account/password', { body }));
}

/** A newcomer leaves the password out. */
export function beginTotp(password: string | undefined) {
  return answerOf(client.POST('/api/account/totp', { body: password ? { password } : {} }));
}

export function confirmTotp(code: string) {
  return answerOf(client.POST('/api/account/totp/confirm', { body: { code } }));
}

export function removeTotp(password: string) {
  return answerOf(client.POST('/api/account/totp/remove', { body: { password } }));
}

export function renewRecoveryCodes(password: string) {
  return answerOf(client.POST('/api/account/recovery-codes', { body: { password } }));
}

/** One session, or all but this one. */
export function endSessions(sessionId: string | undefined) {
  return sessionId === undefined
    ? answerOf(client.DELETE('/api/account/sessions'))
    : answerOf(client.DELETE('/api/account/sessions/{sessionId}', { params: { path: { sessionId } } }));
}
