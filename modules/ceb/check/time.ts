/** Days of each month in a common year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether a text is a real moment of the shape `YYYYMMDD`, `YYYYMMDDhhmmss` or `YYYYMMDDhhmmssSSS`, told by its
 * length. Seconds run to 59.
 */
export function isRealTime(text: string, shape: string): boolean {
  if (text.length !== shape.length) {
    return false;
  }
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return false;
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  if (!isDay(year, twoDigits(text, 4), twoDigits(text, 6))) {
    return false;
  }
  return (
    text.length === 8 || (twoDigits(text, 8) < 24 && twoDigits(text, 10) < 60 && twoDigits(text, 12) < 60)
  );
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (DAYS[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
  return year > 0 && day >= 1 && day <= days;
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 0x30) * 10 + text.charCodeAt(at + 1) - 0x30;
}
