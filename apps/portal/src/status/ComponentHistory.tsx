import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { levelIcons, levelOfDay, shareWorking } from './levels.ts';
import type { StatusComponent } from './queries.ts';

/** So that the first days of a platform are not drawn as broad as a season. */
const fewestSlots = 60;

/** One component: how it is, its days as a strip, and the same days as a table. */
export function ComponentHistory({ component }: { readonly component: StatusComponent }) {
  const { t, locale } = useTexts();
  const { code, level, days } = component;
  const share = shareWorking(days);
  const percent = share?.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 }) ?? '—';
  const name = t(`status.component.${code}`);
  const slots = Math.max(fewestSlots, days.length);
  return (
    <section className="status-component" aria-labelledby={`status-${code}`}>
      <header>
        <h2 id={`status-${code}`}>{name}</h2>
        <span className={`state status-${level}`}>
          <Icon name={levelIcons[level]} />
          {t(`status.level.${level}`)}
        </span>
        {component.ms !== undefined && (
          <span className="quiet">{t('status.took', { ms: component.ms.toLocaleString(locale) })}</span>
        )}
        <span className="status-share">{t('status.share', { percent, count: days.length })}</span>
      </header>
      <p className="quiet">{t(`status.what.${code}`)}</p>
      <svg
        className="status-strip"
        viewBox={`0 0 ${slots * 4} 10`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('status.strip', { name, percent, count: days.length })}
      >
        {days.map((day, place) => (
          <rect
            key={day.day}
            className={`status-${levelOfDay(day)}`}
            x={(slots - days.length + place) * 4}
            width="3"
            height="10"
          >
            <title>{`${day.day}: ${t(`status.level.${levelOfDay(day)}`)}`}</title>
          </rect>
        ))}
      </svg>
      <DaysTable name={name} days={days} />
    </section>
  );
}

interface DaysTableProps {
  readonly name: string;
  readonly days: StatusComponent['days'];
}

/** The same days in figures, the newest first. */
function DaysTable({ name, days }: DaysTableProps) {
  const { t, locale } = useTexts();
  return (
    <details>
      <summary>{t('app.chart.asTable')}</summary>
      <div className="table-scroll">
        <table className="table">
          <caption className="sr-only">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('status.day')}</th>
              {(['working', 'slow', 'down', 'unmeasured'] as const).map((one) => (
                <th key={one} scope="col" className="figure">
                  {t(`status.level.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map((day) => (
              <tr key={day.day}>
                <th scope="row">{day.day}</th>
                {[day.working, day.slow, day.down, day.unmeasured].map((minutes, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: four columns that never move
                  <td key={place} className="figure">
                    {minutes.toLocaleString(locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
