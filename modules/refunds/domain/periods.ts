import { addDays, addMonths, type Day } from '#kernel';

/** Days of a period, inclusive. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The days of a month (`2026-07`), a quarter (`2026Q3`) or a year (`2026`). @throws RangeError for what is none */
export function spanOf(period: string): Span {
  const [, year, month, quarter] = /^(20\d\d)(?:-(0[1-9]|1[0-2])|Q([1-4]))?$/.exec(period) ?? [];
  if (year === undefined) throw new RangeError(`${period} is no month, quarter or year`);
  const first = quarter === undefined ? Number(month ?? 1) : Number(quarter) * 3 - 2;
  const months = quarter !== undefined ? 3 : month !== undefined ? 1 : 12;
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** A day of the month after a period. */
export const dayAfter = ({ to }: Span, dayOfMonth: number): Day => addDays(to, dayOfMonth);

/** The last day of the month that is so many months after a period. */
export const monthsAfter = ({ to }: Span, months: number): Day =>
  addDays(addMonths(addDays(to, 1), months), -1);

/** The quarters of a year up to the one a period ends in. */
export function quartersUpTo(period: string): string[] {
  const { to } = spanOf(period);
  const last = Math.ceil(Number(to.slice(5, 7)) / 3);
  return Array.from({ length: last }, (_, at) => `${to.slice(0, 4)}Q${at + 1}`);
}
