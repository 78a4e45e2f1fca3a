import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useCanGoBack, useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ProblemError } from '../api/client.ts';
import { useRefetchInterval } from '../api/live.ts';
import type { ListDetail } from '../api/types.ts';
import { ListNotFound } from '../app/NotFound.tsx';
import { ListAgencies } from '../consents/ListAgencies.tsx';
import { Deeds } from '../history/Deeds.tsx';
import { ListQuestions } from '../history/ListQuestions.tsx';
import { Versions } from '../history/Versions.tsx';
import { useTexts } from '../i18n/index.ts';
import { ListInspections } from '../inspections/ListInspections.tsx';
import { listQuery } from '../lists/queries.ts';
import { PrintSheets } from '../papers/PrintSheets.tsx';
import { PersonsButton } from '../persons/PersonsButton.tsx';
import { OfList } from '../transit/OfList.tsx';
import { setServerNow } from '../ui/now.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useTitle } from '../ui/title.ts';
import { DecisionCard } from './DecisionCard.tsx';
import { Facts } from './Facts.tsx';
import { PaperFields } from './PaperFields.tsx';
import { PapersMatrix } from './PapersMatrix.tsx';
import { Quota } from './Quota.tsx';
import { Receipts } from './Receipts.tsx';
import { TaxCalculation } from './TaxCalculation.tsx';
import { Timeline } from './Timeline.tsx';
import './aside.css';
import './list.css';

export function ListPage() {
  const { t } = useTexts();
  const { ebpCode, orderNo } = useParams({ from: '/lists/$ebpCode/$orderNo' });
  const refetchInterval = useRefetchInterval();
  const { data, error, refetch } = useQuery({
    ...listQuery(ebpCode, orderNo),
    refetchInterval,
  });
  const now = data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  useTitle(orderNo);

  const status = error instanceof ProblemError ? error.status : undefined;
  if (status === 401) return <Navigate to="/sign-in" />;
  if (status === 404) return <ListNotFound />;
  return (
    <article className="list-page">
      <BackToLists />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data && <Sections detail={data} />}
      {!data && !error && <Skeleton label={t('list.loading')} bars={[40, 100, 100, 70, 100, 100, 90, 60]} />}
    </article>
  );
}

/** Back to the lists as they were left, filters and place; from a shared link, to all of them. */
function BackToLists() {
  const { t } = useTexts();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <Link
      to="/lists"
      className="back"
      onClick={(event) => {
        if (!canGoBack || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      {t('list.back')}
    </Link>
  );
}

function Sections({ detail }: { readonly detail: ListDetail }) {
  return (
    <>
      <Facts list={detail.list} />
      <PrintSheets detail={detail} />
      <PersonsButton detail={detail} />
      <Deeds of={detail.list} />
      <div className="list-columns">
        <div className="list-main">
          <ListQuestions of={detail.list} />
          <OfList of={detail.list} />
          <DecisionCard detail={detail} />
          <ListAgencies of={{ ebpCode: detail.list.ebpCode, orderNo: detail.list.orderNo }} />
          <ListInspections of={detail.list} />
          <PapersMatrix detail={detail} />
          <TaxCalculation tax={detail.tax} />
          <PaperFields papers={detail.papers} />
          <Versions of={detail.list} />
        </div>
        <aside className="list-aside">
          {detail.quota && <Quota quota={detail.quota} />}
          <Timeline entries={detail.timeline} />
          <Receipts receipts={detail.receipts} />
        </aside>
      </div>
    </>
  );
}
