import { hashKey, type QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/client.ts';
import { reconnectLive } from '../api/live.ts';
import { sessionQuery } from '../api/session.ts';
import { router } from './router.ts';

/** A session that ended by itself leaves nothing of its owner on the screen. */
function leave(queryClient: QueryClient): void {
  queryClient.clear();
  reconnectLive();
  void router.navigate({ to: '/sign-in', state: { ended: true } });
}

/** For what a question was answered with: that nobody is signed in, where somebody was. */
export function leaveIfEnded(queryClient: QueryClient, error: Error): void {
  const ended = error instanceof ProblemError && error.problem?.code === 'KEY-UNKNOWN';
  if (ended && queryClient.getQueryData(sessionQuery().queryKey)?.signedIn) leave(queryClient);
}

/**
 * The end may also be told by the session itself, read anew before anything else is: then it is no longer held
 * that somebody was signed in when the refusals come, and nobody would be told why the page is empty.
 */
export function leaveWhenEnded(queryClient: QueryClient): void {
  const key = sessionQuery().queryKey;
  const hash = hashKey(key);
  let signedIn = false;
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (query.queryHash !== hash || (type !== 'updated' && type !== 'removed')) return;
    const before = signedIn;
    signedIn = type === 'updated' && queryClient.getQueryData(key)?.signedIn === true;
    if (type === 'updated' && before && !signedIn) leave(queryClient);
  });
}
