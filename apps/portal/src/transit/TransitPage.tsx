import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ActBar } from './ActBar.tsx';
import { Alerts } from './Alerts.tsx';
import { Cargo } from './Cargo.tsx';
import { Legs } from './Legs.tsx';
import { Office } from './Office.tsx';
import { positionsQuery, type TransitDetail, transitQuery } from './queries.ts';
import { Seals } from './Seals.tsx';
import { Steps } from './Steps.tsx';
import { TimeLeft } from './TimeLeft.tsx';
import { TransitMap } from './TransitMap.tsx';
import '../list/aside.css';
import '../list/list.css';
import './transit.css';

const route = getRouteApi('/transit/$transitNo');

/** One transit: how it stands, what may be done, where it is, and all that was done. */
export function TransitPage() {
  const { t } = useTexts();
  const { transitNo } = route.useParams();
  const { data, error, refetch } = useQuery(transitQuery(transitNo));
  const now = data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  return (
    <>
      <PageHead title={transitNo} intro={data ? t(`transit.states.${data.transit.state}`) : ''}>
        {data && <ActBar detail={data} />}
      </PageHead>
      <p>
        <Link to="/transit" className="back">
          {t('transit.title')}
        </Link>
      </p>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 100]} />}
      {data && <Sections detail={data} />}
    </>
  );
}

function Sections({ detail }: { readonly detail: TransitDetail }) {
  const { transit } = detail;
  return (
    <div className="transit-page">
      <Alerts detail={detail} />
      <Facts detail={detail} />
      <div className="list-columns">
        <div className="list-main">
          <Road detail={detail} />
          <Legs legs={detail.legs} />
          <Cargo transitNo={transit.transitNo} />
        </div>
        <aside className="list-aside">
          <Seals seals={detail.seals} />
          <Steps events={detail.events} />
        </aside>
      </div>
    </div>
  );
}

function Facts({ detail: { transit } }: { readonly detail: TransitDetail }) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <TimeLeft transit={transit} />
      <dl className="facts-list">
        <Fact name={t('transit.route')}>
          <Office code={transit.departureOffice} /> → <Office code={transit.destinationOffice} />
        </Fact>
        <Fact name={t('transit.goodsName')}>
          <span lang="zh">{transit.goodsName}</span>
        </Fact>
        <Fact name={t('transit.billNo')}>{transit.billNo}</Fact>
        <Fact name={t('transit.vehicleNo')}>
          <span lang="zh">{transit.vehicleNo}</span>
        </Fact>
        <Fact name={t('transit.applicant')}>{transit.applicant}</Fact>
        <Fact name={t('transit.carrier')}>{transit.carrier}</Fact>
        <Fact name={t('transit.packages')}>
          {transit.packages}
          {transit.counted === undefined ? '' : ` · ${t('transit.counted')} ${transit.counted}`}
        </Fact>
        <Fact name={t('transit.grossWeight')}>{transit.grossWeight}</Fact>
        {transit.departedAt && (
          <Fact name={t('transit.departedAt')}>
            <Moment at={transit.departedAt} />
          </Fact>
        )}
        {transit.dueAt && (
          <Fact name={t('transit.dueAt')}>
            <Moment at={transit.dueAt} />
          </Fact>
        )}
        {transit.arrivedAt && (
          <Fact name={t('transit.arrivedAt')}>
            <Moment at={transit.arrivedAt} />
          </Fact>
        )}
        {transit.note && (
          <Fact name={t('transit.note')}>
            <span lang="zh">{transit.note}</span>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Its corridor, and where it was. */
function Road({ detail: { transit } }: { readonly detail: TransitDetail }) {
  const { t } = useTexts();
  const { data } = useQuery(positionsQuery(transit.transitNo));
  const positions = data?.positions ?? [];
  const [last] = positions;
  return (
    <section className="panel" aria-labelledby="transit-road">
      <h2 id="transit-road">{t('transit.map')}</h2>
      <TransitMap transits={[transit]} corridor={transit.corridor} track={positions.toReversed()} />
      <p className="quiet">
        {last ? (
          <>
            {t('transit.last', {
              lon: last.lon.toFixed(2),
              lat: last.lat.toFixed(2),
              km: last.offKm.toFixed(0),
            })}{' '}
            <Moment at={last.at} />
          </>
        ) : (
          t('transit.noPosition')
        )}
      </p>
    </section>
  );
}
