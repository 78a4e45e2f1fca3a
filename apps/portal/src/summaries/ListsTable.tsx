import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { More } from './More.tsx';
import { membersQuery } from './queries.ts';

interface ListsProps {
  readonly declSeqNo: string;
  readonly line: number | undefined;
}

/** Lists of a summary, or those behind one of its lines with what of them went there. */
export function ListsTable({ declSeqNo, line }: ListsProps) {
  const { t } = useTexts();
  const found = useInfiniteQuery(membersQuery(declSeqNo, line));
  const rows = found.data?.pages.flatMap(({ lists }) => lists);
  if (!rows) return null;
  const title = line === undefined ? t('summaries.lists') : t('summaries.listsOfLine', { line });
  return (
    <section className="panel table-scroll">
      <h2>{title}</h2>
      <table className="table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('summaries.invtNo')}</th>
            <th scope="col">{t('summaries.orderNo')}</th>
            <th scope="col">{t('summaries.logisticsNo')}</th>
            <th scope="col">{t('summaries.closed')}</th>
            <th scope="col" className="figure">
              {t('summaries.items')}
            </th>
            <th scope="col" className="figure">
              {t('summaries.totalPrice')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position}>
              <th scope="row" className="code">
                {row.invtNo}
              </th>
              <td className="code">{row.orderNo}</td>
              <td className="code">{row.logisticsNo}</td>
              <td>
                <Moment at={row.closedAt} />
              </td>
              <td className="figure">{row.items}</td>
              <td className="figure code">{row.totalPrice}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
