import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { FilingDialog } from './FilingDialog.tsx';
import { ParcelRows } from './ParcelRows.tsx';
import { centresQuery, parcelsQuery, states } from './queries.ts';
import { ScanForm } from './ScanForm.tsx';
import '../returns/returns.css';

const route = getRouteApi('/return-centre');

/** A return centre at work: parcels are scanned in, sorted, and go on to a return list or out again. */
export function ReturnCentrePage() {
  const { t } = useTexts();
  const { stage } = route.useSearch();
  const { data: session } = useQuery(sessionQuery());
  const { data: known } = useQuery(centresQuery());
  const found = useInfiniteQuery(parcelsQuery(stage));
  const [filing, setFiling] = useState(false);
  const may = (action: 'work' | 'file') =>
    session !== undefined && sessionAllows(session, { resource: 'return-centres', action });
  const rows = found.data?.pages.flatMap(({ parcels }) => parcels);
  const waiting = found.data?.pages[0]?.waiting ?? {};
  const own = known?.centres.filter(({ owner }) => may('file') || owner === session?.enterprise?.code) ?? [];
  return (
    <>
      <PageHead title={t('centre.title')} intro={t('centre.intro')}>
        {may('file') && <Button onClick={() => setFiling(true)}>{t('centre.file')}</Button>}
      </PageHead>
      {may('work') && own.length > 0 && <ScanForm centres={own} />}
      <nav className="returns-states" aria-label={t('centre.state')}>
        <Link
          className="button button-plain"
          to="/return-centre"
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t('returns.all')}
        </Link>
        {states.map((one) => (
          <Link key={one} className="button button-plain" to="/return-centre" search={{ stage: one }}>
            {t(`centre.states.${one}`)}
            {waiting[one] === undefined ? '' : ` ${waiting[one]}`}
          </Link>
        ))}
      </nav>
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('centre.none')} hint={t('centre.noneHint')} />}
      {rows && rows.length > 0 && <ParcelRows rows={rows} />}
      {found.hasNextPage && (
        <p>
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('returns.more')}
          </Button>
        </p>
      )}
      {filing && <FilingDialog onClose={() => setFiling(false)} />}
    </>
  );
}
