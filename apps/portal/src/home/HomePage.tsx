import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { placesOf } from '../app/navigation.ts';
import { useTexts } from '../i18n/index.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';

/** Leads everyone to where their day begins: the first place they may go, or the door. */
export function HomePage() {
  const { t } = useTexts();
  const { data: session, error, refetch } = useQuery(sessionQuery());
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!session) return <Skeleton label={t('app.loading')} bars={[40, 100, 90]} />;
  // What is open to anybody is not where a day begins: whoever is not known is asked who they are.
  const known = session.signedIn || session.mode === 'demo';
  const [first] = known ? placesOf(session) : [];
  return <Navigate to={first?.to ?? '/sign-in'} replace />;
}
