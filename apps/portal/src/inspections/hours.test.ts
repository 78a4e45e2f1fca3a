import { expect, test } from 'vitest';
import { clockOf, filingOf, formOf, isWhole } from './hours.ts';

const site = {
  ...{ siteCode: 'KMGSITE1', name: { zh: '场所', en: 'site' }, customsCode: '8620', address: '' },
  ...{ slotMinutes: 60, revision: 3 },
  openings: [{ weekday: 1, opens: 570, closes: 1_440, from: '2026-01-01', capacity: 4 }],
  closedDays: [{ day: '2026-10-01', why: '国庆节' }],
};

test('a calendar that is opened and saved as it was stays as it was', () => {
  const { revision, siteCode: _code, ...filed } = site;
  const form = formOf(site);
  expect(form.hours).toMatchObject([{ opens: '09:30', closes: '00:00' }]);
  expect(isWhole(form)).toBe(true);
  expect(filingOf(form, revision)).toEqual({ ...filed, seen: 3 });
});

test('hours without a time or a first day are not sent', () => {
  const form = formOf(site);
  const [first] = form.hours;
  if (!first) throw new Error('the site has hours');
  expect(isWhole({ ...form, hours: [{ ...first, opens: '' }] })).toBe(false);
  expect(isWhole({ ...form, siteCode: 'km' })).toBe(false);
  expect(isWhole(formOf(undefined))).toBe(false);
});

test('minutes after midnight are a time of day', () => {
  expect([0, 65, 1_439].map(clockOf)).toEqual(['00:00', '01:05', '23:59']);
});
