import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { reconnectLive } from '../api/live.ts';
import { sessionQuery } from '../api/session.ts';
import type { Session } from '../api/types.ts';

/** What follows a sign-in: nothing of whoever was here before stays, and a newcomer first makes the account whole. */
export function useEntered() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (session: Session) => {
    queryClient.clear();
    queryClient.setQueryData(sessionQuery().queryKey, session);
    reconnectLive();
    await navigate({ to: session.role === 'newcomer' ? '/account' : '/' });
  };
}
