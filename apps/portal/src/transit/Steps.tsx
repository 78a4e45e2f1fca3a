import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { isAct, type TransitDetail } from './queries.ts';

/** All that was done with a transit, the first first. */
export function Steps({ events }: Pick<TransitDetail, 'events'>) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="transit-steps">
      <h2 id="transit-steps">{t('transit.steps')}</h2>
      <ol className="timeline">
        {events.map(({ at, act, party, ofWhom, note }) => (
          <li key={`${at} ${act} ${note}`}>
            <div className="timeline-entry">
              <span className="timeline-sign">
                <Icon name={act === 'refuse' || act === 'cancel' ? 'refused' : 'released'} />
              </span>
              <div>
                <p>{isAct(act) ? t(`transit.acts.${act}`) : t(`transit.acts.${otherAct(act)}`)}</p>
                <p className="quiet">
                  <Moment at={at} />
                  <span>
                    {t(`transit.parties.${party}`)} <span className="code">{ofWhom}</span>
                  </span>
                  {note && <span lang="zh">{note}</span>}
                </p>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Steps that are not asked for by the name they are written down by. */
const otherAct = (act: string): 'apply' | 'report-seal' | 'replace-seal' =>
  act === 'seal-broken' ? 'report-seal' : act === 'seal-replaced' ? 'replace-seal' : 'apply';
