import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import type { TransitDetail } from './queries.ts';

/** Seals, how each is or was found, and which has taken whose place. */
export function Seals({ seals }: Pick<TransitDetail, 'seals'>) {
  const { t } = useTexts();
  if (seals.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="transit-seals">
      <h2 id="transit-seals">{t('transit.seals')}</h2>
      <ul className="transit-seals">
        {seals.map(({ sealNo, state, stateAt, replacedBy }) => {
          const bad = state === 'broken' || state === 'missing';
          return (
            <li key={sealNo} className={bad ? 'tone-refused' : 'tone-released'}>
              <Icon name={bad ? 'warning' : 'released'} />
              <span>
                <span className="code">{sealNo}</span> {t(`transit.sealStates.${state}`)}{' '}
                <Moment at={stateAt} />
                {replacedBy && <span className="code"> → {replacedBy}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
