import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confidence } from '../ui/Confidence.tsx';
import { Bars } from '../ui/charts/Bars.tsx';
import { Meter } from '../ui/charts/Meter.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ApplicationsTable } from './ApplicationsTable.tsx';
import { ApplyDialog } from './ApplyDialog.tsx';
import { More } from './More.tsx';
import { type Month, monthsQuery } from './queries.ts';
import { Standing } from './Standing.tsx';
import './summaries.css';

/** Months of closed export lists: until when they are declared in summary, and how far that is. */
export function SummariesPage() {
  const { t, locale } = useTexts();
  const [applying, setApplying] = useState<string>();
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(monthsQuery());
  const months = found.data?.pages.flatMap((page) => page.months);
  const applies = session !== undefined && sessionAllows(session, { resource: 'summaries', action: 'apply' });
  return (
    <>
      <PageHead title={t('summaries.title')} intro={t('summaries.intro')} />
      <div className="summaries-page">
        {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
        {!months && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {months?.length === 0 && <Empty title={t('summaries.none')} hint={t('summaries.noneHint')} />}
        {months && months.length > 0 && (
          <>
            <section className="panel">
              <Picture months={months} write={(value) => value.toLocaleString(locale)} />
            </section>
            <section className="panel table-scroll">
              <MonthsTable months={months} onApply={applies ? setApplying : undefined} />
              <More found={found} />
            </section>
          </>
        )}
        <ApplicationsTable />
      </div>
      {applying !== undefined && <ApplyDialog month={applying} onClose={() => setApplying(undefined)} />}
    </>
  );
}

/** Lists by what has become of them, month by month. */
function Picture({
  months,
  write,
}: {
  readonly months: readonly Month[];
  readonly write: (value: number) => string;
}) {
  const { t } = useTexts();
  const points = [...new Set(months.map(({ month }) => month))]
    .map((label) => {
      const rows = months.filter(({ month }) => month === label);
      const sum = (name: 'lists' | 'taken' | 'statisticsLists') =>
        rows.reduce((total, row) => total + row[name], 0);
      const values = {
        ...{ taken: sum('taken'), waiting: sum('lists') - sum('taken'), counted: sum('statisticsLists') },
      };
      return { label, values };
    })
    .reverse();
  const latest = points.at(-1) ?? { label: '', values: { taken: 0, waiting: 0, counted: 0 } };
  return (
    <Bars
      title={t('summaries.picture')}
      description={t('summaries.pictureOf', { month: latest.label, ...latest.values })}
      series={[
        { key: 'taken', label: t('summaries.taken'), tone: 'success' },
        { key: 'waiting', label: t('summaries.waiting'), tone: 'warning' },
        { key: 'counted', label: t('summaries.statistics'), tone: 'quiet' },
      ]}
      points={points}
      write={write}
    />
  );
}

interface MonthsProps {
  readonly months: readonly Month[];
  readonly onApply: ((month: string) => void) | undefined;
}

function MonthsTable({ months, onApply }: MonthsProps) {
  const { t } = useTexts();
  return (
    <table className="table">
      <caption className="sr-only">{t('summaries.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('summaries.month')}</th>
          <th scope="col">{t('summaries.consignor')}</th>
          <th scope="col">{t('summaries.progress')}</th>
          <th scope="col">{t('summaries.due')}</th>
          <th scope="col">{t('summaries.standing')}</th>
          <th scope="col" className="figure">
            {t('summaries.statistics')}
          </th>
          {onApply && <th scope="col">{t('summaries.deeds')}</th>}
        </tr>
      </thead>
      <tbody>
        {months.map((row) => (
          <MonthRow key={`${row.month} ${row.ebcCode}`} row={row} onApply={onApply} />
        ))}
      </tbody>
    </table>
  );
}

function MonthRow({ row, onApply }: { readonly row: Month; readonly onApply: MonthsProps['onApply'] }) {
  const { t, locale } = useTexts();
  const write = (value: number) => value.toLocaleString(locale);
  const told = t('summaries.takenOf', { taken: write(row.taken), lists: write(row.lists) });
  return (
    <tr>
      <th scope="row">{row.month}</th>
      <td>
        <span lang="zh">{row.ebcName}</span> <span className="code quiet">{row.ebcCode}</span>
      </td>
      <td>
        <span className="summaries-progress">
          <Meter
            label={told}
            parts={[{ key: 'taken', tone: 'success', share: row.lists === 0 ? 1 : row.taken / row.lists }]}
          />
          <span aria-hidden="true">{told}</span>
        </span>
      </td>
      <td>
        {row.due} <Confidence mark={row.dueConfidence} />
      </td>
      <td>
        <Standing standing={row.standing} />
      </td>
      <td className="figure">
        {row.statisticsLists === 0 ? (
          '–'
        ) : (
          <Link className="row-link" to="/summaries/months/$month" params={{ month: row.month }}>
            {write(row.statisticsLists)}
          </Link>
        )}
      </td>
      {onApply && (
        <td>
          {row.lists > row.taken && (
            <Button small onClick={() => onApply(row.month)}>
              {t('summaries.apply')}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
