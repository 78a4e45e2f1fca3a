import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRefetchInterval } from '../api/live.ts';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { unreadQuery } from '../notifications/queries.ts';
import { Icon } from '../ui/Icon.tsx';

/** Beyond this a bell is full; the server counts no further either. */
const most = 100;

/** How much somebody has not read, on every page. */
export function Bell() {
  const { t } = useTexts();
  const refetchInterval = useRefetchInterval();
  const { data: session } = useQuery(sessionQuery());
  const told = session !== undefined && sessionAllows(session, { resource: 'notifications', action: 'read' });
  const { data } = useQuery({ ...unreadQuery(), enabled: told, refetchInterval });
  if (!told) return null;
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? t('app.bell.unread', { count: unread }) : t('app.bell.none');
  return (
    <Link to="/notifications" className="bell" aria-label={label} title={label}>
      <Icon name="bell" />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread < most ? unread : `${most - 1}+`}
        </span>
      )}
    </Link>
  );
}
