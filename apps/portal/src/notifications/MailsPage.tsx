import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRefetchInterval } from '../api/live.ts';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { type Mail, type MailState, mailsAgain, mailsKey, mailsQuery } from './queries.ts';
import { shownStates } from './states.ts';
import './notifications.css';

const route = getRouteApi('/mails');

const tones: Readonly<Record<MailState, string>> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'released',
  failed: 'refused',
  uncertain: 'held',
  dropped: 'withdrawn',
};

/** How mail goes, for those who look after the platform: whose it is, and nothing of what it says. */
export function MailsPage() {
  const { t } = useTexts();
  const { mails: state } = route.useSearch();
  const navigate = useNavigate();
  const refetchInterval = useRefetchInterval();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...mailsQuery(state),
    refetchInterval,
  });
  const [first] = data?.pages ?? [];
  const all = data?.pages.flatMap(({ mails }) => mails);
  return (
    <section className="mails">
      <PageHead
        title={t('notifications.mails.title')}
        {...(first
          ? {
              intro: first.server
                ? t('notifications.mails.server', first.server)
                : t('notifications.mails.noServer'),
            }
          : {})}
      />
      <Choice
        label={t('notifications.mails.state')}
        value={state ?? 'all'}
        options={(['all', ...shownStates] as const).map((value) => ({
          value,
          label: (
            <>
              {t(`notifications.mails.states.${value}`)}
              {value !== 'all' && first?.counts[value] ? (
                <span className="count"> {first.counts[value]}</span>
              ) : null}
            </>
          ),
        }))}
        onChange={(which) => void navigate({ to: '/mails', search: which === 'all' ? {} : { mails: which } })}
      />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {all?.length === 0 && (
        <Empty title={t('notifications.mails.none')} hint={t('notifications.mails.noneHint')} />
      )}
      {all && all.length > 0 && <MailsTable mails={all} />}
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

function MailsTable({ mails }: { readonly mails: readonly Mail[] }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const allowed =
    session !== undefined && sessionAllows(session, { resource: 'mails', action: 'send-again' });
  const queryClient = useQueryClient();
  const again = useMutation({
    mutationFn: ({ accountId, mailKey }: Mail) => mailsAgain([{ accountId, mailKey }]),
    onError: () => toast(t('notifications.notDone'), 'failed'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mailsKey }),
  });
  const stuck = ({ state, kind }: Mail): boolean =>
    kind !== 'code' && (state === 'failed' || state === 'uncertain');
  return (
    <div className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('notifications.mails.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('notifications.mails.to')}</th>
            <th scope="col">{t('notifications.mails.kind')}</th>
            <th scope="col">{t('notifications.mails.made')}</th>
            <th scope="col">{t('notifications.mails.state')}</th>
            <th scope="col" className="figure">
              {t('notifications.mails.tries')}
            </th>
            <th scope="col">{t('notifications.mails.fault')}</th>
            {allowed && <td />}
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={`${mail.accountId} ${mail.mailKey}`}>
              <th scope="row">
                <span className="code">{mail.login}</span>{' '}
                {mail.address && <span className="code quiet">{mail.address}</span>}
              </th>
              <td>{t(`notifications.mails.kinds.${mail.kind}`)}</td>
              <td>
                <Moment at={mail.madeAt} />
              </td>
              <td>
                <span className={`state tone-${tones[mail.state]}`}>
                  {t(`notifications.mails.states.${mail.state}`)}
                </span>
              </td>
              <td className="figure">{mail.tries}</td>
              <td className="code">{[mail.fault, mail.answer].filter(Boolean).join(' ')}</td>
              {allowed && (
                <td>
                  {stuck(mail) && (
                    <Button small busy={again.isPending} onClick={() => again.mutate(mail)}>
                      {t('notifications.mails.again')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
