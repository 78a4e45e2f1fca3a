import { addDays, type Confidence, type Day } from '#kernel';
import { nextMonth } from './application.ts';

/** Days off that are none by their weekday, or the other way round, as the State Council sets them for a year. */
export interface CalendarRow {
  readonly from: Day;
  readonly to: Day;
  readonly kind: 'off' | 'work';
  readonly confidence: Confidence;
}

/** The last day to declare a month's lists, and how sure that is. */
export interface Due {
  readonly day: Day;
  /** D where the year's holidays are not in the table: then only Saturdays and Sundays are days off. */
  readonly confidence: Confidence;
}

/** 1970-01-01 was a Thursday. */
const weekday = (day: Day): number => (Math.round(Date.parse(day) / 86_400_000) + 4) % 7;

function worked(day: Day, calendar: readonly CalendarRow[]): boolean {
  const row = calendar.find(({ from, to }) => from <= day && day <= to);
  return row ? row.kind === 'work' : ![0, 6].includes(weekday(day));
}

/**
 * Until when lists closed in a month are declared in summary: the due day of the month after, or the first working day after
 * it where it is a day off.
 * @param month its first day
 */
export function dueOf(month: Day, dueDay: number, calendar: readonly CalendarRow[]): Due {
  let day = addDays(nextMonth(month), dueDay - 1);
  while (!worked(day, calendar)) day = addDays(day, 1);
  const year = day.slice(0, 4);
  const known = calendar.find(({ from }) => from.startsWith(year));
  return { day, confidence: known?.confidence ?? 'D' };
}

const isDayText = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** Reads `contracts/holidays.csv`. @throws RangeError for a row that cannot be read */
export function parseCalendar(rows: readonly Readonly<Record<string, string>>[]): CalendarRow[] {
  return rows.map(({ from = '', to = '', kind, confidence = '' }, at) => {
    const sound = isDayText(from) && isDayText(to) && from <= to && /^[VHMLD]$/.test(confidence);
    if (!sound || (kind !== 'off' && kind !== 'work'))
      throw new RangeError(`row ${at + 2} of holidays.csv cannot be read`);
    return { from, to, kind, confidence: confidence as Confidence };
  });
}
