import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { ownSearch } from '../app/search.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ExportTag } from './ExportTag.tsx';
import { type ExportRow, exportsQuery } from './queries.ts';
import { exportStands, exportStates } from './states.ts';
import './exports.css';

const route = getRouteApi('/exports');

/** Export lists: one's own, or those of the zone; held ones are where officers begin. */
export function ExportsPage() {
  const { t } = useTexts();
  const { stand, number } = ownSearch(route.useSearch());
  const found = useInfiniteQuery(
    exportsQuery({ ...(stand ? { stand } : {}), ...(number ? { number } : {}) }),
  );
  const lists = found.data?.pages.flatMap((page) => page.lists);
  return (
    <>
      <PageHead title={t('exports.title')} intro={t('exports.intro')} />
      <Wishes />
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!lists && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {lists?.length === 0 && !found.hasNextPage && (
        <Empty title={t('exports.none')} hint={t('exports.noneHint')} />
      )}
      {lists && lists.length > 0 && <Table lists={lists} />}
      {found.hasNextPage && (
        <p>
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('exports.more')}
          </Button>
        </p>
      )}
    </>
  );
}

function Wishes() {
  const { t } = useTexts();
  const { stand, number = '' } = route.useSearch();
  const navigate = useNavigate({ from: '/exports' });
  const { data: session } = useQuery(sessionQuery());
  const decides = session !== undefined && sessionAllows(session, { resource: 'exports', action: 'decide' });
  return (
    <search className="exports-wishes">
      <label>
        <span>{t('exports.state')}</span>
        <select
          className="field"
          value={stand ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (before) => {
                const { stand: _, ...rest } = before;
                const chosen = exportStands.find((one) => one === target.value);
                return chosen ? { ...rest, stand: chosen } : rest;
              },
            })
          }
        >
          <option value="">{t('exports.allStates')}</option>
          {exportStates.map((one) => (
            <option key={one} value={one}>
              {t(`exports.states.${one}`)}
            </option>
          ))}
          {decides && <option value="proposed">{t('exports.eyes.toConfirm')}</option>}
        </select>
      </label>
      <label>
        <span>{t('exports.number')}</span>
        <input
          className="field"
          defaultValue={number}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) =>
            void navigate({
              replace: true,
              search: (before) => {
                const { number: _, ...rest } = before;
                const text = target.value.trim();
                return text === '' ? rest : { ...rest, number: text };
              },
            })
          }
        />
      </label>
    </search>
  );
}

function Table({ lists }: { readonly lists: readonly ExportRow[] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('exports.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exports.orderNo')}</th>
            <th scope="col">{t('exports.state')}</th>
            <th scope="col">{t('exports.goodsAt')}</th>
            <th scope="col">{t('exports.seller')}</th>
            <th scope="col">{t('exports.goods')}</th>
            <th scope="col" className="figure">
              {t('exports.value')}
            </th>
            <th scope="col">{t('exports.way')}</th>
            <th scope="col">{t('exports.received')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <tr key={`${list.ebcCode}/${list.ebpCode}/${list.orderNo}`}>
              <th scope="row">
                <Link
                  className="row-link code"
                  data-shortcut="row"
                  to="/exports/$ebcCode/$ebpCode/$orderNo"
                  params={{ ebcCode: list.ebcCode, ebpCode: list.ebpCode, orderNo: list.orderNo }}
                >
                  {list.orderNo}
                </Link>
              </th>
              <td>
                <ExportTag state={list.state} />
              </td>
              <td>{t(`exports.places.${list.goods}`)}</td>
              <td lang="zh">{list.ebcName}</td>
              <td>
                <span lang="zh">{list.firstGoodsName}</span>
                {list.itemCount > 1 && ` +${list.itemCount - 1}`}
              </td>
              <td className="figure code">{list.goodsValue}</td>
              <td>
                <span className="code">{list.tradeMode}</span>{' '}
                {t(`exports.flags.${list.statisticsFlag === 'A' ? 'A' : 'B'}`)}
              </td>
              <td>
                <Ago at={list.receivedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
