import type { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/client.ts';
import { reconnectLive } from '../api/live.ts';
import { sessionQuery } from '../api/session.ts';
import { router } from './router.ts';

/** A session that ended by itself leaves nothing of its owner on the screen. */
export function leaveIfEnded(queryClient: QueryClient, error: Error): void {
  const ended = error instanceof ProblemError && error.problem?.code === 'KEY-UNKNOWN';
  if (!ended || !queryClient.getQueryData(sessionQuery().queryKey)?.signedIn) return;
  queryClient.clear();
  reconnectLive();
  void router.navigate({ to: '/sign-in', state: { ended: true } });
}
