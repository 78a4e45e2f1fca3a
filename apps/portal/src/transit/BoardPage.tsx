import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Icon } from '../ui/Icon.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { ApplyDialog } from './ApplyDialog.tsx';
import { Office } from './Office.tsx';
import { closedQuery, liveQuery, type Transit } from './queries.ts';
import { TimeLeft } from './TimeLeft.tsx';
import { TransitMap } from './TransitMap.tsx';
import './transit.css';

const columns = ['applied', 'approved', 'sealed', 'on-the-road', 'arrived', 'unsealed'] as const;

/** Everything under transit: on a map, and by how far it has come. */
export function BoardPage() {
  const { t } = useTexts();
  const [applying, setApplying] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(liveQuery());
  const now = data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  const applies = session !== undefined && sessionAllows(session, { resource: 'transits', action: 'apply' });
  useRowKeys(area);
  useShortcut('n', t('transit.apply'), () => applies && setApplying(true));
  return (
    <>
      <PageHead title={t('transit.title')} intro={t('transit.intro')}>
        {applies && (
          <Button kind="primary" onClick={() => setApplying(true)}>
            {t('transit.apply')} (n)
          </Button>
        )}
      </PageHead>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {data && (
        <div className="transit-page" ref={area}>
          <section className="panel" aria-labelledby="transit-map">
            <h2 id="transit-map">{t('transit.map')}</h2>
            <TransitMap transits={data.transits} />
          </section>
          {data.transits.length === 0 && <Empty title={t('transit.none')} hint={t('transit.noneHint')} />}
          {data.transits.length > 0 && (
            <div className="transit-board">
              {columns.map((state) => (
                <Column
                  key={state}
                  state={state}
                  transits={data.transits.filter((one) => one.state === state)}
                />
              ))}
            </div>
          )}
          <Closed />
        </div>
      )}
      {applying && <ApplyDialog onClose={() => setApplying(false)} />}
    </>
  );
}

interface ColumnProps {
  readonly state: (typeof columns)[number];
  readonly transits: readonly Transit[];
}

function Column({ state, transits }: ColumnProps) {
  const { t } = useTexts();
  return (
    <section className="transit-column" aria-labelledby={`transit-${state}`}>
      <h2 id={`transit-${state}`}>
        {t(`transit.states.${state}`)} <span className="count">{transits.length}</span>
      </h2>
      <ul>
        {transits.map((transit) => (
          <Card key={transit.transitNo} transit={transit} />
        ))}
      </ul>
    </section>
  );
}

function Card({ transit }: { readonly transit: Transit }) {
  const { t } = useTexts();
  const { transitNo, vehicleNo, departureOffice, destinationOffice, openAlerts } = transit;
  return (
    <li className="transit-card">
      <Link className="row-link" data-shortcut="row" to="/transit/$transitNo" params={{ transitNo }}>
        {transitNo}
      </Link>
      <p>
        <span lang="zh">{vehicleNo}</span>
      </p>
      <p className="quiet">
        <Office code={departureOffice} /> → <Office code={destinationOffice} />
      </p>
      <TimeLeft transit={transit} />
      {openAlerts > 0 && (
        <p className="transit-alerted tone-refused">
          <Icon name="warning" /> {t('transit.openAlerts', { count: openAlerts })}
        </p>
      )}
    </li>
  );
}

/** Those that are closed, the latest first. */
function Closed() {
  const { t } = useTexts();
  const found = useInfiniteQuery(closedQuery());
  const rows = found.data?.pages.flatMap(({ transits }) => transits);
  if (!rows || rows.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('transit.closed')}</h2>
      <table className="table">
        <caption className="sr-only">{t('transit.closed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('transit.transitNo')}</th>
            <th scope="col">{t('transit.state')}</th>
            <th scope="col">{t('transit.vehicleNo')}</th>
            <th scope="col">{t('transit.route')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ transitNo, state, vehicleNo, departureOffice, destinationOffice }) => (
            <tr key={transitNo}>
              <th scope="row">
                <Link
                  className="row-link"
                  data-shortcut="row"
                  to="/transit/$transitNo"
                  params={{ transitNo }}
                >
                  {transitNo}
                </Link>
              </th>
              <td>{t(`transit.states.${state}`)}</td>
              <td>
                <span lang="zh">{vehicleNo}</span>
              </td>
              <td>
                <Office code={departureOffice} /> → <Office code={destinationOffice} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
