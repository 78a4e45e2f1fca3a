import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useRefetchInterval } from '../api/live.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { KindText } from './KindText.tsx';
import { kindOf } from './kinds.ts';
import { markRead, type Notification, notificationsKey, notificationsQuery } from './queries.ts';
import './notifications.css';

const route = getRouteApi('/notifications');

/** What somebody was told, the newest first. */
export function NotificationsPage() {
  const { t } = useTexts();
  const unread = route.useSearch().unread === 'true';
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const refetchInterval = useRefetchInterval();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...notificationsQuery(unread),
    refetchInterval,
  });
  const marking = useMutation({
    mutationFn: markRead,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: notificationsKey }),
  });
  const all = data?.pages.flatMap(({ notifications }) => notifications);
  const newest = all?.[0]?.happenedAt;
  const anyUnread = (data?.pages[0]?.unread ?? 0) > 0;
  return (
    <section className="notifications">
      <PageHead title={t('notifications.title')} intro={t('notifications.intro')}>
        <Link to="/notifications/settings" className="button button-plain">
          {t('notifications.settings')}
        </Link>
        {newest && anyUnread && (
          <Button kind="primary" busy={marking.isPending} onClick={() => marking.mutate({ until: newest })}>
            {t('notifications.readAll')}
          </Button>
        )}
      </PageHead>
      <Choice
        label={t('notifications.which')}
        value={unread ? 'unread' : 'all'}
        options={[
          { value: 'all', label: t('notifications.all') },
          { value: 'unread', label: t('notifications.unread') },
        ]}
        onChange={(which) =>
          void navigate({ to: '/notifications', search: which === 'unread' ? { unread: 'true' } : {} })
        }
      />
      {(error || marking.error) && (
        <Trouble error={error ?? marking.error} onRetry={() => void refetch().then(() => marking.reset())} />
      )}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {all?.length === 0 && (
        <Empty
          title={t(unread ? 'notifications.noneUnread' : 'notifications.none')}
          hint={t('notifications.noneHint')}
        />
      )}
      {all && all.length > 0 && <Lines lines={all} onOpen={(id) => marking.mutate({ ids: [id] })} />}
      {hasNextPage && (
        <p className="notifications-more">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('notifications.more')}
          </Button>
        </p>
      )}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly Notification[];
  readonly onOpen: (notificationId: string) => void;
}

function Lines({ lines, onOpen }: LinesProps) {
  const area = useRef<HTMLUListElement>(null);
  useRowKeys(area);
  return (
    <ul ref={area} className="notifications-lines">
      {lines.map((line) => (
        <Line key={line.notificationId} line={line} onOpen={() => line.read || onOpen(line.notificationId)} />
      ))}
    </ul>
  );
}

function Line({ line, onOpen }: { readonly line: Notification; readonly onOpen: () => void }) {
  const { t } = useTexts();
  const { kind, text, count, about, place, happenedAt, read } = line;
  const { tone, icon } = kindOf(kind) ?? { tone: 'withdrawn', icon: 'info' as const };
  return (
    <li className={`tone-${tone}${read ? ' notifications-read' : ''}`}>
      <Link to={place} data-shortcut="row" onClick={onOpen}>
        <span className="notifications-sign">
          <Icon name={icon} />
        </span>
        <span>
          {!read && <span className="sr-only">{t('notifications.new')}</span>}
          <strong>
            <KindText kind={kind} text={text} />
          </strong>
          {about && <span className="code"> {about}</span>}
          {count > 1 && <span className="mark">{t('notifications.several', { count })}</span>}
        </span>
        <span className="quiet">
          <Ago at={happenedAt} />
        </span>
      </Link>
    </li>
  );
}
