import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type AgencySignIn = Schemas['AgencySignIn'];
export type Wish = Schemas['AgencySignInWish'];
export type Binding = Schemas['AgencyBinding'];
export type Trial = Schemas['AgencyTrial'];

export const providersQuery = () =>
  queryOptions({
    queryKey: ['agencies', 'providers'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/agency-providers', { signal })),
  });

export const bindingsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['agencies', 'bindings'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/agency-identities', {
          signal,
          params: { query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

const at = (providerId: string) => ({ params: { path: { providerId } } });

/** Enters one, or changes one that is there; its secret only where another is given. */
export async function keepProvider({
  providerId,
  wish,
}: {
  readonly providerId: string | undefined;
  readonly wish: Wish;
}): Promise<void> {
  if (providerId === undefined) {
    await answerOf(client.POST('/api/agency-providers', { body: wish }));
    return;
  }
  const { clientId, settings, clientSecret } = wish;
  const path = '/api/agency-providers/{providerId}';
  await answerOf(client.PUT(path, { ...at(providerId), body: { clientId, settings } }));
  if (clientSecret !== '')
    await answerOf(client.POST(`${path}/secret`, { ...at(providerId), body: { clientSecret } }));
}

export function tryProvider(providerId: string): Promise<Trial> {
  return answerOf(client.POST('/api/agency-providers/{providerId}/trial', at(providerId)));
}

export function confirmProvider({ providerId, changedAt }: AgencySignIn) {
  return answerOf(
    client.POST('/api/agency-providers/{providerId}/confirmation', {
      ...at(providerId),
      body: { changedAt },
    }),
  );
}

export function stopProvider({
  providerId,
  reason,
}: {
  readonly providerId: string;
  readonly reason: string;
}) {
  return answerOf(
    client.POST('/api/agency-providers/{providerId}/stop', { ...at(providerId), body: { reason } }),
  );
}

/** No account has this login. */
export class LoginUnknown extends Error {}

/** Throws LoginUnknown. */
export async function bindAccount({
  login,
  ...wish
}: {
  readonly login: string;
  readonly providerId: string;
  readonly subject: string;
}) {
  const query = { q: login, role: 'officer' as const };
  const { accounts } = await answerOf(client.GET('/api/accounts', { params: { query } }));
  const account = accounts.find((one) => one.login === login);
  if (!account) throw new LoginUnknown(login);
  return answerOf(client.POST('/api/agency-identities', { body: { ...wish, accountId: account.accountId } }));
}

const bound = (identityId: string) => ({ params: { path: { identityId } } });

export function confirmBinding(identityId: string) {
  return answerOf(client.POST('/api/agency-identities/{identityId}/confirmation', bound(identityId)));
}

export function unbind(identityId: string) {
  return answerOf(client.DELETE('/api/agency-identities/{identityId}', bound(identityId)));
}
