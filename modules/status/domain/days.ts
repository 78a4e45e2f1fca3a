import { addDays, type Day } from '#kernel';

/** Minutes of a day by level. */
export interface DayCount {
  readonly day: Day;
  readonly working: number;
  readonly slow: number;
  readonly down: number;
}

/** A day as it is shown: what was not measured is said and never counted as good. */
export interface ShownDay extends DayCount {
  readonly unmeasured: number;
}

const MINUTES = 1440;

/**
 * The last days to today, oldest first, those without a measurement among them.
 * @param minutesToday minutes of today that are over
 * @param since the first day that was ever measured: days before it are not shown
 */
export function lastDays(
  counts: readonly DayCount[],
  { today, minutesToday, days, since }: { today: Day; minutesToday: number; days: number; since: Day },
): ShownDay[] {
  const byDay = new Map(counts.map((count) => [count.day, count]));
  const first = addDays(today, 1 - days);
  const shown: ShownDay[] = [];
  for (let day = first < since ? since : first; day <= today; day = addDays(day, 1)) {
    const { working, slow, down } = byDay.get(day) ?? { working: 0, slow: 0, down: 0 };
    const whole = day === today ? minutesToday : MINUTES;
    shown.push({ day, working, slow, down, unmeasured: Math.max(0, whole - working - slow - down) });
  }
  return shown;
}
