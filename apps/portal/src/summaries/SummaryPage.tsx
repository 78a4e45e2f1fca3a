import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { KeyName } from './KeyName.tsx';
import { LinesTable } from './LinesTable.tsx';
import { ListsTable } from './ListsTable.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { summaryQuery, type WholeSummary } from './queries.ts';
import { Standing } from './Standing.tsx';
import './summaries.css';

const route = getRouteApi('/summaries/$declSeqNo');

/** One summary: its lines, the lists behind each, and the proof that the ones are the sums of the others. */
export function SummaryPage() {
  const { t } = useTexts();
  const { declSeqNo } = route.useParams();
  const { line } = route.useSearch();
  const [cancelling, setCancelling] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(summaryQuery(declSeqNo));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  const cancels =
    session !== undefined && sessionAllows(session, { resource: 'summaries', action: 'cancel' });
  const chosen = data?.lines.some(({ lineNo }) => String(lineNo) === line) ? Number(line) : undefined;
  return (
    <>
      <PageHead
        title={t('summaries.summary', { declSeqNo })}
        intro={data ? `${data.ebcName} · ${data.ebcCode}` : ''}
      >
        {cancels && data?.state === 'declared' && (
          <Button kind="danger" onClick={() => setCancelling(true)}>
            {t('summaries.cancel')}
          </Button>
        )}
      </PageHead>
      {!data && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {data && (
        <div className="summaries-page">
          <Facts summary={data} />
          <ProofPanel summary={data} />
          <LinesTable summary={data} chosen={chosen} />
          <ListsTable declSeqNo={declSeqNo} line={chosen} />
        </div>
      )}
      {cancelling && <CancelDialog declSeqNo={declSeqNo} onClose={() => setCancelling(false)} />}
    </>
  );
}

function Facts({ summary }: { readonly summary: WholeSummary }) {
  const { t, locale } = useTexts();
  const facts = [
    ['entryId', summary.entryId],
    ['month', summary.month],
    ['key', <KeyName key="key" of={summary} />],
    ['seller', summary.ownerCode === '' ? '–' : `${summary.ownerName} ${summary.ownerCode}`],
    ['lists', summary.lists.toLocaleString(locale)],
    ['grossWeight', summary.grossWeight],
    ['netWeight', summary.netWeight],
  ] as const;
  return (
    <section className="panel">
      <p className="summaries-head">
        <Standing standing={summary.state} />
        <Moment at={summary.cancelledAt ?? summary.madeAt} />
        {summary.reason !== '' && <span>{summary.reason}</span>}
        <Link to="/summaries/applications/$sumNo" params={{ sumNo: summary.sumNo }}>
          {t('summaries.application', { sumNo: summary.sumNo })}
        </Link>
      </p>
      <dl className="summaries-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`summaries.${name}`)}</dt>
            <dd className="code">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
