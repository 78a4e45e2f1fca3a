import { type Day, type Instant, instantOfStamp } from '#kernel';

/** Hours of a site on one weekday, for a time. */
export interface Opening {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** Minutes after midnight in China. */
  readonly opens: number;
  readonly closes: number;
  readonly from: Day;
  /** Last day, inclusive. */
  readonly to?: Day | undefined;
  /** Visits a slot. */
  readonly capacity: number;
}

/** When a site inspects. */
export interface Calendar {
  readonly slotMinutes: number;
  readonly openings: readonly Opening[];
  readonly closedDays: readonly Day[];
}

/** A time a visit may begin. */
export interface Slot {
  readonly startsAt: Instant;
  readonly capacity: number;
}

/** Monday is 1. */
function weekdayOf(day: Day): number {
  const serial = Math.floor(midnight(day) / 86_400_000);
  // Midnight in China falls on the evening before, 1970-01-01 was a Thursday.
  return ((serial + 4) % 7) + 1;
}

function midnight(day: Day): Instant {
  const at = instantOfStamp(`${day.replaceAll('-', '')}000000`);
  if (at === undefined) throw new RangeError(`"${day}" is not a calendar day`);
  return at;
}

/** The slots of a day in the order of time; none on a closed one. Hours that overlap add up. */
export function slotsOf({ slotMinutes, openings, closedDays }: Calendar, day: Day): Slot[] {
  if (closedDays.includes(day)) return [];
  const start = midnight(day);
  const weekday = weekdayOf(day);
  const capacities = new Map<Instant, number>();
  for (const { opens, closes, from, to, capacity, weekday: on } of openings) {
    if (on !== weekday || day < from || (to !== undefined && day > to)) continue;
    for (let minute = opens; minute + slotMinutes <= closes; minute += slotMinutes) {
      const at = start + minute * 60_000;
      capacities.set(at, (capacities.get(at) ?? 0) + capacity);
    }
  }
  return [...capacities]
    .map(([startsAt, capacity]) => ({ startsAt, capacity }))
    .sort((one, other) => one.startsAt - other.startsAt);
}
