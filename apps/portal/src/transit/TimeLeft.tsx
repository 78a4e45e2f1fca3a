import { useTexts } from '../i18n/index.ts';
import { Ago } from '../ui/Moment.tsx';
import { useNow } from '../ui/now.ts';
import type { Transit } from './queries.ts';

/** How much of its time a transit on the road has used, with the moment it is late. */
export function TimeLeft({ transit }: { readonly transit: Transit }) {
  const { t } = useTexts();
  const now = useNow();
  const { departedAt, lateAt, dueAt, state } = transit;
  if (state !== 'on-the-road' || !departedAt || !lateAt || !dueAt) return null;
  const [from, to] = [Date.parse(departedAt), Date.parse(dueAt)];
  const share = (at: number): number =>
    Math.round(Math.min(1, Math.max(0, (at - from) / (to - from))) * 1_000) / 10;
  const tone = now > to ? 'tone-refused' : now > Date.parse(lateAt) ? 'tone-held' : 'tone-released';
  return (
    <p className={`transit-time ${tone}`}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="transit-time-all" width={100} height={6} />
        <rect className="transit-time-used" width={share(now)} height={6} />
        <rect className="transit-time-late" x={share(Date.parse(lateAt))} width={0.8} height={6} />
      </svg>
      <span>
        {t('transit.dueAt')} <Ago at={dueAt} />
      </span>
    </p>
  );
}
