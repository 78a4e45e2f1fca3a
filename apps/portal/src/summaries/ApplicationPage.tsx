import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { KeyName } from './KeyName.tsx';
import { More } from './More.tsx';
import { Placed } from './Placed.tsx';
import {
  type Application,
  applicationQuery,
  isOpen,
  leftOutQuery,
  summariesQuery,
  withdraw,
} from './queries.ts';
import { Standing } from './Standing.tsx';
import './summaries.css';

const route = getRouteApi('/summaries/applications/$sumNo');

/** One application: how far it has come, what was made of it, what it could not take. */
export function ApplicationPage() {
  const { t } = useTexts();
  const { sumNo } = route.useParams();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(applicationQuery(sumNo));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  const applies = session !== undefined && sessionAllows(session, { resource: 'summaries', action: 'apply' });
  return (
    <>
      <PageHead
        title={t('summaries.application', { sumNo })}
        intro={data ? `${data.ebcName} · ${data.ebcCode}` : ''}
      >
        {data && applies && isOpen(data) && <WithdrawButton sumNo={sumNo} />}
      </PageHead>
      {!data && <Skeleton label={t('app.loading')} bars={[100, 100]} />}
      {data && (
        <div className="summaries-page">
          <section className="panel summaries-head">
            <Standing standing={data.state} />
            <Placed application={data} />
          </section>
          <Made application={data} />
          <LeftOut application={data} />
        </div>
      )}
    </>
  );
}

function WithdrawButton({ sumNo }: { readonly sumNo: string }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => withdraw(sumNo),
    onSettled: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: ['summaries'] });
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('summaries.withdraw')}</Button>
      {withdrawing.error && <Trouble error={withdrawing.error} onRetry={() => withdrawing.reset()} />}
      {asking && (
        <Confirm
          title={t('summaries.withdraw')}
          deed={t('summaries.withdraw')}
          onConfirm={() => withdrawing.mutateAsync()}
          onClose={() => setAsking(false)}
        >
          <p>{t('summaries.withdrawHint')}</p>
        </Confirm>
      )}
    </>
  );
}

function Made({ application }: { readonly application: Application }) {
  const { t, locale } = useTexts();
  const found = useInfiniteQuery(summariesQuery(application.sumNo, application.summaries));
  const rows = found.data?.pages.flatMap(({ summaries }) => summaries);
  if (!rows || rows.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('summaries.summaries')}</h2>
      <table className="table">
        <caption className="sr-only">{t('summaries.summaries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('summaries.declSeqNo')}</th>
            <th scope="col">{t('summaries.entryId')}</th>
            <th scope="col">{t('summaries.key')}</th>
            <th scope="col" className="figure">
              {t('summaries.lists')}
            </th>
            <th scope="col" className="figure">
              {t('summaries.lines')}
            </th>
            <th scope="col">{t('summaries.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.declSeqNo}>
              <th scope="row">
                <Link
                  className="row-link code"
                  data-shortcut="row"
                  to="/summaries/$declSeqNo"
                  params={{ declSeqNo: row.declSeqNo }}
                >
                  {row.declSeqNo}
                </Link>
              </th>
              <td className="code">{row.entryId}</td>
              <td>
                <KeyName of={row} />
              </td>
              <td className="figure">{row.lists.toLocaleString(locale)}</td>
              <td className="figure">{row.lineCount}</td>
              <td>
                <Standing standing={row.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}

function LeftOut({ application }: { readonly application: Application }) {
  const { t } = useTexts();
  const found = useInfiniteQuery(leftOutQuery(application.sumNo, !isOpen(application)));
  const rows = found.data?.pages.flatMap(({ lists }) => lists);
  if (!rows || rows.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('summaries.leftOut')}</h2>
      <table className="table">
        <caption className="sr-only">{t('summaries.leftOut')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('summaries.invtNo')}</th>
            <th scope="col">{t('summaries.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ invtNo, why }) => (
            <tr key={invtNo}>
              <th scope="row" className="code">
                {invtNo}
              </th>
              <td>{t(`summaries.reasons.${why}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
