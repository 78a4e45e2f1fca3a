import { useState } from 'react';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { type Alert, resolveAlert, type TransitDetail } from './queries.ts';

/** What went wrong on the road, the open ones first, and what was found out about it. */
export function Alerts({ detail }: { readonly detail: TransitDetail }) {
  const { t } = useTexts();
  const [resolving, setResolving] = useState<Alert>();
  const open = detail.alerts.filter(({ resolvedAt }) => resolvedAt === undefined);
  const sorted = [...open, ...detail.alerts.filter((alert) => !open.includes(alert))];
  const resolves = detail.acts.includes('resolve');
  useShortcut('e', t('transit.acts.resolve'), () => resolves && setResolving(open[0]));
  if (sorted.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="transit-alerts">
      <h2 id="transit-alerts">{t('transit.alerts')}</h2>
      <ul className="transit-alerts">
        {sorted.map((alert) => (
          <li
            key={`${alert.kind} ${alert.occasion}`}
            className={alert.resolvedAt ? 'tone-withdrawn' : 'tone-refused'}
          >
            <Icon name={alert.resolvedAt ? 'released' : 'warning'} />
            <span>
              <strong>{t(`transit.alertKinds.${alert.kind}`)}</strong> <Measured alert={alert} />{' '}
              <Moment at={alert.raisedAt} />
              {alert.resolvedAt && (
                <>
                  {' '}
                  · {t('transit.resolved')}: <span lang="zh">{alert.reason}</span>
                </>
              )}
            </span>
            {resolves && !alert.resolvedAt && (
              <Button small onClick={() => setResolving(alert)}>
                {t('transit.acts.resolve')} (e)
              </Button>
            )}
          </li>
        ))}
      </ul>
      {resolving && (
        <BookDialog
          title={t('transit.acts.resolve')}
          hint={t('transit.resolveHint')}
          deed={t('transit.acts.resolve')}
          stale={[['transit'], ['transits']]}
          initial={{ reason: '' }}
          fields={[{ name: 'reason', label: t('transit.reason'), most: 200 }]}
          onSend={({ reason }) => resolveAlert(detail.transit.transitNo, resolving, reason)}
          onClose={() => setResolving(undefined)}
        />
      )}
    </section>
  );
}

function Measured({ alert: { evidence } }: { readonly alert: Alert }) {
  const { t } = useTexts();
  const { km, allowed, minutes, sealNo, office } = evidence;
  if (km !== undefined) return t('transit.offBy', { km: String(km), allowed: String(allowed ?? '') });
  if (minutes !== undefined) return t('transit.minutes', { count: minutes });
  return <span className="code">{sealNo ?? office ?? ''}</span>;
}
