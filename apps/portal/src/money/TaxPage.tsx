import { useQuery } from '@tanstack/react-query';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Bars } from '../ui/charts/Bars.tsx';
import { Empty } from '../ui/Empty.tsx';
import { formatAmount } from '../ui/format.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { BillsTable } from './BillsTable.tsx';
import { CertificatesTable } from './CertificatesTable.tsx';
import { calendarQuery } from './queries.ts';
import './money.css';

/** Tax of released lists: when what is due, certificates to pay, and the bills behind them. */
export function TaxPage() {
  const { t, locale } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(calendarQuery());
  const settles =
    session !== undefined && sessionAllows(session, { resource: 'tax-bills', action: 'settle' });
  const owed = data?.days.reduce((sum, day) => sum + Number(day.owed), 0) ?? 0;
  const write = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 });
  return (
    <>
      <PageHead title={t('money.tax')} intro={t('money.taxIntro')} />
      <div className="money-page">
        {error && <Trouble error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {data?.waiting.map(({ guarantor, lists, tax }) => (
          <p key={guarantor} className="panel money-waiting">
            {t('money.waiting', { guarantor, count: lists, tax: formatAmount(tax) })}
          </p>
        ))}
        {data?.days.length === 0 && <Empty title={t('money.nothingDue')} hint={t('money.nothingDueHint')} />}
        {data && data.days.length > 0 && (
          <section className="panel">
            <Bars
              title={t('money.due')}
              description={t('money.dueChart', { owed: write(owed), today: data.today })}
              series={[{ key: 'owed', label: t('money.owed'), tone: 'warning' }]}
              points={data.days.map((day) => ({ label: day.dueTo, values: { owed: Number(day.owed) } }))}
              write={write}
            />
          </section>
        )}
        <CertificatesTable settles={settles} />
        <BillsTable />
      </div>
    </>
  );
}
