/** A calendar day, `YYYY-MM-DD`. Days compare in the order of time as texts. */
export type Day = string;

/** An instant, in milliseconds since 1970-01-01T00:00Z, passed in by whoever has a clock. */
export type Instant = number;

const MILLISECONDS_A_DAY = 86_400_000;
/** China has kept UTC+8 all year round since 1991-09-15. */
const SHANGHAI_OFFSET = 8 * 3_600_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a day of the Gregorian calendar. */
function serialOf(year: number, month: number, dayOfMonth: number): number {
  // Years are counted from 1 March, so that the leap day is the last one of its year.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilOf(serial: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = serial + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

function writeDay(serial: number): Day {
  const { year, month, dayOfMonth } = civilOf(serial);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

function readSerial(text: string): number | undefined {
  const match = DAY_PATTERN.exec(text);
  if (match === null) return undefined;
  const serial = serialOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return writeDay(serial) === text ? serial : undefined;
}

function mustReadSerial(day: Day): number {
  const serial = readSerial(day);
  if (serial === undefined) throw new RangeError(`"${day}" is not a calendar day`);
  return serial;
}

/** Whether the text is a day of the calendar: `2025-02-29` is not. */
export function isDay(text: string): boolean {
  return readSerial(text) !== undefined;
}

/** The day `count` days later (earlier when negative). @throws RangeError when `day` is not a calendar day. */
export function addDays(day: Day, count: number): Day {
  return writeDay(mustReadSerial(day) + count);
}

const LONGEST_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (LONGEST_MONTHS[month - 1] ?? 31);
}

/**
 * The same day of the month `count` months later (earlier when negative); the last day of that month where it has
 * no such day: one month after 31 January is 28 or 29 February.
 * @throws RangeError when `day` is not a calendar day.
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = civilOf(mustReadSerial(day));
  const months = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return writeDay(serialOf(toYear, toMonth, Math.min(dayOfMonth, daysOfMonth(toYear, toMonth))));
}

/** Days from `from` to `to`: 1 from a day to the next. @throws RangeError when one is not a calendar day. */
export function daysBetween(from: Day, to: Day): number {
  return mustReadSerial(to) - mustReadSerial(from);
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The calendar day in China at an instant. */
export function chinaDay(instant: Instant): Day {
  return writeDay(Math.floor((instant + SHANGHAI_OFFSET) / MILLISECONDS_A_DAY));
}

/**
 * China's clock at an instant in the form of the CEB standard's date and time fields: `YYYYMMDDhhmmss`,
 * or `YYYYMMDDhhmmssfff` with `milliseconds`.
 */
export function chinaStamp(instant: Instant, milliseconds = false): string {
  const local = Math.floor(instant) + SHANGHAI_OFFSET;
  const day = writeDay(Math.floor(local / MILLISECONDS_A_DAY)).replaceAll('-', '');
  const ofDay = ((local % MILLISECONDS_A_DAY) + MILLISECONDS_A_DAY) % MILLISECONDS_A_DAY;
  const seconds = Math.floor(ofDay / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}`;
  return day + clock + (milliseconds ? String(ofDay % 1000).padStart(3, '0') : '');
}

/** The day of a CEB date or date-and-time field (`YYYYMMDD…`); undefined when it is not a calendar day. */
export function dayOfStamp(stamp: string): Day | undefined {
  const day = `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`;
  return isDay(day) ? day : undefined;
}

/**
 * The instant of a CEB date-and-time field on China's clock (`YYYYMMDDhhmmss`, with or without milliseconds).
 * @returns undefined when it is not a time of the calendar.
 */
export function instantOfStamp(stamp: string): Instant | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/.exec(stamp);
  if (match === null) return undefined;
  const serial = readSerial(`${match[1]}-${match[2]}-${match[3]}`);
  const [hours, minutes, seconds] = [Number(match[4]), Number(match[5]), Number(match[6])];
  if (serial === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const ofDay = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(match[7] ?? 0);
  return serial * MILLISECONDS_A_DAY + ofDay - SHANGHAI_OFFSET;
}
