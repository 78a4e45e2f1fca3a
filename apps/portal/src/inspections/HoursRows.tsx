import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { ClosedRow, HoursRow } from './hours.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface HoursProps {
  readonly rows: readonly HoursRow[];
  readonly today: string;
  readonly onChange: (rows: readonly HoursRow[]) => void;
}

/** When a site inspects: a row a weekday and time. */
export function Hours({ rows, today, onChange }: HoursProps) {
  const { t } = useTexts();
  const change = (key: string, name: keyof HoursRow, value: string) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, [name]: value } : row)));
  const next = (): HoursRow => {
    const last = rows.at(-1);
    const weekday = last === undefined ? 1 : (Number(last.weekday) % 7) + 1;
    const like = last ?? { opens: '09:00', closes: '17:00', from: today, to: '', capacity: '2' };
    return { ...like, key: crypto.randomUUID(), weekday: String(weekday) };
  };
  return (
    <fieldset className="inspections-rows">
      <legend>{t('inspections.hours')}</legend>
      {rows.map((row, at) => (
        <div key={row.key} className="inspections-row">
          <select
            className="field"
            aria-label={t('inspections.weekday')}
            value={row.weekday}
            onChange={({ target }) => change(row.key, 'weekday', target.value)}
          >
            {weekdays.map((day, place) => (
              <option key={day} value={place + 1}>
                {t(`inspections.weekdays.${day}`)}
              </option>
            ))}
          </select>
          {(
            [
              ['opens', 'time'],
              ['closes', 'time'],
              ['capacity', 'number'],
              ['from', 'date'],
              ['to', 'date'],
            ] as const
          ).map(([name, type]) => (
            <label key={name}>
              <span className="quiet">{t(`inspections.${name}`)}</span>
              <input
                className="field"
                type={type}
                min={type === 'number' ? 1 : undefined}
                value={row[name]}
                onChange={({ target }) => change(row.key, name, target.value)}
              />
            </label>
          ))}
          <Remove place={at + 1} onClick={() => onChange(rows.filter((one) => one !== row))} />
        </div>
      ))}
      <Button small onClick={() => onChange([...rows, next()])}>
        <Icon name="plus" /> {t('inspections.addHours')}
      </Button>
    </fieldset>
  );
}

interface ClosedDaysProps {
  readonly rows: readonly ClosedRow[];
  readonly onChange: (rows: readonly ClosedRow[]) => void;
}

/** Days a site does not inspect, whatever its hours say. */
export function ClosedDays({ rows, onChange }: ClosedDaysProps) {
  const { t } = useTexts();
  const change = (key: string, name: keyof ClosedRow, value: string) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, [name]: value } : row)));
  return (
    <fieldset className="inspections-rows">
      <legend>{t('inspections.closedDays')}</legend>
      {rows.map((row, at) => (
        <div key={row.key} className="inspections-row">
          <label>
            <span className="quiet">{t('inspections.day')}</span>
            <input
              className="field"
              type="date"
              value={row.day}
              onChange={({ target }) => change(row.key, 'day', target.value)}
            />
          </label>
          <label>
            <span className="quiet">{t('inspections.why')}</span>
            <input
              className="field"
              maxLength={100}
              value={row.why}
              onChange={({ target }) => change(row.key, 'why', target.value)}
            />
          </label>
          <Remove place={at + 1} onClick={() => onChange(rows.filter((one) => one !== row))} />
        </div>
      ))}
      <Button small onClick={() => onChange([...rows, { key: crypto.randomUUID(), day: '', why: '' }])}>
        <Icon name="plus" /> {t('inspections.addDay')}
      </Button>
    </fieldset>
  );
}

function Remove({ place, onClick }: { readonly place: number; readonly onClick: () => void }) {
  const { t } = useTexts();
  return (
    <Button small aria-label={t('inspections.remove', { place })} onClick={onClick}>
      <Icon name="close" />
    </Button>
  );
}
