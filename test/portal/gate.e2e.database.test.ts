import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { bookNo, copyLists, GateStand, warehouse } from '../border/gate-stand.ts';
import { launchBrowser } from './browser.ts';

describe('the way of a vehicle through the pages', { timeout: 90_000 }, () => {
  let stand: GateStand;
  let browser: Browser;
  beforeAll(async () => {
    [stand, browser] = await Promise.all([GateStand.open(true), launchBrowser()]);
    await copyLists(stand.platform.database, ['B', 'C']);
  });
  afterAll(async () => {
    await browser?.close();
    await stand?.platform.close();
  });

  /** A page as somebody signed in sees it, in Chinese. */
  async function pageOf(somebody: Somebody, path: string): Promise<Page> {
    const { url } = stand.platform;
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
    context.setDefaultTimeout(20_000);
    await context.addCookies([{ name: 'chama_session', value: await stand.platform.signIn(somebody), url }]);
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    return page;
  }

  it('lists are picked, a pass is made on a phone, the vehicle is stopped and let through, and the officer sees why', async () => {
    const page = await pageOf(
      { role: 'enterprise', customsCode: warehouse },
      `/checklists/new?book=${bookNo}`,
    );
    const boxes = page.locator('tbody input[type=checkbox]');
    await boxes.nth(2).waitFor();
    await boxes.nth(0).uncheck();
    await page.getByRole('button', { name: '编制：2 份' }).click();
    await page.locator('.gate-facts', { hasText: '已编制' }).waitFor();
    const checklistNo = await page.locator('h1').textContent();

    await page.goto(`${stand.platform.url}/passes`);
    await page.locator('.page-actions button').click();
    await page.locator('#pass-plate').fill('云A·D12345');
    await page.locator('#pass-tareKg').fill('4000');
    await page.locator('#pass-customsCode').fill('8628');
    await page.locator('.gate-loads label', { hasText: checklistNo ?? '-' }).click();
    await page.locator('dialog .dialog-foot button').click();
    await page.locator('.gate-facts', { hasText: '待过卡' }).waitFor();
    const passNo = (await page.locator('h1').textContent()) ?? '';

    await stand.drive(passNo, { plate: '云B·00000' });
    const board = await pageOf({ role: 'officer', agency: 'customs' }, '/gate');
    await board.locator('.gate-comings', { hasText: '车牌与核放单不符' }).waitFor();
    await stand.drive(passNo, { weightKg: '4002' });
    await board.reload();
    await board.locator('.gate-comings li', { hasText: '放行' }).first().waitFor();
    expect(await board.locator('.gate-counts dd').first().textContent()).toBe('1');
    await page.reload();
    await page.locator('.gate-facts', { hasText: '已过卡' }).waitFor();
    expect(await stand.lies()).toEqual({ stock: '98', pending: '0' });
  });
});
