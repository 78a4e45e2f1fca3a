import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { levelIcons } from './levels.ts';
import type { StatusIncident } from './queries.ts';
import { WordDialog } from './WordDialog.tsx';

interface IncidentsProps {
  readonly incidents: readonly StatusIncident[];
  /** Whether the reader runs the platform, and may say more. */
  readonly manages: boolean;
  readonly now: string;
}

/** What has happened and what is planned, newest first, with what was said as it went on. */
export function Incidents({ incidents, manages, now }: IncidentsProps) {
  const { t } = useTexts();
  const [told, setTold] = useState<string>();
  return (
    <section className="panel" aria-labelledby="status-incidents">
      <h2 id="status-incidents">{t('status.incidents')}</h2>
      {incidents.length === 0 && <Empty title={t('status.none')} hint={t('status.noneHint')} />}
      {incidents.map((incident) => (
        <article key={incident.incidentId} className="status-incident">
          <h3>
            <span className={`state status-${incident.endedAt ? 'working' : incident.level}`}>
              <Icon name={levelIcons[incident.endedAt ? 'working' : incident.level]} />
              {t(`status.stage.${stageOf(incident, now)}`)}
            </span>
            {incident.component ? t(`status.component.${incident.component}`) : t('status.whole')}
            <span className="quiet">{t(`status.kind.${incident.kind}`)}</span>
          </h3>
          <p className="quiet">
            <Moment at={incident.beganAt} />
            {' – '}
            {(incident.endedAt ?? incident.until) && <Moment at={incident.endedAt ?? incident.until ?? ''} />}
          </p>
          <ul>
            {incident.words.map((word) => (
              <li key={word.at}>
                <span className="quiet">
                  <Moment at={word.at} />
                </span>{' '}
                <Said text={word} />
              </li>
            ))}
          </ul>
          {manages && !incident.endedAt && (
            <Button small onClick={() => setTold(incident.incidentId)}>
              {t('status.say')}
            </Button>
          )}
        </article>
      ))}
      {told && <WordDialog incidentId={told} onClose={() => setTold(undefined)} />}
    </section>
  );
}

function stageOf({ endedAt, kind, beganAt }: StatusIncident, now: string): 'over' | 'planned' | 'open' {
  if (endedAt) return 'over';
  return kind === 'planned' && beganAt > now ? 'planned' : 'open';
}
