import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';

const declarant: Somebody = { role: 'enterprise', customsCode: '5301683614' };
const officer: Somebody = { role: 'officer', agency: 'customs' };
const list = '/lists/5301363602/D260310S01A';

describe('the way of a return through the pages', { timeout: 120_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    await platform.tell('01-direct-purchase');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });

  async function pageOf(somebody: Somebody, path: string, locale = 'zh-CN'): Promise<Page> {
    const { url } = platform;
    const context = await browser.newContext({ locale, viewport: { width: 390, height: 844 } });
    context.setDefaultTimeout(30_000);
    await context.addCookies([{ name: 'chama_session', value: await platform.signIn(somebody), url }]);
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    return page;
  }

  const does = async (page: Page, name: string): Promise<void> => {
    await page.locator('.page-actions').getByRole('button', { name, exact: true }).click();
    await page.locator('dialog').waitFor();
  };
  const sends = (page: Page) => page.locator('dialog .dialog-foot button').click();
  const stands = (page: Page, state: string) =>
    page.locator('.returns-steps strong', { hasText: state }).waitFor();

  it('is applied for on a list, brought back and looked at by an officer, given back and closed', async () => {
    const firm = await pageOf(declarant, list);
    await firm.getByRole('button', { name: '申请退货', exact: true }).click();
    await firm.locator('#return-line-1').fill('1');
    await firm.locator('#return-reason').fill('七日内无理由退货');
    await sends(firm);
    await firm.locator('dialog').waitFor({ state: 'detached' });

    const customs = await pageOf(officer, '/returns?stage=accepted');
    await expect
      .poll(
        async () => {
          await customs.reload();
          return customs.locator('[data-shortcut=row]').first().isVisible();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(true);
    await customs.locator('[data-shortcut=row]').first().click();
    await stands(customs, '待运抵');
    const path = new URL(customs.url()).pathname;
    await does(customs, '登记运抵');
    await customs.locator('#return-arrived').fill('2026-03-10');
    await sends(customs);
    await stands(customs, '待查验');
    await does(customs, '登记查验');
    await sends(customs);
    await stands(customs, '已退还');

    await firm.goto(`${platform.url}${path}`);
    const row = firm.locator('tbody tr', { has: firm.locator('th') }).first();
    await row.waitFor();
    const shown = await row.locator('td').allTextContents();
    const answer = await fetch(`${platform.url}/api${path}`, {
      headers: { authorization: `Bearer ${platform.operatorKey}` },
    });
    const { given } = (await answer.json()) as { given: { kind: string; amount: string }[] };
    const amount = (kind: string) => given.find((one) => one.kind === kind)?.amount ?? '';
    expect(Number(amount('tax'))).toBeGreaterThan(0);
    expect(shown.slice(2, 4)).toEqual([amount('tax'), amount('allowance')]);
    await does(firm, '登记去向');
    await firm.locator('#return-quantity').fill('1');
    await firm.locator('#return-paper').fill('XH-2026-001');
    await sends(firm);
    await stands(firm, '已办结');

    const abroad = await pageOf(declarant, path, 'en-US');
    await stands(abroad, 'Done');
    expect(await abroad.locator('tbody tr td').allTextContents()).toEqual(
      expect.arrayContaining([amount('tax'), amount('allowance'), 'Fit to be sold again']),
    );
  });
});
