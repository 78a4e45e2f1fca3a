import { Chart } from './Chart.tsx';
import { type ChartProps, chartHeight, figureOf } from './series.ts';

/** Figures as lines over time, zero at the bottom. */
export function Lines(props: ChartProps) {
  const { series, points, description } = props;
  const highest = Math.max(1, ...points.flatMap((point) => series.map(({ key }) => figureOf(point, key))));
  const step = 100 / Math.max(1, points.length - 1);
  const path = (key: string) =>
    points
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
