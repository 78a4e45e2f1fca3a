import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ActsView } from './ActsView.tsx';
import { EventsTable } from './EventsTable.tsx';
import { ExportButton } from './ExportButton.tsx';
import { KindAndDay } from './KindAndDay.tsx';
import { type EventsFilter, eventKinds, eventsQuery } from './queries.ts';
import './audit.css';

const route = getRouteApi('/audit');

/** For auditors: the evidence of accounts and sign-ins, and what people have done. */
export function AuditPage() {
  const { t } = useTexts();
  const { view, area, subject, day, ...events } = route.useSearch();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery());
  const both = session !== undefined && sessionAllows(session, { resource: 'audit-entries', action: 'read' });
  const ofDay = day && { day };
  return (
    <>
      <PageHead title={t('audit.title')} intro={t(view ? 'audit.actsIntro' : 'audit.intro')} />
      {both && (
        <div className="audit-filters">
          <Choice
            label={t('audit.view')}
            value={view ?? 'accounts'}
            options={(['accounts', 'acts'] as const).map((value) => ({
              value,
              label: t(`audit.views.${value}`),
            }))}
            onChange={(value) =>
              void navigate({
                to: '/audit',
                search: value === 'acts' ? { view: value, ...ofDay } : { ...ofDay },
              })
            }
          />
        </div>
      )}
      {view ? (
        <ActsView filter={{ ...(area && { area }), ...(subject && { subject }), ...ofDay }} />
      ) : (
        <EventsView filter={{ ...events, ...ofDay }} />
      )}
    </>
  );
}

/** The evidence of accounts and sign-ins, the newest first. */
function EventsView({ filter }: { readonly filter: EventsFilter }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    eventsQuery(filter),
  );
  const rows = data?.pages.flatMap(({ events }) => events);
  const show = (search: EventsFilter) => void navigate({ to: '/audit', search });
  return (
    <>
      <Filters filter={filter} login={rows?.[0]?.login ?? filter.accountId ?? ''} onChange={show} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('audit.none')} hint={t('audit.noneHint')} />}
      {rows && rows.length > 0 && (
        <EventsTable rows={rows} onAccount={(accountId) => show({ ...filter, accountId })} />
      )}
      <p className="audit-more">
        {hasNextPage && (
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('audit.more')}
          </Button>
        )}{' '}
        <ExportButton rows={rows ?? []} />
      </p>
    </>
  );
}

interface FiltersProps {
  readonly filter: EventsFilter;
  /** Of the account that is looked at alone. */
  readonly login: string;
  readonly onChange: (filter: EventsFilter) => void;
}

function Filters({ filter, login, onChange }: FiltersProps) {
  const { t } = useTexts();
  const { kind: _kind, ...anyKind } = filter;
  const { day: _day, ...anyDay } = filter;
  const { accountId, ...anybody } = filter;
  return (
    <search className="audit-filters">
      <KindAndDay
        kinds={eventKinds}
        nameOf={(kind) => t(`audit.kinds.${kind}`)}
        kind={filter.kind}
        day={filter.day}
        onKind={(kind) => onChange({ ...anyKind, ...(kind && { kind }) })}
        onDay={(day) => onChange({ ...anyDay, ...(day && { day }) })}
      />
      {accountId && <Button onClick={() => onChange(anybody)}>{t('audit.anybody', { login })}</Button>}
    </search>
  );
}
