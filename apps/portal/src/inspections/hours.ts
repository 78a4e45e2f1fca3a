import type { Site, SiteFiling } from './queries.ts';

// A site's calendar as a form has it: times as they are typed. Pure.

export interface HoursRow {
  readonly key: string;
  readonly weekday: string;
  readonly opens: string;
  readonly closes: string;
  readonly from: string;
  readonly to: string;
  readonly capacity: string;
}

export interface ClosedRow {
  readonly key: string;
  readonly day: string;
  readonly why: string;
}

export interface SiteForm {
  readonly siteCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly customsCode: string;
  readonly address: string;
  readonly slotMinutes: string;
  readonly hours: readonly HoursRow[];
  readonly closed: readonly ClosedRow[];
}

/** "09:30" of minutes after midnight; midnight itself where the day ends. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes after midnight. */
function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** What is filed, as it is put into the form; a new site is open on no day. */
export function formOf(site: Site | undefined): SiteForm {
  return {
    siteCode: site?.siteCode ?? '',
    nameZh: site?.name.zh ?? '',
    nameEn: site?.name.en ?? '',
    customsCode: site?.customsCode ?? '',
    address: site?.address ?? '',
    slotMinutes: String(site?.slotMinutes ?? 60),
    hours: (site?.openings ?? []).map(({ weekday, opens, closes, from, to = '', capacity }, at) => ({
      ...{ key: `h${at}`, weekday: String(weekday), opens: clockOf(opens), closes: clockOf(closes) },
      ...{ from, to, capacity: String(capacity) },
    })),
    closed: (site?.closedDays ?? []).map(({ day, why }, at) => ({ key: `c${at}`, day, why })),
  };
}

/** Whether all that is needed is there; whether it holds is for the server to say. */
export const isWhole = (form: SiteForm): boolean =>
  /^[A-Z0-9]{4,12}$/.test(form.siteCode) &&
  /^\d{4}$/.test(form.customsCode) &&
  [form.nameZh, form.nameEn, form.slotMinutes].every((text) => text.trim() !== '') &&
  form.hours.every(({ opens, closes, from, capacity }) =>
    [opens, closes, from, capacity].every((text) => text !== ''),
  ) &&
  form.closed.every(({ day }) => day !== '');

/** What is sent of the form. */
export function filingOf(form: SiteForm, seen: number): SiteFiling {
  return {
    name: { zh: form.nameZh.trim(), en: form.nameEn.trim() },
    customsCode: form.customsCode,
    address: form.address.trim(),
    slotMinutes: Number(form.slotMinutes),
    openings: form.hours.map(({ weekday, opens, closes, from, to, capacity }) => ({
      ...{ weekday: Number(weekday), opens: minutesOf(opens), from, capacity: Number(capacity) },
      // A day that ends at midnight ends with its last minute.
      closes: minutesOf(closes) || 1_440,
      ...(to === '' ? {} : { to }),
    })),
    closedDays: form.closed.map(({ day, why }) => ({ day, why: why.trim() })),
    seen,
  };
}
