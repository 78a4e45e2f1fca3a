/** How figures and times are written. Pure: the time now and the language are passed in. */

const numericText = /^(-?)(\d+)(?:\.(\d+))?$/;

/** "1234.5" → "1,234.50". Works on the digits, so no figure is ever rounded; other text comes back as it is. */
export function formatAmount(text: string): string {
  const match = numericText.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const decimals = fraction.replace(/0+$/, '').padEnd(2, '0');
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

/** Decimal subtraction of amounts with at most 5 decimals. */
export function subtractAmounts(left: string, right: string): string {
  const difference = toScale5(left) - toScale5(right);
  const digits = (difference < 0n ? -difference : difference).toString().padStart(6, '0');
  return `${difference < 0n ? '-' : ''}${digits.slice(0, -5)}.${digits.slice(-5)}`;
}

/** Share of an amount in another, 0 to 1, for the length of a bar. */
export function shareOf(part: string, whole: string): number {
  const all = toScale5(whole);
  if (all <= 0n) return 0;
  return Math.min(1, Math.max(0, Number((toScale5(part) * 10_000n) / all) / 10_000));
}

function toScale5(text: string): bigint {
  const match = numericText.exec(text);
  if (!match) return 0n;
  const [, sign = '', whole = '', fraction = ''] = match;
  return BigInt(`${sign}${whole}${fraction.slice(0, 5).padEnd(5, '0')}`);
}

/** Whether two texts say the same: the same number, or the same words. */
export function saysTheSame(left: string, right: string): boolean {
  if (numericText.test(left) && numericText.test(right)) return toScale5(left) === toScale5(right);
  return left.replace(/\s+/g, '').toUpperCase() === right.replace(/\s+/g, '').toUpperCase();
}

export function formatCount(count: number, locale: string): string {
  return count.toLocaleString(locale);
}

/** Customs works by Beijing time, wherever the reader sits. */
const beijing = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** "2026-11-23T06:03:22.120Z" → "2026-11-23 14:03:22". */
export function formatMoment(iso: string): string {
  return beijing.format(new Date(iso));
}

/** Time of day only, for a row of events on one day. */
export function formatClock(iso: string): string {
  return formatMoment(iso).slice(11);
}

/** The documents' own writing, "20261123140322" or "20261123", as "2026-11-23 14:03:22"; else as it is. */
export function formatDocumentTime(text: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})(\d{3})?)?$/.exec(text);
  if (!match) return text;
  const [, year, month, day, hour, minute, second] = match;
  return hour ? `${year}-${month}-${day} ${hour}:${minute}:${second}` : `${year}-${month}-${day}`;
}

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

type Unit = (typeof steps)[number][0];

/** Whole units from now to a moment, counted towards now: minus 3 minutes is three minutes ago. */
export function distanceOf(iso: string, nowMs: number): { readonly unit: Unit; readonly count: number } {
  const seconds = Math.trunc((Date.parse(iso) - nowMs) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return { unit, count: Math.trunc(seconds / size) };
}

/** "3秒前", "in 12 min"; undefined where the browser does not know the language, as most do not know Lao or Burmese. */
export function formatRelative(unit: Unit, count: number, locale: string): string | undefined {
  if (Intl.RelativeTimeFormat.supportedLocalesOf(locale).length === 0) return undefined;
  const format = new Intl.RelativeTimeFormat(locale, {
    style: 'narrow',
    numeric: unit === 'second' ? 'auto' : 'always',
  });
  return format.format(count, unit);
}

/** "A, B and C"; with commas alone where the browser does not know the language. */
export function formatList(parts: readonly string[], locale: string): string {
  return Intl.ListFormat.supportedLocalesOf(locale).length === 0
    ? parts.join(', ')
    : new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
