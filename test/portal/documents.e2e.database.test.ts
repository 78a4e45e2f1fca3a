import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';

const firm = '5301363602';
const many = 100_000;

/** So many orders of the firm, a second apart, the last received the last made. */
const makeOrders = `
  insert into orders.import_order (sender, message_id, received_at, content_hash, return_status, return_info, guid,
    app_type, app_time, app_status, order_type, order_no, ebp_code, ebp_name, ebc_code, ebc_name, goods_value, freight,
    discount, tax_total, actural_paid, currency, buyer_id_type)
  select $1, gen_random_uuid(), timestamptz '2026-01-01T00:00:00+08:00' + n * interval '1 second',
    gen_random_uuid(), '120', '', 'G', '1', '20260101000000', '2', 'I', 'M' || lpad(n::text, 8, '0'), $1, '南亚通',
    '5301663608', '春城优品', 100, 0, 0, 9.1, 109.1, '142', '1'
  from generate_series(1, $2::integer) n`;

describe('the documents of an enterprise', { timeout: 120_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    await platform.database.run(makeOrders, [firm, many]);
    await platform.database.run('vacuum analyze orders.import_order');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });
  beforeEach(async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(20_000);
    await context.request.post(`${platform.url}/api/session`, { data: { key: platform.keyOf(firm) } });
    page = await context.newPage();
    return () => context.close();
  });

  const row = (orderNo: string) => page.getByRole('button', { name: orderNo, exact: true });

  it('a hundred thousand are scrolled to the very end and back, a screenful of rows at a time', async () => {
    await page.goto(`${platform.url}/orders`);
    await row('M00100000').waitFor();
    const table = page.getByRole('table', { name: 'Orders' });
    expect(await table.getAttribute('aria-rowcount')).toBe(String(many + 1));
    const began = performance.now();
    await page.keyboard.press('j');
    await page.keyboard.press('End');
    await row('M00000001').waitFor();
    const endMs = performance.now() - began;
    await page.waitForFunction("document.activeElement.textContent === 'M00000001'");
    await page.keyboard.press('Home');
    await row('M00100000').waitFor();
    // By the bar at the side, into the middle of nowhere.
    const middle = performance.now();
    await page.evaluate(`document.querySelector('.data-table').scrollTop = 50000 * 44`);
    await row('M00050000').waitFor();
    const middleMs = performance.now() - middle;
    expect(await table.getByRole('row').count()).toBeLessThan(80);
    console.log(
      `100,000 rows: to the end in ${Math.round(endMs)} ms, to the middle in ${Math.round(middleMs)} ms`,
    );
    expect(Math.max(endMs, middleMs)).toBeLessThan(20_000);
  });

  it('they are found, the filter is kept under a name, and it is there in another browser', async () => {
    await page.goto(`${platform.url}/orders`);
    await row('M00100000').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('M0009999');
    await row('M00099999').waitFor();
    await page.getByText('10 documents').waitFor();
    await page.getByRole('button', { name: 'Save filter' }).click();
    await page.getByLabel('Name', { exact: true }).fill('The last ones');
    await page.getByRole('dialog').getByRole('button', { name: 'Save filter' }).click();
    await page.getByText('Filter The last ones saved').waitFor();
    const other = await page.context().newPage();
    await other.goto(`${platform.url}/orders`);
    await other.getByRole('link', { name: 'The last ones' }).click();
    await other.getByText('10 documents').waitFor();
    expect(new URL(other.url()).searchParams.get('search')).toBe('M0009999');
    await other.goBack();
    await other.getByText('100,000 documents').waitFor();
  });

  it('what the filter finds is taken along as a file', async () => {
    await page.goto(`${platform.url}/orders?search=M0009999`);
    await row('M00099999').waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download CSV' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('orders.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toContain('Order number');
  });

  it('a column that is put away stays away', async () => {
    await page.goto(`${platform.url}/orders`);
    await row('M00100000').waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Buyer' }).uncheck();
    await page.reload();
    await row('M00100000').waitFor();
    expect(await page.getByRole('columnheader', { name: 'Buyer' }).count()).toBe(0);
    expect(await page.getByRole('columnheader', { name: 'Goods' }).count()).toBe(1);
  });

  it('the whole of it goes by keyboard: over the skip link, to a place by its name, into a document and back', async () => {
    await page.goto(`${platform.url}/attention`);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Where to' }).waitFor();
    await page.keyboard.type('orders');
    await page.keyboard.press('Enter');
    await row('M00100000').waitFor();
    await page.waitForFunction(`document.activeElement.id === 'content'`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'M00099999' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('M00099999');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Next row').waitFor();
    // Tab goes round inside the dialog and never behind it.
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('Tab');
    const inside = `document.activeElement === document.body || document.activeElement.closest('dialog') !== null`;
    expect(await page.evaluate(inside)).toBe(true);
    await page.keyboard.press('Escape');
  });
});
