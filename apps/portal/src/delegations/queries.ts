import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type Delegation = components['schemas']['Delegation'];
export type DelegationKind = components['schemas']['DelegationKind'];
export type NewDelegation = components['schemas']['NewDelegation'];

/** Which delegations: those the enterprise has given, or those it has received. */
export type Side = 'given' | 'received';

/** The kinds of document that can be delegated. */
export const kinds = ['order', 'payment', 'waybill', 'list'] as const satisfies readonly DelegationKind[];

export type Act = 'accept' | 'decline' | 'withdraw' | 'end';

export const delegationsQuery = (side: Side | undefined) =>
  infiniteQueryOptions({
    queryKey: ['delegations', side ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/delegations', {
          signal,
          params: { query: { ...(side ? { side } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const delegationQuery = (delegationId: string) =>
  queryOptions({
    queryKey: ['delegation', delegationId],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/delegations/{delegationId}', { signal, params: { path: { delegationId } } })),
  });

export function giveDelegation(body: NewDelegation) {
  return answerOf(client.POST('/api/delegations', { body }));
}

export function actOn(delegationId: string, act: Act, reason: string) {
  const params = { path: { delegationId } };
  const why = reason === '' ? {} : { reason };
  if (act === 'accept')
    return answerOf(client.POST('/api/delegations/{delegationId}/accept', { params, body: why }));
  if (act === 'withdraw')
    return answerOf(client.POST('/api/delegations/{delegationId}/withdraw', { params, body: why }));
  if (act === 'decline')
    return answerOf(client.POST('/api/delegations/{delegationId}/decline', { params, body: { reason } }));
  return answerOf(client.POST('/api/delegations/{delegationId}/end', { params, body: { reason } }));
}
