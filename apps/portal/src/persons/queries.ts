import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type ShownPersons = Schemas['ShownPersons'];
export type Showing = Schemas['Showings']['showings'][number];

/** Persons in full: asked for each time and kept by whoever shows them alone, never by the query client. */
export function showPersons(ebpCode: string, orderNo: string, reason: string): Promise<ShownPersons> {
  const params = { path: { ebpCode, orderNo } };
  return answerOf(client.POST('/api/lists/{ebpCode}/{orderNo}/persons', { params, body: { reason } }));
}

export const showingsQuery = (number: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['showings', number ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/showings', {
          signal,
          params: { query: { ...(number ? { number } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
