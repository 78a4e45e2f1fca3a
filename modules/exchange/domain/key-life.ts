/** Times and numbers of keys on one day, from `contracts/parameters.csv`. */
export interface KeyParameters {
  /** How long a key works where its maker says nothing. */
  readonly lifetimeDays: number;
  /** The longest a maker may say. */
  readonly longestDays: number;
  /** How long a key works on beside the one that has taken over from it. */
  readonly overlapDays: number;
  /** How long before its end an enterprise is told. */
  readonly warningDays: number;
  /** Keys of an enterprise that work at once. */
  readonly most: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function keyParameters(value: (key: string) => string | undefined): KeyParameters {
  const whole = (name: string): number => {
    const number = Number(value(`keys.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter keys.${name} is no whole number above zero`);
    return number;
  };
  return {
    lifetimeDays: whole('lifetime_days'),
    longestDays: whole('longest_days'),
    overlapDays: whole('overlap_days'),
    warningDays: whole('warning_days'),
    most: whole('most'),
  };
}

/** Owners of what ends until then are told. */
export const warnedBefore = (at: Date, { warningDays }: KeyParameters): Date =>
  new Date(at.getTime() + warningDays * 86_400_000);

/** As far as it is looked at to say whether a key works. */
export interface KeyTerm {
  readonly revokedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly replacedBy: string | null;
}

/** ending: another key has taken over, this one works on for a while. */
export type KeyState = 'active' | 'ending' | 'expired' | 'revoked';

export function keyState({ revokedAt, expiresAt, replacedBy }: KeyTerm, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt !== null && expiresAt.getTime() <= now.getTime()) return 'expired';
  return replacedBy === null ? 'active' : 'ending';
}

export const works = (term: KeyTerm, now: Date): boolean => /^(active|ending)$/.test(keyState(term, now));
