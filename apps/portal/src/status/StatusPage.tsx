import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ago } from '../ui/Moment.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ComponentHistory } from './ComponentHistory.tsx';
import { Incidents } from './Incidents.tsx';
import { levelIcons } from './levels.ts';
import { statusQuery } from './queries.ts';
import { ReportButton } from './ReportButton.tsx';
import './status.css';

/** How the platform is, for anybody; who runs it also says what is wrong. */
export function StatusPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(statusQuery());
  const { data: session } = useQuery(sessionQuery());
  const manages = session !== undefined && sessionAllows(session, { resource: 'status', action: 'manage' });
  useEffect(() => {
    if (data) setServerNow(data.now);
  }, [data]);
  return (
    <>
      <PageHead title={t('status.title')} intro={t('status.intro')}>
        {manages && <ReportButton />}
      </PageHead>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 100, 100, 100]} />}
      {data && (
        <>
          <p className={`status-sum status-${data.level}`} role="status">
            <Icon name={levelIcons[data.level]} />
            <strong>{t(`status.sum.${data.level}`)}</strong>
            {data.measuredAt && (
              <span className="quiet">
                {t('status.measured')} <Ago at={data.measuredAt} />
              </span>
            )}
          </p>
          <section className="panel" aria-label={t('status.components')}>
            {data.components.map((component) => (
              <ComponentHistory key={component.code} component={component} />
            ))}
            <p className="quiet status-legend">{t('status.legend')}</p>
          </section>
          <Incidents incidents={data.incidents} manages={manages} now={data.now} />
        </>
      )}
    </>
  );
}
