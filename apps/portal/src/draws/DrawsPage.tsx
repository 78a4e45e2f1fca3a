import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { OpenedDraw } from './OpenedDraw.tsx';
import { type CommittedDraw, type DrawsSearch, type SourceName, sourceNames, sources } from './sources.ts';
import './draws.css';

const route = getRouteApi('/draws');
const percent = { style: 'percent', maximumFractionDigits: 3 } as const;

/** Random draws that anybody can check: what was committed to, and once it is over, who was drawn and why. */
export function DrawsPage() {
  const { t } = useTexts();
  const { of = 'gate', draw }: DrawsSearch = route.useSearch();
  const found = useInfiniteQuery({
    queryKey: ['draws', of],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => sources[of].page(pageParam, signal),
    getNextPageParam: ({ next }) => next,
  });
  const rows = found.data?.pages.flatMap(({ draws }) => draws);
  return (
    <>
      <PageHead title={t('draws.title')} intro={t('draws.intro')} />
      <div className="draws-page">
        {sourceNames.length > 1 && (
          <nav className="draws-sources" aria-label={t('draws.kind')}>
            {sourceNames.map((name) => (
              <Link
                key={name}
                className="button button-plain"
                to="/draws"
                search={{ of: name }}
                aria-current={name === of ? 'page' : undefined}
              >
                {t(`draws.sources.${name}`)}
              </Link>
            ))}
          </nav>
        )}
        {draw !== undefined && <OpenedDraw key={`${of} ${draw}`} source={of} drawKey={draw} />}
        {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
        {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {rows?.length === 0 && <Empty title={t('draws.none')} hint={t('draws.noneHint')} />}
        {rows && rows.length > 0 && <Commitments source={of} rows={rows} />}
        <More found={found} />
      </div>
    </>
  );
}

function Commitments({
  source,
  rows,
}: {
  readonly source: SourceName;
  readonly rows: readonly CommittedDraw[];
}) {
  const { t, locale } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t(`draws.sources.${source}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('draws.purpose')}</th>
            <th scope="col" className="figure">
              {t('draws.rate')}
            </th>
            <th scope="col">{t('draws.committedAt')}</th>
            <th scope="col">{t('draws.seedDigest')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, purpose, rate, committedAt, seedDigest }) => (
            <tr key={key}>
              <th scope="row">
                <Link className="row-link" data-shortcut="row" to="/draws" search={{ of: source, draw: key }}>
                  {purpose}
                </Link>
              </th>
              <td className="figure">
                {rate === undefined ? '—' : Number(rate).toLocaleString(locale, percent)}
              </td>
              <td>
                <Moment at={committedAt} />
              </td>
              <td className="code draws-digest">{seedDigest}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
