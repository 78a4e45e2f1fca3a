import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { More } from './More.tsx';
import { Placed } from './Placed.tsx';
import { applicationsQuery } from './queries.ts';
import { Standing } from './Standing.tsx';

/** What has been applied for, and how far each has come. */
export function ApplicationsTable() {
  const { t, locale } = useTexts();
  const found = useInfiniteQuery(applicationsQuery());
  const rows = found.data?.pages.flatMap(({ applications }) => applications);
  if (!rows || rows.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('summaries.applications')}</h2>
      <table className="table">
        <caption className="sr-only">{t('summaries.applications')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('summaries.sumNo')}</th>
            <th scope="col">{t('summaries.consignor')}</th>
            <th scope="col">{t('summaries.applied')}</th>
            <th scope="col">{t('summaries.standing')}</th>
            <th scope="col">{t('summaries.progress')}</th>
            <th scope="col" className="figure">
              {t('summaries.summaries')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sumNo}>
              <th scope="row">
                <Link
                  className="row-link code"
                  data-shortcut="row"
                  to="/summaries/applications/$sumNo"
                  params={{ sumNo: row.sumNo }}
                >
                  {row.sumNo}
                </Link>
              </th>
              <td>
                <span lang="zh">{row.ebcName}</span>
              </td>
              <td>
                <Moment at={row.appliedAt} />
              </td>
              <td>
                <Standing standing={row.state} />
              </td>
              <td>
                <Placed application={row} />
              </td>
              <td className="figure">{row.summaries.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
