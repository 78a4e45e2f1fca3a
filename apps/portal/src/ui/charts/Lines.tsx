import { Chart } from './Chart.tsx';
import { type ChartProps, chartHeight, figureOf } from './series.ts';

/** Figures as lines over time, zero at the bottom. */
export function Lines(props: ChartProps) {
  const { series, points, description } = props;
  const highest = Math.max(1, ...points.flatMap((point) => series.map(({ key }) => figureOf(point, key))));
  const step = 100 / Math.max(1, points.length - 1);
  // A single day is a level from edge to edge: a line of one point would not be seen.
  const drawn = points.length === 1 ? [...points, ...points] : points;
  const path = (key: string) =>
    drawn
      .map(
        (point, place) =>
          `${place === 0 ? 'M' : 'L'}${place * step} ${chartHeight - 1 - (figureOf(point, key) / highest) * (chartHeight - 4)}`,
      )
      .join('');
  return (
    <Chart {...props}>
      <svg
        className="chart-drawing"
        role="img"
        aria-label={description}
        viewBox={`0 0 100 ${chartHeight}`}
        preserveAspectRatio="none"
      >
        {series.map(({ key, tone }) => (
          <path
            key={key}
            className={`chart-line chart-${tone}`}
            d={path(key)}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </Chart>
  );
}
