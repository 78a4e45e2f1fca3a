import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Ago, Moment } from '../ui/Moment.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { endSessions, ownSessionsQuery } from './queries.ts';

/** Where one is signed in, and signing out there. */
export function SessionsSection() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(ownSessionsQuery());
  const queryClient = useQueryClient();
  const ending = useMutation({
    mutationFn: endSessions,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery().queryKey }),
  });
  const sessions = data?.sessions ?? [];
  return (
    <section className="panel" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('account.sessions.title')}</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}

      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              {(['browser', 'address', 'since', 'seen'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`account.sessions.${name}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ sessionId, browser, address, openedAt, lastSeenAt, current }) => (
              <tr key={sessionId}>
                <th scope="row" className="session-browser">
                  {browserName(browser)}
                </th>
                <td>{address}</td>
                <td>
                  <Moment at={openedAt} />
                </td>
                <td>
                  <Ago at={lastSeenAt} />
                </td>
                <td>
                  {current ? (
                    t('account.sessions.here')
                  ) : (
                    <Button small busy={ending.isPending} onClick={() => ending.mutate(sessionId)}>
                      {t('account.sessions.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sessions.length > 1 && (
        <Button busy={ending.isPending} onClick={() => ending.mutate(undefined)}>
          {t('account.sessions.endOthers')}
        </Button>
      )}
    </section>
  );
}

/** What a browser says of itself, as far as people know it: the last of its names with the system. */
function browserName(text: string): string {
  const system = /\(([^;)]+)/.exec(text)?.[1];
  const name = /(Edg|OPR|Firefox|Chrome|Safari)\/(\d+)/.exec(text);
  if (!name) return text || '–';
  return [`${name[1]} ${name[2]}`, system].filter(Boolean).join(' · ');
}
