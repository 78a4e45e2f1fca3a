import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { formatAmount } from '../ui/format.ts';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { linesQuery, pictureQuery, type Route } from './queries.ts';

/** Lines of a month, the way each goes, and what it lacks for refund. */
export function LinesTable({ month, route }: { readonly month: string; readonly route: Route | undefined }) {
  const { t } = useTexts();
  const found = useInfiniteQuery(linesQuery(month, route));
  const { data: picture } = useQuery(pictureQuery(month));
  const sentences = new Map(picture?.conditions.map(({ code, sentence }) => [code, sentence]));
  const lines = found.data?.pages.flatMap((page) => page.lines);
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  if (!lines) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  if (lines.length === 0) return <Empty title={t('refunds.none')} hint={t('refunds.noneHint')} />;
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('refunds.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('refunds.list')}</th>
            <th scope="col">{t('refunds.goods')}</th>
            <th scope="col">{t('refunds.departed')}</th>
            <th scope="col">{t('refunds.route')}</th>
            <th scope="col">{t('refunds.lacks')}</th>
            <th scope="col" className="figure">
              {t('refunds.refund')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.enterprise}/${line.invtNo}/${line.gnum}`}>
              <th scope="row" className="code">
                {line.invtNo} · {line.gnum}
              </th>
              <td>
                <span lang="zh">{line.gname}</span> <span className="code quiet">{line.gcode}</span>
              </td>
              <td>{line.departedOn}</td>
              <td>{t(`refunds.routes.${line.route}`)}</td>
              <td>
                {line.claimNo ?? (
                  <ul className="export-tax-lacks">
                    {line.lacksForRefund.map((code) => {
                      const sentence = sentences.get(code);
                      return <li key={code}>{sentence ? <Said text={sentence} /> : code}</li>;
                    })}
                  </ul>
                )}
              </td>
              <td className="figure">{line.refund ? formatAmount(line.refund) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
