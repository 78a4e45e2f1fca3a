import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ProblemError } from '../api/client.ts';
import { ListNotFound } from '../app/NotFound.tsx';
import { useTexts } from '../i18n/index.ts';
import { DecisionCard } from '../list/DecisionCard.tsx';
import { Facts } from '../list/Facts.tsx';
import { PaperFields } from '../list/PaperFields.tsx';
import { PapersMatrix } from '../list/PapersMatrix.tsx';
import { Quota } from '../list/Quota.tsx';
import { Receipts } from '../list/Receipts.tsx';
import { TaxCalculation } from '../list/TaxCalculation.tsx';
import { PersonsButton } from '../persons/PersonsButton.tsx';
import { setServerNow } from '../ui/now.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useTitle } from '../ui/title.ts';
import { ActBar } from './ActBar.tsx';
import { History } from './History.tsx';
import { caseQuery } from './queries.ts';
import { Sender } from './Sender.tsx';
import { CaseState, Due } from './useQueueColumns.tsx';
import '../list/aside.css';
import '../list/list.css';
import './desk.css';

const refreshMs = 5_000;

/** A case: why the list is here, its papers side by side, what may be done, and what was done. */
export function CasePage() {
  const { t } = useTexts();
  const key = useParams({ from: '/desk/cases/$ebpCode/$orderNo' });
  const { data, error, refetch } = useQuery({ ...caseQuery(key), refetchInterval: refreshMs });
  const now = data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  useTitle(key.orderNo);
  const status = error instanceof ProblemError ? error.status : undefined;
  if (status === 401) return <Navigate to="/sign-in" />;
  if (status === 404) return <ListNotFound />;
  return (
    <article className="list-page">
      <Link to="/desk" className="back">
        {t('desk.back')}
      </Link>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[40, 100, 100, 70, 100]} />}
      {data && (
        <>
          <Facts list={data.list.list} />
          <PersonsButton key={`persons ${key.orderNo}`} detail={data.list} />
          <section className="panel desk-case" aria-label={t('desk.case')}>
            {data.case && (
              <p className="desk-case-facts">
                <CaseState row={data.case} />
                {data.case.state !== 'closed' && (
                  <span>
                    {t('desk.due')}: <Due at={data.case.dueAt} />
                  </span>
                )}
                <span>
                  {t('desk.holder')}:{' '}
                  {data.case.taken ? (data.case.taken.mine ? t('desk.me') : data.case.taken.by) : '—'}
                </span>
              </p>
            )}
            <ActBar key={key.orderNo} at={key} detail={data} onDone={() => void refetch()} />
          </section>
          <div className="list-columns">
            <div className="list-main">
              <DecisionCard detail={data.list} />
              <PapersMatrix detail={data.list} />
              <TaxCalculation tax={data.list.tax} />
              <PaperFields papers={data.list.papers} />
            </div>
            <aside className="list-aside">
              <History acts={data.history} reasons={data.reasons} />
              {data.list.quota && <Quota quota={data.list.quota} />}
              <Sender sender={data.sender} />
              <Receipts receipts={data.list.receipts} />
            </aside>
          </div>
        </>
      )}
    </article>
  );
}
