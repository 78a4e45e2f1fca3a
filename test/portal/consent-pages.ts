import { askAgencies, linkAgencies } from './asked-agencies.ts';
import type { ShownPage } from './shown-page.ts';

const question = {
  path: '/agency-desk/5301963601/D260310S22A',
  as: 'officer',
  before: askAgencies,
} as const;

/** What agencies besides customs see, and what is shown of them. */
export const consentPages: readonly ShownPage[] = [
  { name: 'agency-desk', path: '/agency-desk', as: 'officer', before: askAgencies },
  { ...question, name: 'agency-question' },
  {
    ...{ ...question, name: 'agency-decide' },
    prepare: async (page) => {
      await page.locator('.page-actions button').last().click();
      await page.locator('dialog #consent-reason').waitFor();
    },
  },
  { name: 'list-agencies', path: '/lists/5301963601/D260310S22A', as: 'operator', before: askAgencies },
  { name: 'agency-links', path: '/agency-links', as: 'operator', before: linkAgencies },
  { name: 'agency-link', path: '/agency-links/market', as: 'operator', before: linkAgencies },
  {
    ...{
      name: 'agency-link-set',
      path: '/agency-links/market',
      as: 'systemAdministrator',
      before: linkAgencies,
    },
    prepare: async (page) => {
      await page.locator('.page-actions button').last().click();
      await page.locator('dialog #book-address').waitFor();
    },
  },
  {
    ...{
      name: 'agency-link-confirm',
      path: '/agency-links/post',
      as: 'systemAdministrator',
      before: linkAgencies,
    },
    prepare: async (page) => {
      await page.locator('.page-actions .button-primary').click();
      await page.locator('dialog code').waitFor();
    },
  },
];
