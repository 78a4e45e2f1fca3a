import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type AccountRow = Schemas['AccountRow'];
export type AccountWish = Schemas['AccountWish'];
export type HandedPassword = Schemas['HandedPassword'];

export interface AccountsAsked {
  readonly state: AccountRow['state'] | undefined;
  readonly q: string | undefined;
  readonly after: string | undefined;
}

export const accountsQuery = ({ state, q, after }: AccountsAsked) =>
  queryOptions({
    queryKey: ['accounts', state, q, after],
    queryFn: ({ signal }) => {
      const query = { ...(state && { state }), ...(q && { q }), ...(after && { after }) };
      return answerOf(client.GET('/api/accounts', { signal, params: { query } }));
    },
  });

export function makeAccount(body: AccountWish): Promise<HandedPassword> {
  return answerOf(client.POST('/api/accounts', { body }));
}

const at = (accountId: string) => ({ params: { path: { accountId } } });

export function approveAccount(accountId: string): Promise<HandedPassword> {
  return answerOf(client.POST('/api/accounts/{accountId}/approval', at(accountId)));
}

/** What is done for a reason, by the last part of its address. */
export type Step = 'refusal' | 'lock' | 'unlock' | 'close';

export function stepAccount(accountId: string, step: Step, reason: string) {
  const body = { reason };
  const where = { ...at(accountId), body };
  if (step === 'refusal') return answerOf(client.POST('/api/accounts/{accountId}/refusal', where));
  if (step === 'lock') return answerOf(client.POST('/api/accounts/{accountId}/lock', where));
  if (step === 'unlock') return answerOf(client.POST('/api/accounts/{accountId}/unlock', where));
  return answerOf(client.POST('/api/accounts/{accountId}/close', where));
}

export function resetPassword(accountId: string): Promise<{ password: string }> {
  return answerOf(client.POST('/api/accounts/{accountId}/password', at(accountId)));
}

export function resetFactors(accountId: string) {
  return answerOf(client.DELETE('/api/accounts/{accountId}/factors', at(accountId)));
}

export function changeRight(accountId: string, member: NonNullable<AccountRow['member']>) {
  return answerOf(client.PATCH('/api/accounts/{accountId}', { ...at(accountId), body: { member } }));
}
