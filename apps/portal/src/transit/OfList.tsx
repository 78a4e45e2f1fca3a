import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Office } from './Office.tsx';
import { ofListQuery } from './queries.ts';
import './transit.css';

const closed: readonly string[] = ['written-off', 'refused', 'cancelled'];

/** The transits a list goes or went with: one that is not closed says that the goods are still on their way. */
export function OfList({ of }: { readonly of: { readonly ebpCode: string; readonly orderNo: string } }) {
  const { t } = useTexts();
  const { data } = useQuery(ofListQuery(of.ebpCode, of.orderNo));
  if (!data || data.transits.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="transits-of-list">
      <h2 id="transits-of-list">{t('transit.title')}</h2>
      <ul className="transit-alerts">
        {data.transits.map(({ transitNo, state, departureOffice, destinationOffice }) => (
          <li key={transitNo} className={closed.includes(state) ? 'tone-released' : 'tone-held'}>
            <Icon name={closed.includes(state) ? 'released' : 'waybill'} />
            <span>
              <Link className="row-link" to="/transit/$transitNo" params={{ transitNo }}>
                {transitNo}
              </Link>{' '}
              {t(`transit.states.${state}`)} · <Office code={departureOffice} /> →{' '}
              <Office code={destinationOffice} />
              {!closed.includes(state) && <span className="quiet"> {t('transit.underControl')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
