import type { Series } from './series.ts';
import './chart.css';

interface MeterProps {
  /** In words, with the figures. */
  readonly label: string;
  /** Shares of the whole, each 0 to 1, from the left. */
  readonly parts: readonly { readonly key: string; readonly tone: Series['tone']; readonly share: number }[];
}

/** How much of a whole is used, in parts. */
export function Meter({ label, parts }: MeterProps) {
  let left = 0;
  return (
    <svg className="chart-meter" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className="chart-ground" width="100" height="6" />
      {parts.map(({ key, tone, share }) => {
        const from = left;
        left += share * 100;
        return <rect key={key} className={`chart-${tone}`} x={from} width={share * 100} height="6" />;
      })}
    </svg>
  );
}
