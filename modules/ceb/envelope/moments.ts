const DATE = String.raw`(-?)(\d{4,})-(\d\d)-(\d\d)`;
const ZONE = String.raw`(Z|[+-]\d\d:\d\d)`;
const TIME = String.raw`T(\d\d):(\d\d):(\d\d(?:\.\d+)?)`;
const DAY = new RegExp(`^${DATE}${ZONE}?$`);
/** White space is passed over behind the zone of a moment only, as libxml2 applies the schema. */
const MOMENT = new RegExp(`^${DATE}${TIME}(?:${ZONE}[ \\t\\n\\r]*)?$`);

/** Digits of a year beyond which it is no year of ours; keeps numbers exact. */
const YEAR_DIGITS = 15;
/** Time zones lie within 14 hours. */
const FARTHEST_ZONE = 14 * 60;

/** Whether a text is an `xs:date`, such as `2026-07-01`. */
export function isDate(text: string): boolean {
  const [, , year = '', month = '', day = '', zone] = DAY.exec(text) ?? [];
  return isDay(year, month, day) && isZone(zone);
}

/** Whether a text is an `xs:dateTime`, such as `2026-07-01T08:30:00`. */
export function isDateTime(text: string): boolean {
  const [, , year = '', month = '', day = '', hour = '', minute = '', second = '', zone] =
    MOMENT.exec(text) ?? [];
  return isDay(year, month, day) && isTime(Number(hour), Number(minute), Number(second)) && isZone(zone);
}

function isDay(year: string, month: string, day: string): boolean {
  if (year === '' || year.length > YEAR_DIGITS || (year.length > 4 && year.startsWith('0'))) return false;
  const number = Number(year);
  const days = daysOf(number, Number(month));
  return number > 0 && Number(day) >= 1 && Number(day) <= days;
}

/** Days of a month; none for a month that is not there. */
function daysOf(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isTime(hour: number, minute: number, second: number): boolean {
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  return endOfDay || (hour < 24 && minute < 60 && second < 60);
}

function isZone(zone: string | undefined): boolean {
  if (zone === undefined || zone === 'Z') return true;
  const minutes = Number(zone.slice(4));
  return minutes < 60 && Number(zone.slice(1, 3)) * 60 + minutes <= FARTHEST_ZONE;
}
