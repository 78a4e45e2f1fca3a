import type { Summary } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatClock } from '../ui/format.ts';
import { bars } from './bars.ts';

const barWidth = 6;
const height = 44;
const decided = ['released', 'held', 'refused'] as const;

/** Decisions of the last minutes as stacked bars, the newest on the right. */
export function VolumeBars({ summary }: { readonly summary: Summary }) {
  const { t } = useTexts();
  const { bucketSeconds, buckets } = summary.volume;
  const slots = bars(buckets, bucketSeconds, summary.now);
  const highest = Math.max(1, ...slots.map((slot) => slot.released + slot.held + slot.refused));
  const minutes = Math.round((slots.length * bucketSeconds) / 60);
  const total = (kind: 'received' | (typeof decided)[number]) =>
    slots.reduce((sum, slot) => sum + slot[kind], 0);
  const description = t('lists.summary.volumeText', {
    minutes,
    received: total('received'),
    released: total('released'),
    held: total('held'),
    refused: total('refused'),
  });
  return (
    <figure className="volume">
      <figcaption>{t('lists.summary.volume', { minutes })}</figcaption>
      <svg
        role="img"
        aria-label={description}
        viewBox={`0 0 ${slots.length * barWidth} ${height}`}
        preserveAspectRatio="none"
      >
        {slots.map((slot, place) => {
          let top = height;
          return (
            <g key={slot.from}>
              <title>{t('lists.summary.bar', { ...slot, time: formatClock(slot.from) })}</title>
              <rect className="bar-ground" x={place * barWidth} y={0} width={barWidth} height={height} />
              {decided.map((kind) => {
                const size = (slot[kind] / highest) * (height - 2);
                top -= size;
                return (
                  <rect
                    key={kind}
                    className={`bar-${kind}`}
                    x={place * barWidth}
                    y={top}
                    width={barWidth - 1.5}
                    height={size}
                  />
                );
              })}
            </g>
          );
        })}
        <line className="bar-floor" x1={0} x2={slots.length * barWidth} y1={height - 0.5} y2={height - 0.5} />
      </svg>
    </figure>
  );
}
