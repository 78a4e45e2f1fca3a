import { useQuery } from '@tanstack/react-query';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type RetentionRow, retentionQuery } from './queries.ts';
import { Record } from './Record.tsx';
import './retention.css';

/** What is kept for how long, for anybody; and for those who look after it what was erased and what is held. */
export function RetentionPage() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(retentionQuery());
  const reads = session && sessionAllows(session, { resource: 'retention', action: 'read-record' });
  return (
    <section className="retention-page">
      <PageHead title={t('retention.title')} intro={t('retention.intro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {data && <RetentionTable rows={data.rows} />}
      {reads && <Record mayHold={sessionAllows(session, { resource: 'retention', action: 'hold' })} />}
    </section>
  );
}

const froms = ['release', 'receipt', 'answer', 'event'] as const;

function RetentionTable({ rows }: { readonly rows: readonly RetentionRow[] }) {
  const { t } = useTexts();
  const fromOf = (row: RetentionRow) => froms.find((one) => one === row.countedFrom);
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('retention.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('retention.what')}</th>
            <th scope="col">{t('retention.kept')}</th>
            <th scope="col">{t('retention.after')}</th>
            <th scope="col">{t('retention.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const from = fromOf(row);
            return (
              <tr key={row.kind}>
                <th scope="row">
                  <Said text={row} />
                </th>
                <td>
                  {row.months ? t('retention.months', { count: row.months }) : t('retention.noMonths')}
                  {from && <small className="retention-under">{t(`retention.from.${from}`)}</small>}
                </td>
                <td>
                  {t(`retention.afterwards.${row.afterwards}`)}
                  {row.doneBy === 'nobody' && (
                    <small className="retention-under">{t('retention.nobody')}</small>
                  )}
                </td>
                <td>
                  <span lang="zh-CN">{row.source}</span>{' '}
                  <small className="retention-under">
                    {row.rule} <Confidence mark={row.confidence} />
                  </small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
