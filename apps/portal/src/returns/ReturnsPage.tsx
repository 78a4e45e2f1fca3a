import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type ReturnRow, returnsQuery, states } from './queries.ts';
import './returns.css';

const route = getRouteApi('/returns');

/** Cancellations and returns: one's own, or those of the zone with what waits for whom. */
export function ReturnsPage() {
  const { t } = useTexts();
  const { stage } = route.useSearch();
  const found = useInfiniteQuery(returnsQuery(stage));
  const rows = found.data?.pages.flatMap(({ returns }) => returns);
  const waiting = found.data?.pages[0]?.waiting ?? {};
  return (
    <>
      <PageHead title={t('returns.title')} intro={t('returns.intro')} />
      <nav className="returns-states" aria-label={t('returns.state')}>
        <Link
          className="button button-plain"
          to="/returns"
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t('returns.all')}
        </Link>
        {states.map((one) => (
          <Link key={one} className="button button-plain" to="/returns" search={{ stage: one }}>
            {t(`returns.states.${one}`)}
            {waiting[one] === undefined ? '' : ` ${waiting[one]}`}
          </Link>
        ))}
      </nav>
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('returns.none')} hint={t('returns.noneHint')} />}
      {rows && rows.length > 0 && <Rows rows={rows} />}
      {found.hasNextPage && (
        <p>
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('returns.more')}
          </Button>
        </p>
      )}
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly ReturnRow[] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('returns.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('returns.number')}</th>
            <th scope="col">{t('returns.kind')}</th>
            <th scope="col">{t('returns.order')}</th>
            <th scope="col">{t('returns.goods')}</th>
            <th scope="col">{t('returns.state')}</th>
            <th scope="col">{t('returns.arriveBy')}</th>
            <th scope="col">{t('returns.appliedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.returnNo}>
              <th scope="row">
                <Link
                  className="row-link"
                  data-shortcut="row"
                  to="/returns/$returnNo"
                  params={{ returnNo: row.returnNo }}
                >
                  {row.returnNo}
                </Link>
              </th>
              <td>
                {t(`returns.directions.${row.direction}`)} · {t(`returns.kinds.${row.kind}`)}
              </td>
              <td className="code">{row.orderNo}</td>
              <td>
                <span lang="zh">{row.firstGoods}</span>
                {row.lineCount > 1 && ` +${row.lineCount - 1}`}
              </td>
              <td>{t(`returns.states.${row.state}`)}</td>
              <td>{row.arriveBy}</td>
              <td>
                <Moment at={row.appliedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
