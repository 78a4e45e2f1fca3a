import type { Page } from 'playwright-core';

/** One picture of the tour: who, where, and what they do there. */
export interface Stop {
  readonly name: string;
  /** Login of somebody of the demonstration; nobody where it is left out. */
  readonly as?: string;
  readonly path: string;
  readonly locale: string;
  readonly dark?: true;
  readonly phone?: true;
  readonly prepare?: (page: Page) => Promise<void>;
}

const openFirst = async (page: Page): Promise<void> => {
  await page.locator('[data-shortcut=row]').first().click();
  await page.waitForTimeout(1_000);
};

/** Opens the first that a page leads to, once the day has brought one. */
const opens =
  (links: string, shown: string) =>
  async (page: Page): Promise<void> => {
    const first = page.locator(links).first();
    for (let tries = 0; tries < 40 && (await first.count()) === 0; tries += 1) {
      await page.waitForTimeout(5_000);
      await page.reload();
      await page.locator('main h1').first().waitFor();
      await page.waitForTimeout(2_000);
    }
    await first.click();
    await page.locator(shown).first().waitFor();
  };

const openAccount = async (page: Page): Promise<void> => {
  await page.locator('tbody th button').first().click();
  await page.locator('dialog').waitFor();
};

/** Every kind of user, on what they do most; in the languages of the border. */
export const stops: readonly Stop[] = [
  { name: 'enterprise-home', as: 'broker', path: '/attention', locale: 'zh-CN' },
  { name: 'enterprise-orders', as: 'platform', path: '/orders', locale: 'en-GB' },
  { name: 'broker-lists', as: 'broker', path: '/lists', locale: 'zh-CN' },
  { name: 'broker-list', as: 'broker', path: '/lists?state=refused', locale: 'en-GB', prepare: openFirst },
  { name: 'carrier-waybills', as: 'carrier', path: '/waybills', locale: 'th-TH' },
  { name: 'payer-payments', as: 'payer', path: '/payments', locale: 'vi-VN' },
  { name: 'customs-desk', as: 'customs', path: '/desk', locale: 'zh-CN' },
  { name: 'customs-case', as: 'customs', path: '/desk', locale: 'en-GB', prepare: openFirst },
  {
    ...{ name: 'border-export', as: 'customs-second', path: '/exports', locale: 'zh-CN' },
    prepare: opens('main [data-shortcut=row]', '.exports-numbers'),
  },
  {
    ...{ name: 'border-batch', as: 'customs-second', path: '/abroad', locale: 'en-GB' },
    prepare: opens('main [data-shortcut=row]', '.abroad-page'),
  },
  {
    ...{ name: 'border-return', as: 'customs-second', path: '/returns', locale: 'zh-CN' },
    prepare: opens('main [data-shortcut=row]', 'main .panel'),
  },
  {
    ...{ name: 'border-book', as: 'customs-second', path: '/books', locale: 'en-GB' },
    prepare: opens('main [data-shortcut=row]', 'main .table'),
  },
  {
    ...{ name: 'border-transit', as: 'customs-second', path: '/transit', locale: 'zh-CN' },
    prepare: opens('.transit-card a, main [data-shortcut=row]', '.transit-seals'),
  },
  {
    ...{ name: 'border-inspection', as: 'customs-second', path: '/inspections', locale: 'en-GB' },
    prepare: opens('main [data-shortcut=row]', 'main .panel'),
  },
  { name: 'border-summaries', as: 'customs-second', path: '/summaries', locale: 'zh-CN' },
  {
    name: 'border-recognition',
    path: '/b2b?contract=platform&shipsTo=buyer&buyer=firm&value=4800&licence=no&inspection=no&exportDuty=no&refund=no&pilotZone=yes&has=order,goods',
    locale: 'en-GB',
  },
  { name: 'tax-goods', as: 'tax', path: '/registry/goods', locale: 'zh-CN', dark: true },
  { name: 'operator-lists', as: 'operator', path: '/lists', locale: 'en-GB' },
  { name: 'operator-register', as: 'operator', path: '/registry/enterprises', locale: 'zh-CN' },
  { name: 'system-accounts', as: 'system-admin', path: '/accounts', locale: 'en-GB' },
  {
    name: 'security-account',
    as: 'security-admin',
    path: '/accounts',
    locale: 'zh-CN',
    prepare: openAccount,
  },
  { name: 'audit', as: 'audit-admin', path: '/audit', locale: 'en-GB', dark: true },
  { name: 'consumer', as: 'consumer', path: '/me', locale: 'zh-CN', phone: true },
  { name: 'public-parcel', path: '/parcel', locale: 'lo-LA', phone: true },
  { name: 'public-status', path: '/status', locale: 'en-GB' },
];
