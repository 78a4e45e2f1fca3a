// Who is waited for, told from what an inspection says of itself. Pure.

interface Standing {
  readonly state: 'waiting' | 'booked' | 'begun' | 'closed' | 'lapsed';
  readonly startsAt?: string | undefined;
  readonly openedAt: string;
  readonly begunAt?: string | undefined;
}

/** What is waited for, how much of it, and since when. */
export interface Waited {
  readonly what: 'booking' | 'visit' | 'results' | 'samples' | 'signature';
  readonly count: number;
  /** Of a visit, when it is to be. */
  readonly since: string;
}

interface Step {
  readonly at: string;
  readonly kind: string;
}

const lastOf = (steps: readonly Step[], ...kinds: readonly string[]): string | undefined =>
  steps.filter(({ kind }) => kinds.includes(kind)).at(-1)?.at;

/**
 * What an inspection waits for.
 * @param open things wanted that have no result yet
 * @param untested samples whose test is not known yet
 * @param steps what was done, the first first, where it is known
 * @returns undefined where it waits for nothing any more
 */
export function waitedFor(
  { state, startsAt, openedAt, begunAt }: Standing,
  open: number,
  untested = 0,
  steps: readonly Step[] = [],
): Waited | undefined {
  if (state === 'waiting')
    return { what: 'booking', count: 1, since: lastOf(steps, 'given-up', 'no-show') ?? openedAt };
  if (state === 'booked') return { what: 'visit', count: 1, since: startsAt ?? openedAt };
  if (state !== 'begun') return undefined;
  const begun = begunAt ?? openedAt;
  if (open > 0) return { what: 'results', count: open, since: begun };
  if (untested > 0) return { what: 'samples', count: untested, since: lastOf(steps, 'sample') ?? begun };
  return { what: 'signature', count: 1, since: lastOf(steps, 'result', 'sample') ?? begun };
}

/** What belongs together, in the order in which it first comes. */
export function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** Midnight in China of a day, in milliseconds. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** The day in China a moment falls on. */
export const dayOf = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string =>
  dayOf(new Date(midnight(day) + days * 86_400_000).toISOString());

/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The Monday of the week a day is of. */
export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day));
