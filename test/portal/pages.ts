import type { Page } from 'playwright-core';
import { uploadOrders } from './bulk-upload.ts';

/**
 * Who looks at a page: nobody signed in, somebody by a key of the platform that `openPlatform` sets up, or somebody with
 * an account of their own: an officer of customs, the administrator of an enterprise, who has yet to make the account whole, who keeps accounts.
 */
export type Reader =
  | ('nobody' | 'operator' | 'enterprise')
  | (
      | 'officer'
      | 'chief'
      | 'newcomer'
      | 'consumer'
      | 'systemAdministrator'
      | 'securityAdministrator'
      | 'auditAdministrator'
    );

/** A page of the portal as somebody sees it. */
export interface ShownPage {
  /** Names its pictures. */
  readonly name: string;
  readonly path: string;
  readonly as: Reader;
  /** Brings the page to where it is worth looking at: a dialog opened, a row chosen. Finds things without words. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens what the first row of a list leads to. */
async function firstRow(page: Page): Promise<void> {
  await page.locator('[data-shortcut=row]').first().click();
  await page.locator('.registry-timeline').waitFor();
}

/** Subscribes to what is offered first; its secret is shown. */
async function makeWebhook(page: Page): Promise<void> {
  await page.locator('.page-actions button').click();
  // A name that nobody has: nothing is sent anywhere.
  await page.locator('#webhook-address').fill('https://receiver.invalid/chama');
  await page.locator('dialog .dialog-foot button').click();
  await page.locator('dialog .webhooks-secret').waitFor();
}

/** Every page: one line. axe, the languages and `npm run screenshots` go through these. */
export const pages: readonly ShownPage[] = [
  { name: 'sign-in', path: '/sign-in', as: 'nobody' },
  {
    name: 'sign-in-key',
    path: '/sign-in',
    as: 'nobody',
    prepare: (page) => page.locator('main summary').click(),
  },
  { name: 'account', path: '/account', as: 'chief' },
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
  { name: 'audit', path: '/audit', as: 'securityAdministrator' },
  { name: 'audit-acts', path: '/audit?view=acts', as: 'auditAdministrator' },
  { name: 'lists', path: '/lists', as: 'operator' },
  { name: 'lists-none', path: '/lists?search=NOSUCH', as: 'operator' },
  { name: 'desk', path: '/desk', as: 'officer' },
  { name: 'desk-case', path: '/desk/cases/5301963601/D260310S22A', as: 'officer' },
  {
    name: 'desk-act',
    path: '/desk/cases/5301963601/D260310S22A',
    as: 'officer',
    prepare: async (page) => {
      await page.locator('.desk-case button').first().waitFor();
      await page.keyboard.press('r');
      await page.locator('dialog select').first().waitFor();
    },
  },
  { name: 'desk-load', path: '/desk/load', as: 'officer' },
  { name: 'desk-search', path: '/desk/search', as: 'officer' },
  { name: 'questions', path: '/questions', as: 'enterprise' },
  { name: 'list-released', path: '/lists/5301363602/D260310S01A', as: 'operator' },
  { name: 'list-refused', path: '/lists/5301363602/D260310S11A', as: 'enterprise' },
  {
    name: 'list-persons',
    path: '/lists/5301363602/D260310S11A',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('.persons-show button').click();
      await page.locator('#persons-reason').fill('DEMO-1');
      await page.keyboard.press('Enter');
      await page.locator('dialog .persons-fields').first().waitFor();
    },
  },
  { name: 'showings', path: '/showings', as: 'chief' },
  { name: 'attention', path: '/attention', as: 'enterprise' },
  { name: 'orders', path: '/orders', as: 'enterprise' },
  { name: 'orders-none', path: '/orders?search=NOSUCH', as: 'enterprise' },
  {
    name: 'order',
    path: '/orders?from=2026-01-01',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('[data-shortcut=row]').first().click();
      await page.locator('dialog .document-facts').waitFor();
    },
  },
  {
    name: 'filter-saved',
    path: '/orders?side=sent',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('.saved-filters > button').click();
      await page.locator('dialog #filter-name').waitFor();
    },
  },
  { name: 'payments', path: '/payments', as: 'enterprise' },
  { name: 'waybills', path: '/waybills', as: 'enterprise' },
  { name: 'links', path: '/links', as: 'operator' },
  { name: 'rules', path: '/rules?search=import&group=figure', as: 'nobody' },
  { name: 'parcel', path: '/parcel', as: 'nobody' },
  { name: 'status', path: '/status', as: 'nobody' },
  {
    name: 'status-report',
    path: '/status',
    as: 'operator',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog textarea').first().waitFor();
    },
  },
  { name: 'register', path: '/registry/enterprises', as: 'operator' },
  { name: 'register-file', path: '/registry/enterprises/5301363602', as: 'operator' },
  { name: 'filings', path: '/registry/filings', as: 'operator' },
  { name: 'filing', path: '/registry/filings', as: 'operator', prepare: firstRow },
  { name: 'filing-form', path: '/registry/filings', as: 'enterprise', prepare: firstRow },
  { name: 'goods', path: '/registry/goods?search=xiangshui', as: 'enterprise' },
  { name: 'goods-one', path: '/registry/goods', as: 'operator', prepare: firstRow },
  {
    name: 'goods-form',
    path: '/registry/goods',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog select').first().waitFor();
    },
  },
  { name: 'editions', path: '/registry/editions', as: 'operator' },
  {
    name: 'edition',
    path: '/registry/editions',
    as: 'operator',
    prepare: async (page) => {
      await page.locator('[data-shortcut=row]').first().click();
      await page.locator('.registry-changes').waitFor();
    },
  },
  {
    name: 'edition-proposal',
    path: '/registry/editions',
    as: 'operator',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog select').first().waitFor();
    },
  },
  { name: 'code-lists', path: '/registry/code-lists?list=transport', as: 'nobody' },
  { name: 'bulk', path: '/bulk', as: 'enterprise' },
  {
    name: 'bulk-read',
    path: '/bulk',
    as: 'enterprise',
    prepare: async (page) => {
      await uploadOrders(page, 3, 2);
      await page.locator('.bulk-bad [data-place="1"]').waitFor();
    },
  },
  { name: 'api-keys', path: '/keys', as: 'enterprise' },
  { name: 'api-keys-which', path: '/keys', as: 'operator' },
  {
    name: 'api-keys-new',
    path: '/keys',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog fieldset').waitFor();
    },
  },
  {
    name: 'api-keys-made',
    path: '/keys',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('#key-label').fill('ERP');
      await page.locator('dialog .dialog-foot button').click();
      await page.locator('dialog .keys-token').waitFor();
    },
  },
  {
    name: 'certificate-new',
    path: '/keys',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('.keys-certificates .panel-head button').click();
      await page.locator('#certificate-pem').waitFor();
    },
  },
  {
    name: 'delegations',
    path: '/delegations',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('#delegation-agent').waitFor();
    },
  },
  {
    name: 'webhooks-new',
    path: '/webhooks',
    as: 'enterprise',
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('#webhook-address').waitFor();
    },
  },
  { name: 'webhooks-made', path: '/webhooks', as: 'enterprise', prepare: makeWebhook },
  {
    name: 'webhook-tested',
    path: '/webhooks',
    as: 'enterprise',
    prepare: async (page) => {
      await makeWebhook(page);
      await page.locator('dialog .dialog-foot button').last().click();
      await page.locator('[data-shortcut=row]').first().click();
      await page.locator('.webhooks-deliveries').waitFor();
      await page.locator('.page-actions button').last().click();
      await page.locator('dialog .webhooks-attempts li').waitFor();
    },
  },
  { name: 'me', path: '/me', as: 'consumer' },
  { name: 'paper-foreign', path: '/papers/AAAA~BBBB', as: 'nobody' },
  { name: 'not-found', path: '/nowhere', as: 'operator' },
  {
    name: 'keys',
    path: '/lists',
    as: 'operator',
    prepare: async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog .keys').waitFor();
    },
  },
  {
    name: 'palette',
    path: '/lists',
    as: 'operator',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.locator('dialog .palette').waitFor();
    },
  },
];
