import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type LinkData = components['schemas']['Link'];
export type Dispatch = components['schemas']['Dispatch'];
export const dispatchStates = ['lost', 'failed', 'waiting', 'sent', 'answered'] as const;
export type DispatchState = (typeof dispatchStates)[number];

/** What of a link is shown below it. */
export interface LinksFilter {
  readonly show?: DispatchState | 'unmatched' | 'unreadable';
}

const refetchMs = 10_000;

export const linksQuery = () =>
  queryOptions({
    queryKey: ['links'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/links', { signal })),
    refetchInterval: refetchMs,
  });

const path = { agency: 'customs' as const };

export const dispatchesQuery = (state: DispatchState) =>
  infiniteQueryOptions({
    queryKey: ['links', 'dispatches', state],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/links/{agency}/dispatches', {
          params: { path, query: { state, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }: { next?: string | undefined }) => next,
  });

export const unmatchedQuery = () =>
  queryOptions({
    queryKey: ['links', 'unmatched'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/links/{agency}/answers', { params: { path, query: {} }, signal })),
  });

export const unreadableQuery = () =>
  queryOptions({
    queryKey: ['links', 'unreadable'],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/links/{agency}/unreadable', { params: { path }, signal })),
  });

export function replay(messageId: string) {
  return answerOf(
    client.POST('/api/links/{agency}/dispatches/{messageId}/replay', {
      params: { path: { ...path, messageId } },
    }),
  );
}
