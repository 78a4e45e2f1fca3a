import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';
import type { Session } from './types.ts';

/** What the table of lists is asked for: the filters of the address bar. */
export interface ListsFilter {
  readonly state?: 'waiting' | 'forwarded' | 'released' | 'held' | 'refused' | 'withdrawn';
  readonly mode?: '9610' | '1210';
  readonly search?: string;
  readonly office?: string;
  readonly cursor?: string;
}

/** Rows of one page. */
const pageSize = 50;

export const queries = {
  lists: (filter: ListsFilter) =>
    queryOptions({
      queryKey: ['lists', filter],
      queryFn: ({ signal }) =>
        answerOf(client.GET('/api/lists', { params: { query: { ...filter, limit: pageSize } }, signal })),
      placeholderData: keepPreviousData,
    }),
  list: (ebpCode: string, orderNo: string) =>
    queryOptions({
      queryKey: ['list', ebpCode, orderNo],
      queryFn: ({ signal }) =>
        answerOf(
          client.GET('/api/lists/{ebpCode}/{orderNo}', { params: { path: { ebpCode, orderNo } }, signal }),
        ),
    }),
  summary: () =>
    queryOptions({
      queryKey: ['summary'],
      queryFn: ({ signal }) =>
        answerOf(client.GET('/api/summary', { params: { query: { bucketSeconds: '10' } }, signal })),
    }),
  session: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => answerOf(client.GET('/api/session', { signal })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

/** What a user may do from here, by the server's word. */
type Permission = Pick<Session['may'][number], 'resource' | 'action'>;

export function sessionAllows(session: Session, { resource, action }: Permission): boolean {
  return session.may.some((one) => one.resource === resource && one.action === action);
}

export function signIn(key: string): Promise<Session> {
  return answerOf(client.POST('/api/session', { body: { key } }));
}

export async function signOut(): Promise<void> {
  await answerOf(client.DELETE('/api/session'));
}
