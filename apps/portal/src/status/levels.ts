import type { IconName } from '../ui/Icon.tsx';
import type { StatusComponent, StatusLevel } from './queries.ts';

/** A sign beside each colour. */
export const levelIcons: Readonly<Record<StatusLevel, IconName>> = {
  working: 'released',
  slow: 'held',
  down: 'refused',
  unmeasured: 'info',
};

type Day = StatusComponent['days'][number];

/** The level a day is drawn in: the worst that took more than a minute or two of it. */
export function levelOfDay({ working, slow, down }: Day): StatusLevel {
  if (down > 0) return 'down';
  if (slow > 0) return 'slow';
  return working > 0 ? 'working' : 'unmeasured';
}

/** Minutes that worked among those measured, as a share; undefined where none was. */
export function shareWorking(days: readonly Day[]): number | undefined {
  const sum = (of: (day: Day) => number) => days.reduce((all, day) => all + of(day), 0);
  const measured = sum(({ working, slow, down }) => working + slow + down);
  // What is slow still works.
  return measured === 0 ? undefined : sum(({ working, slow }) => working + slow) / measured;
}
