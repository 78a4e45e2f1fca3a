import { Chart } from './Chart.tsx';
import { type ChartProps, chartHeight, figureOf } from './series.ts';

/** Figures as stacked bars, the first series at the bottom. */
export function Bars(props: ChartProps) {
  const { series, points, write, description } = props;
  const sums = points.map((point) => series.reduce((sum, { key }) => sum + figureOf(point, key), 0));
  const highest = Math.max(1, ...sums);
  const width = 100 / Math.max(1, points.length);
  return (
    <Chart {...props}>
      <svg
        className="chart-drawing"
        role="img"
        aria-label={description}
        viewBox={`0 0 100 ${chartHeight}`}
        preserveAspectRatio="none"
      >
        {points.map((point, place) => {
          let top = chartHeight;
          return (
            <g key={point.label}>
              <title>
                {`${point.label}: ${series.map(({ key, label }) => `${label} ${write(figureOf(point, key))}`).join(', ')}`}
              </title>
              <rect className="chart-ground" x={place * width} width={width} height={chartHeight} />
              {series.map(({ key, tone }) => {
                const size = (figureOf(point, key) / highest) * (chartHeight - 2);
                top -= size;
                return (
                  <rect
                    key={key}
                    className={`chart-${tone}`}
                    x={place * width + width * 0.1}
                    y={top}
                    width={width * 0.8}
                    height={size}
                  />
                );
              })}
            </g>
          );
        })}
      </svg>
    </Chart>
  );
}
