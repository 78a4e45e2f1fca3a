import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { type ChartProps, figureOf } from './series.ts';
import './chart.css';

/** What surrounds a drawing: its title, what its colours mean, and the same figures as a table. */
export function Chart({
  title,
  series,
  points,
  write,
  children,
}: ChartProps & { readonly children: ReactNode }) {
  const { t } = useTexts();
  return (
    <figure className="chart">
      <figcaption>
        <span>{title}</span>
        {series.length > 1 && (
          <ul className="chart-legend">
            {series.map(({ key, label, tone }) => (
              <li key={key} className={`chart-${tone}`}>
                {label}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      {children}
      <Axis points={points} />
      <details>
        <summary>{t('app.chart.asTable')}</summary>
        <div className="table-scroll">
          <table className="table">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <td />
                {series.map(({ key, label }) => (
                  <th key={key} scope="col" className="figure">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.label}>
                  <th scope="row">{point.label}</th>
                  {series.map(({ key }) => (
                    <td key={key} className="figure">
                      {write(figureOf(point, key))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** Labels that fit beside each other under a drawing. */
const mostLabels = 8;

/** What the drawing begins and ends with; every place by its label where they are few. The table below has them all. */
function Axis({ points }: Pick<ChartProps, 'points'>) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const named = points.length > mostLabels ? [first, last] : points;
  return (
    <div className={`chart-axis ${points.length > mostLabels ? 'chart-ends' : ''}`} aria-hidden="true">
      {named.map(({ label }) => (
        <span key={label}>{label}</span>
      ))}
    </div>
  );
}
