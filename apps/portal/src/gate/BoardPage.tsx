import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRefetchInterval } from '../api/live.ts';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Passages } from './Passages.tsx';
import { boardQuery, drawsQuery, passagesQuery } from './queries.ts';
import './gate.css';

/** Somebody has to see to these. */
const alarming: readonly string[] = ['recalled', 'waiting'];

/** The gate as it is now: vehicles let through and stopped, and why. */
export function BoardPage() {
  const { t } = useTexts();
  const refetchInterval = useRefetchInterval();
  const board = useQuery({ ...boardQuery(), refetchInterval });
  const found = useInfiniteQuery({ ...passagesQuery(), refetchInterval });
  const passages = found.data?.pages.flatMap((page) => page.passages);
  const counts = board.data;
  const { data: session } = useQuery(sessionQuery());
  return (
    <>
      <PageHead title={t('gate.board')} intro={t('gate.boardIntro')}>
        {session && sessionAllows(session, { resource: 'gate', action: 'pass' }) && (
          <Link className="button" to="/gate/drive">
            {t('gate.drive')}
          </Link>
        )}
      </PageHead>
      <div className="gate-page">
        {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
        {counts && (
          <dl className="gate-counts">
            {(['opened', 'stopped', 'recalled', 'made', 'waiting'] as const).map((name) => (
              <div key={name} className={alarming.includes(name) && counts[name] > 0 ? 'tone-held' : ''}>
                <dt>{t(`gate.counts.${name}`)}</dt>
                <dd>{counts[name]}</dd>
              </div>
            ))}
          </dl>
        )}
        {!passages && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {passages?.length === 0 && <Empty title={t('gate.noComings')} hint={t('gate.noComingsHint')} />}
        {passages && passages.length > 0 && <Passages title={t('gate.comings')} passages={passages} />}
        <More found={found} />
        <DrawsOfGate />
      </div>
    </>
  );
}

/** What random checks were committed to: anybody can draw again when the day is over. */
function DrawsOfGate() {
  const { t } = useTexts();
  const { data } = useQuery(drawsQuery());
  if (!data || data.draws.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('gate.draws')}</h2>
      <p className="quiet">{t('gate.drawsHint')}</p>
      <ul className="gate-draws">
        {data.draws.map(({ day, rate, seedDigest }) => (
          <li key={day}>
            <Link to="/draws" search={{ of: 'gate', draw: day }}>
              {day}
            </Link>{' '}
            {t('gate.drawRate', { rate: String(Number(rate) * 100) })}{' '}
            <span className="code">{seedDigest}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
