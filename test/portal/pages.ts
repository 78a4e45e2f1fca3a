import type { Page } from 'playwright-core';
import { accountPages } from './account-pages.ts';
import { borderPages } from './border-pages.ts';
import { uploadOrders } from './bulk-upload.ts';
import { consentPages } from './consent-pages.ts';
import { inspectionPages } from './inspection-pages.ts';
import { b2bPages } from './kept-b2b.ts';
import { certificatePages } from './kept-certificates.ts';
import { consumerPages } from './own-data.ts';
import { returnsPages } from './returns-pages.ts';
import type { ShownPage } from './shown-page.ts';
import { mailForShow, tellForShow } from './told.ts';

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
  ...accountPages,
  { name: 'audit', path: '/audit', as: 'securityAdministrator' },
  { name: 'audit-acts', path: '/audit?view=acts', as: 'auditAdministrator' },
  ...borderPages,
  ...b2bPages,
  ...certificatePages,
  ...consentPages,
  ...inspectionPages,
  ...returnsPages,
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
  { name: 'list-mended', path: '/lists/5301263603/D260310S28A', as: 'declarant' },
  {
    name: 'list-withdraw',
    path: '/lists/5301263603/D260310S16A',
    as: 'declarant',
    prepare: async (page) => {
      await page.locator('.list-deeds button').last().click();
      await page.locator('dialog #withdraw-reason').waitFor();
    },
  },
  { name: 'entry', path: '/entry', as: 'declarant' },
  {
    name: 'entry-form',
    path: '/lists/5301263603/D260310S16A',
    as: 'declarant',
    prepare: async (page) => {
      await page.locator('.list-deeds button').first().click();
      await page.locator('.entry-form #lines').waitFor();
      await page.locator('.entry-form .tax-lines, .entry-form .tax-decision').first().waitFor();
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
  { name: 'notifications', path: '/notifications', as: 'chief', before: tellForShow },
  { name: 'notifications-settings', path: '/notifications/settings', as: 'chief', before: mailForShow },
  { name: 'leave-mail', path: '/unsubscribe/AAAA', as: 'nobody' },
  { name: 'mails', path: '/mails', as: 'operator', before: mailForShow },
  { name: 'payments', path: '/payments', as: 'enterprise' },
  { name: 'waybills', path: '/waybills', as: 'enterprise' },
  { name: 'links', path: '/links', as: 'operator' },
  { name: 'rules', path: '/rules?search=import&group=figure', as: 'nobody' },
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
  { name: 'apply', path: '/apply', as: 'nobody' },
  { name: 'apply-follow', path: '/apply/follow', as: 'nobody' },
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
  { name: 'paper-foreign', path: '/papers/AAAA~BBBB', as: 'nobody' },
  { name: 'not-found', path: '/nowhere', as: 'operator', alone: true },
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
  ...consumerPages,
];
