import { drawBefore } from './drawn-before.ts';
import { begunInspection, bookedInspection } from './kept-inspections.ts';
import type { ShownPage } from './shown-page.ts';

/** Inspections: the list, one, its visit, the calendar of a site; and draws that are drawn again. */
export const inspectionPages: readonly ShownPage[] = [
  { name: 'inspections', path: '/inspections', as: 'officer' },
  { name: 'inspection', path: `/inspections/${begunInspection}`, as: 'officer' },
  {
    ...{ name: 'inspection-visit', path: `/inspections/${begunInspection}/visit`, as: 'officer' },
    prepare: (page) => page.locator('.visit-lines input').first().waitFor(),
  },
  {
    ...{ name: 'inspection-ask', path: `/inspections/${begunInspection}`, as: 'officer' },
    prepare: async (page) => {
      await page.locator('.inspections-lists button').first().click();
      await page.locator('dialog #inspection-ground option').first().waitFor({ state: 'attached' });
    },
  },
  {
    ...{ name: 'inspection-calendar', path: '/inspections/calendar?day=2026-03-10', as: 'operator' },
    prepare: (page) => page.locator('.inspections-visit').first().waitFor(),
  },
  {
    ...{ name: 'inspection-hours', path: '/inspections/calendar?day=2026-03-10', as: 'operator' },
    prepare: async (page) => {
      await page.locator('.inspections-page .panel-head button').click();
      await page.locator('dialog .inspections-row').first().waitFor();
    },
  },
  {
    ...{ name: 'inspection-book', as: 'enterprise' },
    path: `/inspections/calendar?day=2026-03-10&order=${bookedInspection}`,
    prepare: (page) => page.locator('.inspections-slots button').first().waitFor(),
  },
  {
    ...{ name: 'draws', path: '/draws?of=gate&draw=2026-03-08', as: 'nobody', before: drawBefore },
    prepare: async (page) => {
      await page.locator('.draws-one button').click();
      await page.locator('.draws-one .tone-released').waitFor();
      await page.locator('.draws-one summary').click();
    },
  },
];
