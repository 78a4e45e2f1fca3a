import { formatMoment } from '../ui/format.ts';

/** The quarter of a moment by Beijing time, `2026Q1`, and the seven before it. */
export function quartersUpTo(at: number): readonly string[] {
  const [year = 0, month = 1] = formatMoment(new Date(at).toISOString()).split('-').map(Number);
  const last = year * 4 + Math.floor((month - 1) / 3);
  return Array.from(
    { length: 8 },
    (_, back) => `${Math.floor((last - back) / 4)}Q${((last - back) % 4) + 1}`,
  );
}
