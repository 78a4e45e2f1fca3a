import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { CodeName } from '../registry/CodeName.tsx';
import { Empty } from '../ui/Empty.tsx';
import { formatAmount } from '../ui/format.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { More } from './More.tsx';
import { statisticsQuery } from './queries.ts';
import './summaries.css';

const route = getRouteApi('/summaries/months/$month');

/** What the lists of summary statistics of a month add up to. */
export function StatisticsPage() {
  const { t, locale } = useTexts();
  const { month } = route.useParams();
  const found = useInfiniteQuery(statisticsQuery(month));
  const rows = found.data?.pages.flatMap(({ lines }) => lines);
  return (
    <>
      <PageHead title={t('summaries.statisticsOf', { month })} intro={t('summaries.statisticsHint')} />
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100]} />}
      {rows?.length === 0 && (
        <Empty title={t('summaries.noStatistics')} hint={t('summaries.statisticsHint')} />
      )}
      {rows && rows.length > 0 && (
        <section className="panel table-scroll">
          <table className="table">
            <caption className="sr-only">{t('summaries.statisticsOf', { month })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('summaries.gcode')}</th>
                <th scope="col">{t('summaries.consignor')}</th>
                <th scope="col">{t('summaries.country')}</th>
                <th scope="col" className="figure">
                  {t('summaries.items')}
                </th>
                <th scope="col" className="figure">
                  {t('summaries.qty1')}
                </th>
                <th scope="col" className="figure">
                  {t('summaries.totalPrice')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={[row.ebcCode, row.tradeMode, row.country, row.gcode, row.currency, row.unit1].join(
                    ' ',
                  )}
                >
                  <th scope="row" className="code">
                    {row.gcode}
                  </th>
                  <td className="code">{row.ebcCode}</td>
                  <td>
                    <CodeName list="country" code={row.country} />
                  </td>
                  <td className="figure">{row.items.toLocaleString(locale)}</td>
                  <td className="figure">
                    {row.qty1} <CodeName list="unit" code={row.unit1} />
                  </td>
                  <td className="figure">
                    {formatAmount(row.totalPrice)} <CodeName list="currency" code={row.currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <More found={found} />
        </section>
      )}
    </>
  );
}
