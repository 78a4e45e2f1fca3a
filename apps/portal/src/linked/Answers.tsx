import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type AgencyName, linkAnswersQuery } from './queries.ts';

/** What an agency answered, and whether it counted. */
export function Answers({ agency }: { readonly agency: AgencyName }) {
  const { t } = useTexts();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    linkAnswersQuery(agency),
  );
  const rows = data?.pages.flatMap(({ answers }) => answers) ?? [];
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 100]} />;
  if (rows.length === 0) return <Empty title={t('linked.none')} hint={t('linked.noneHint')} />;
  return (
    <>
      <div className="table-scroll">
        <table className="table">
          <caption className="sr-only">{t('linked.show.answers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('linked.saidAt')}</th>
              <th scope="col">{t('linked.decision')}</th>
              <th scope="col">{t('linked.reason')}</th>
              <th scope="col">{t('linked.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.answerId}>
                <th scope="row">
                  <Moment at={row.saidAt} />
                </th>
                <td>{t(row.decision === 'positive' ? 'linked.positive' : 'linked.negative')}</td>
                <td lang="zh-CN">{row.reason}</td>
                <td>{t(`linked.counts.${row.standing}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('linked.more')}
        </Button>
      )}
    </>
  );
}
