import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { OwnCorrections } from '../corrections/OwnCorrections.tsx';
import { useTexts } from '../i18n/index.ts';
import { Meter } from '../ui/charts/Meter.tsx';
import { formatAmount } from '../ui/format.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { IdentityForm } from './IdentityForm.tsx';
import { OwnReturns } from './OwnReturns.tsx';
import { OwnSendings } from './OwnSendings.tsx';
import { ParcelStanding } from './ParcelStanding.tsx';
import { allowanceQuery, identityQuery, type OwnLists, ownListsQuery } from './queries.ts';
import './consumer.css';

/** A consumer's own: first who they are, then allowance, lists and what is held of them. */
export function MePage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(identityQuery());
  return (
    <div className="consumer-page">
      <PageHead title={t('consumer.me.title')} intro={t('consumer.me.intro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 80]} />}
      {data && !data.confirmed && <IdentityForm />}
      {data?.confirmed && (
        <>
          <Allowance />
          <Lists />
          <OwnReturns />
          <OwnSendings />
          <OwnCorrections />
          <OwnData />
        </>
      )}
    </div>
  );
}

function Allowance() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(allowanceQuery());
  return (
    <section className="panel" aria-labelledby="me-allowance">
      <h2 id="me-allowance">{t('consumer.me.allowance')}</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100]} />}
      {data?.years.map(({ year, used, yearlyLimit }) => {
        const share = Math.min(1, Number(used) / Number(yearlyLimit));
        const left = Math.max(0, Number(yearlyLimit) - Number(used)).toFixed(2);
        const words = t('consumer.me.used', {
          ...{ year: String(year), used: formatAmount(used), limit: formatAmount(yearlyLimit) },
        });
        return (
          <div key={year} className="consumer-year">
            <p>
              {words} · {t('consumer.me.left', { left: formatAmount(left) })}
            </p>
            <Meter
              label={words}
              parts={[{ key: 'used', tone: share > 0.9 ? 'warning' : 'primary', share }]}
            />
          </div>
        );
      })}
    </section>
  );
}

function Lists() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(ownListsQuery());
  return (
    <section className="panel" aria-labelledby="me-lists">
      <h2 id="me-lists">{t('consumer.me.lists')}</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100]} />}
      {data?.lists.length === 0 && <p className="quiet">{t('consumer.me.none')}</p>}
      <ul className="consumer-lists">
        {data?.lists.map((list) => (
          <OwnList key={`${list.ebpCode} ${list.orderNo}`} list={list} />
        ))}
      </ul>
    </section>
  );
}

function OwnList({ list }: { readonly list: OwnLists['lists'][number] }) {
  const { t } = useTexts();
  const { orderNo, platform, seller, goods, value, tax, state, words } = list;
  return (
    <li>
      <h3 className="code">{orderNo}</h3>
      <ParcelStanding state={state} words={words} />
      <dl className="consumer-facts">
        <dt>{t('consumer.me.goods')}</dt>
        <dd>{goods}</dd>
        <dt>{t('consumer.parcel.platform')}</dt>
        <dd>{platform}</dd>
        <dt>{t('consumer.me.seller')}</dt>
        <dd>{seller}</dd>
        <dt>{t('consumer.me.value')}</dt>
        <dd>¥{formatAmount(value)}</dd>
        {tax && <dt>{t('consumer.me.tax')}</dt>}
        {tax && <dd>¥{formatAmount(tax)}</dd>}
      </dl>
    </li>
  );
}

function OwnData() {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="me-data">
      <h2 id="me-data">{t('consumer.me.data')}</h2>
      <p>{t('consumer.me.dataHint')}</p>
      <Link className="button button-plain" to="/me/data">
        {t('consumer.data.open')}
      </Link>
    </section>
  );
}
