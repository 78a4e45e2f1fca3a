import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { reconnectLive } from '../api/live.ts';
import { sessionQuery } from '../api/session.ts';
import type { Session } from '../api/types.ts';

/** Where somebody begins: a newcomer makes the account whole first, a consumer comes for what is theirs. */
const begins: Readonly<Record<string, '/account' | '/me'>> = { newcomer: '/account', consumer: '/me' };

/** What follows a sign-in: nothing of whoever was here before stays. */
export function useEntered() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (session: Session) => {
    queryClient.clear();
    queryClient.setQueryData(sessionQuery().queryKey, session);
    reconnectLive();
    await navigate({ to: begins[session.role] ?? '/' });
  };
}
