import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, client } from './client.ts';
import type { Session } from './types.ts';

export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/session', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a user may do from here, by the server's word. */
export type Permission = Pick<Session['may'][number], 'resource' | 'action'>;

export function sessionAllows(session: Session, { resource, action }: Permission): boolean {
  return session.may.some((one) => one.resource === resource && one.action === action);
}

export function signIn(key: string): Promise<Session> {
  return answerOf(client.POST('/api/session', { body: { key } }));
}

/** Answers where to go on to, where an agency has signed somebody in. */
export async function signOut(): Promise<string | undefined> {
  return (await answerOf(client.DELETE('/api/session'))).location;
}

/** Whether what the screen shows can follow the lists as they change: for those who may read them. */
export function useFollowsLists(): boolean {
  const { data: session } = useQuery(sessionQuery());
  return session !== undefined && sessionAllows(session, { resource: 'lists', action: 'read' });
}
