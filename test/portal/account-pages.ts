import type { ShownPage } from './shown-page.ts';

/** Signing in, one's own account, those of others, and how agencies sign in. */
export const accountPages: readonly ShownPage[] = [
  { name: 'sign-in', path: '/sign-in', as: 'nobody' },
  {
    name: 'sign-in-key',
    path: '/sign-in',
    as: 'nobody',
    prepare: (page) => page.locator('main summary').click(),
  },
  {
    name: 'sign-up',
    path: '/sign-up',
    as: 'nobody',
    prepare: async (page) => {
      await page.locator('#login').fill('王');
      await page.locator('#name').fill('王芳');
      await page.locator('#password').fill('short');
      await page.locator('main form button[type=submit]').click();
      await page.locator('#password-findings').waitFor();
    },
  },
  { name: 'account', path: '/account', as: 'chief' },
  {
    name: 'account-closing',
    path: '/account',
    as: 'consumer',
    prepare: async (page) => {
      await page.locator('section[aria-labelledby=account-closing] button').click();
      await page.locator('dialog #closing-password').waitFor();
    },
  },
  {
    name: 'account-newcomer',
    path: '/account',
    as: 'newcomer',
    prepare: async (page) => {
      await page.locator('section form button[type=submit]').last().click();
      await page.locator('.qr-code').waitFor();
    },
  },
  { name: 'accounts', path: '/accounts', as: 'chief' },
  {
    name: 'accounts-make',
    path: '/accounts',
    as: 'systemAdministrator',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog form').waitFor();
    },
  },
  {
    name: 'accounts-deal',
    path: '/accounts?standing=active',
    as: 'securityAdministrator',
    prepare: async (page) => {
      await page.locator('tbody th button').first().click();
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'agencies', path: '/agencies', as: 'systemAdministrator' },
  {
    name: 'agencies-add',
    path: '/agencies',
    as: 'securityAdministrator',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog form').waitFor();
    },
  },
];
