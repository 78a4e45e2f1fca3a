import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { formatAmount } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type OwnReturn, ownReturnsQuery } from './queries.ts';

/** Which sign and colour of a list's states a return's has. */
const tones = {
  received: 'waiting',
  applied: 'waiting',
  accepted: 'waiting',
  arrived: 'held',
  inspected: 'released',
  closed: 'released',
  refused: 'refused',
  withdrawn: 'refused',
} as const;

/** What somebody sent back: how it stands, and what was given back of their allowance and of the tax. */
export function OwnReturns() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(ownReturnsQuery());
  return (
    <section className="panel" aria-labelledby="me-returns">
      <h2 id="me-returns">{t('consumer.me.returns')}</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100]} />}
      {data?.returns.length === 0 && <p className="quiet">{t('consumer.me.noReturns')}</p>}
      <ul className="consumer-lists">
        {data?.returns.map((one) => (
          <OneReturn key={one.returnNo} of={one} />
        ))}
      </ul>
    </section>
  );
}

function OneReturn({ of }: { readonly of: OwnReturn }) {
  const { t } = useTexts();
  const { returnNo, orderNo, state, words, reasons, goods, items, seller, givenBack, arriveBy, arrivedOn } =
    of;
  const tone = tones[state];
  return (
    <li>
      <h3 className="code">{returnNo}</h3>
      <div className={`consumer-standing tone-${tone}`}>
        <Icon name={tone} />
        <div>
          <strong>{t(`returns.states.${state}`)}</strong> <Moment at={of.movedAt} />
          {[words, ...reasons].map((text) => (
            <p key={text.en}>
              <Said text={text} />
            </p>
          ))}
        </div>
      </div>
      <dl className="consumer-facts">
        <dt>{t('returns.order')}</dt>
        <dd className="code">{orderNo}</dd>
        <dt>{t('returns.goods')}</dt>
        <dd>
          <span lang="zh">{goods}</span>
          {items > 1 && ` +${items - 1}`}
        </dd>
        <dt>{t('consumer.me.seller')}</dt>
        <dd>{seller}</dd>
        <dt>{t('returns.appliedAt')}</dt>
        <dd>
          <Moment at={of.appliedAt} />
        </dd>
        {arriveBy && !arrivedOn && <dt>{t('returns.arriveBy')}</dt>}
        {arriveBy && !arrivedOn && <dd>{arriveBy}</dd>}
        {arrivedOn && <dt>{t('returns.arrivedOn')}</dt>}
        {arrivedOn && <dd>{arrivedOn}</dd>}
        {givenBack && <dt>{t('consumer.me.givenBack')}</dt>}
        {givenBack && (
          <dd>
            {t('consumer.me.allowance')} ¥{formatAmount(givenBack.allowance)} · {t('consumer.me.tax')} ¥
            {formatAmount(givenBack.tax)} · <Moment at={givenBack.at} />
          </dd>
        )}
      </dl>
    </li>
  );
}
