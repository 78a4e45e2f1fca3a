import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { inspectionQuery, type Site, sitesQuery } from './queries.ts';
import { SiteDialog } from './SiteDialog.tsx';
import { addDays, dayOf, mondayOf } from './standing.ts';
import { Week } from './Week.tsx';
import './inspections.css';

const route = getRouteApi('/inspections/calendar');

/** A week of a site: how many visits a slot takes and who has booked; where a slot is looked for, each that is free books it. */
export function CalendarPage() {
  const { t } = useTexts();
  const { order } = route.useSearch();
  const [filing, setFiling] = useState<Site | 'new'>();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(sitesQuery());
  const now = data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  const files =
    session !== undefined && sessionAllows(session, { resource: 'inspection-sites', action: 'file' });
  return (
    <>
      <PageHead title={t('inspections.calendar')} intro={order && <BookingFor inspectionId={order} />}>
        <Link className="button button-plain" to="/inspections">
          {t('inspections.title')}
        </Link>
        {files && <Button onClick={() => setFiling('new')}>{t('inspections.newSite')}</Button>}
      </PageHead>
      <div className="inspections-page">
        {error && <Trouble error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 100, 100]} />}
        {data?.sites.length === 0 && (
          <Empty title={t('inspections.noSites')} hint={t('inspections.noSitesHint')} />
        )}
        {data && <OfSites sites={data.sites} now={data.now} {...(files ? { onFile: setFiling } : {})} />}
      </div>
      {filing && (
        <SiteDialog
          today={dayOf(now ?? '')}
          {...(filing === 'new' ? {} : { site: filing })}
          onClose={() => setFiling(undefined)}
        />
      )}
    </>
  );
}

function BookingFor({ inspectionId }: { readonly inspectionId: string }) {
  const { t } = useTexts();
  const { data } = useQuery(inspectionQuery(inspectionId));
  if (!data) return null;
  // The name stands by itself: it is in Chinese whatever the sentence is in.
  return (
    <>
      {t('inspections.bookingFor')} <span lang="zh">{data.holds[0]?.goodsName}</span>
    </>
  );
}

interface OfSitesProps {
  readonly sites: readonly Site[];
  readonly now: string;
  readonly onFile?: (site: Site) => void;
}

/** The week of the site that is chosen; only sites of its office where a slot is looked for. */
function OfSites({ sites, now, onFile }: OfSitesProps) {
  const { t, say } = useTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: inspection } = useQuery({
    ...inspectionQuery(search.order ?? ''),
    enabled: search.order !== undefined,
  });
  const offered = sites.filter(
    ({ customsCode }) => inspection === undefined || customsCode === inspection.customsCode,
  );
  const site = offered.find(({ siteCode }) => siteCode === search.site) ?? offered[0];
  const monday = mondayOf(search.day ?? dayOf(now));
  if (!site) return null;
  return (
    <section className="panel" aria-labelledby="calendar-week">
      <div className="panel-head">
        <h2 id="calendar-week">{t('inspections.week', { from: monday })}</h2>
        {onFile && <Button onClick={() => onFile(site)}>{t('inspections.editHours')}</Button>}
      </div>
      <div className="inspections-bar">
        <select
          className="field"
          aria-label={t('inspections.site')}
          value={site.siteCode}
          onChange={({ target }) => void navigate({ search: { ...search, site: target.value } })}
        >
          {offered.map((one) => (
            <option key={one.siteCode} value={one.siteCode}>
              {say(one.name)} {one.customsCode}
            </option>
          ))}
        </select>
        {(
          [
            ['before', addDays(monday, -7)],
            ['thisWeek', dayOf(now)],
            ['after', addDays(monday, 7)],
          ] as const
        ).map(([name, day]) => (
          <Link
            key={name}
            className="button button-plain"
            to="/inspections/calendar"
            search={{ ...search, day }}
          >
            {t(`inspections.${name}`)}
          </Link>
        ))}
      </div>
      <Week site={site} monday={monday} {...(inspection ? { inspection } : {})} />
    </section>
  );
}
