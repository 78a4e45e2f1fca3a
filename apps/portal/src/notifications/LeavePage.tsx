import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { leaveMail } from './queries.ts';

const route = getRouteApi('/unsubscribe/$token');

/** Where the link at the end of every mail leads: one press, and nothing more is sent. Nobody has to sign in. */
export function LeavePage() {
  const { t } = useTexts();
  const { token } = route.useParams();
  const leaving = useMutation({ mutationFn: () => leaveMail(token) });
  return (
    <section className="notifications">
      <PageHead title={t('notifications.leave.title')} />
      {leaving.error && <Trouble error={leaving.error} onRetry={() => leaving.reset()} />}
      {leaving.isSuccess ? (
        <p role="status">
          {t('notifications.leave.done')}{' '}
          <Link to="/notifications/settings">{t('notifications.settings')}</Link>
        </p>
      ) : (
        <>
          <p>{t('notifications.leave.hint')}</p>
          <p>
            <Button kind="primary" busy={leaving.isPending} onClick={() => leaving.mutate()}>
              {t('notifications.leave.deed')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
