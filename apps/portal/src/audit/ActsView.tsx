import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Actor, Detail } from './EventsTable.tsx';
import { KindAndDay } from './KindAndDay.tsx';
import { type Act, type ActsFilter, actAreas, actsQuery } from './queries.ts';

/** What people have done on the platform, the newest first. */
export function ActsView({ filter }: { readonly filter: ActsFilter }) {
  const { t } = useTexts();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    actsQuery(filter),
  );
  const rows = data?.pages.flatMap(({ entries }) => entries);
  return (
    <>
      <ActsFilters filter={filter} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('audit.none')} hint={t('audit.actsNoneHint')} />}
      {rows && rows.length > 0 && <ActsTable rows={rows} />}
      {hasNextPage && (
        <p className="audit-more">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('audit.more')}
          </Button>
        </p>
      )}
    </>
  );
}

function ActsFilters({ filter }: { readonly filter: ActsFilter }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const show = (next: ActsFilter) =>
    void navigate({ to: '/audit', search: { view: 'acts', ...next }, replace: true });
  const { area: _area, ...anyArea } = filter;
  const { day: _day, ...anyDay } = filter;
  const { subject: _subject, ...anySubject } = filter;
  return (
    <search className="audit-filters">
      <KindAndDay
        kinds={actAreas}
        nameOf={(area) => t(`audit.areas.${area}`)}
        kind={filter.area}
        day={filter.day}
        onKind={(area) => show({ ...anyArea, ...(area && { area }) })}
        onDay={(day) => show({ ...anyDay, ...(day && { day }) })}
      />
      <label>
        {t('audit.subject')}{' '}
        <input
          className="field"
          type="search"
          maxLength={200}
          defaultValue={filter.subject ?? ''}
          onChange={({ target }) => {
            const subject = target.value.trim();
            show({ ...anySubject, ...(subject && { subject }) });
          }}
        />
      </label>
    </search>
  );
}

function ActsTable({ rows }: { readonly rows: readonly Act[] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('audit.views.acts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.column.at')}</th>
            <th scope="col">{t('audit.column.what')}</th>
            <th scope="col">{t('audit.subject')}</th>
            <th scope="col">{t('audit.column.actor')}</th>
            <th scope="col">{t('audit.column.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.entryId}>
              <td className="audit-at">
                <Moment at={row.at} />
              </td>
              <th scope="row">
                <What kind={row.kind} />
              </th>
              <td className="code">{row.subject}</td>
              <td>{row.actor === null ? '–' : <Actor row={row} />}</td>
              <td className="audit-detail">
                <Detail detail={row.body} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The area in words, and the kind as the journal names it. */
function What({ kind }: { readonly kind: string }) {
  const { t } = useTexts();
  const area = actAreas.find((one) => kind.startsWith(`${one}-`));
  return (
    <>
      {area && t(`audit.areas.${area}`)}
      <small className="audit-under code">{kind}</small>
    </>
  );
}
