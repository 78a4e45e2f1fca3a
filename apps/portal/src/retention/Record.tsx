import { useQuery } from '@tanstack/react-query';
import { useTold } from '../desk/useTold.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { HoldForm } from './HoldForm.tsx';
import { liftHold, type RetentionRecord, recordQuery } from './queries.ts';

/** What was erased, run by run, and what is held past its time. */
export function Record({ mayHold }: { readonly mayHold: boolean }) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(recordQuery());
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 60]} />;
  return (
    <>
      <section className="panel" aria-labelledby="retention-holds">
        <h2 id="retention-holds">{t('retention.holds')}</h2>
        {data.holds.length === 0 && <p className="quiet">{t('retention.noHolds')}</p>}
        <ul className="retention-list">
          {data.holds.map((hold) => (
            <Hold key={hold.holdId} hold={hold} mayLift={mayHold} onLifted={() => void refetch()} />
          ))}
        </ul>
        {mayHold && <HoldForm onHeld={() => void refetch()} />}
      </section>
      <section className="panel" aria-labelledby="retention-runs">
        <h2 id="retention-runs">{t('retention.runs')}</h2>
        {data.runs.length === 0 && <p className="quiet">{t('retention.noRuns')}</p>}
        <ul className="retention-list">
          {data.runs.map(({ beganAt, erased, held }) => (
            <li key={beganAt}>
              <Moment at={beganAt} /> · {t('retention.erased', { count: sum(erased) })} ·{' '}
              {t('retention.held', { count: sum(held) })}
              <small className="retention-under code">
                {Object.entries(erased)
                  .filter(([, count]) => count > 0)
                  .map(([kind, count]) => `${kind} ${count}`)
                  .join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

interface HoldProps {
  readonly hold: RetentionRecord['holds'][number];
  readonly mayLift: boolean;
  readonly onLifted: () => void;
}

function Hold({ hold, mayLift, onLifted }: HoldProps) {
  const { t } = useTexts();
  const told = useTold();
  const { holdId, orderNo, reason, paperNo, setAt, liftedAt } = hold;
  // The reason of the lifting is that the paper which asked for the hold is settled; its number stands beside it.
  const lift = () => void told(liftHold(holdId, `${t('retention.settled')} ${paperNo}`).then(onLifted));
  return (
    <li>
      <strong>{orderNo ? <span className="code">{orderNo}</span> : t('retention.everything')}</strong> ·{' '}
      <span lang="zh-CN">
        {paperNo} · {reason}
      </span>{' '}
      · <Moment at={setAt} />
      {liftedAt && (
        <>
          {' '}
          · {t('retention.lifted')} <Moment at={liftedAt} />
        </>
      )}{' '}
      {mayLift && !liftedAt && (
        <Button small onClick={lift}>
          {t('retention.lift')}
        </Button>
      )}
    </li>
  );
}
