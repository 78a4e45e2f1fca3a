import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cellsOf } from '../../platform/sheets/testing/sheets.ts';
import { launchBrowser } from './browser.ts';
import { tableOfOrders } from './bulk-upload.ts';
import { openPlatform, type Platform } from './platform.ts';

describe('an enterprise with a table of orders', { timeout: 120_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });
  beforeEach(async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(30_000);
    await context.request.post(`${platform.url}/api/session`, {
      data: { key: platform.keyOf('5301363602') },
    });
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    // Leaving while something is sent is asked about.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${platform.url}/bulk`);
    await page.getByRole('heading', { name: 'Upload a file', exact: true }).waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  const choose = (label: string, { name, content }: { name: string; content: string }) =>
    page.getByLabel(label).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  const figure = (name: string) =>
    page.locator('.bulk-counts > div').filter({ hasText: name }).locator('dd').textContent();

  it('sees what is wrong, takes the bad rows back, and has the good ones handed in', async () => {
    await choose('Choose a file', tableOfOrders(3, 2));
    await page.getByText('All is read: hand the good ones in, or cancel.').waitFor();
    expect([await figure('good documents'), await figure('bad documents')]).toEqual(['3', '2']);
    const wrong = page.getByRole('table', { name: '2 documents are wrong' });
    await wrong.getByText('CEB-CODE-LIST').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.bulk-bad').getByRole('link', { name: 'XLSX' }).click(),
    ]);
    expect((await cellsOf(await readFile(await download.path()), 'errors.xlsx')).length).toBe(3);
    await page.getByRole('button', { name: 'Hand in 3 good documents' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByText('Every good one has been answered').waitFor();
    expect(await figure('accepted')).toBe('3');
    await page.getByRole('link', { name: 'Bulk files' }).first().click();
    await page.getByRole('row', { name: /orders-\d+\.csv Orders done 3 2 3/ }).waitFor();
  });

  it('comes from the tax of exports to the table of purchase invoices, and hands one in', async () => {
    await page.goto(`${platform.url}/export-tax`);
    await page.getByRole('link', { name: 'Invoices from a table' }).click();
    expect(await page.getByRole('radio', { name: 'Purchase invoices' }).isChecked()).toBe(true);
    const names = 'invoiceNo,invoicedOn,sellerUscc,sellerName,gname,unit,quantity,net,vat,vatRate';
    const rest = '2026-01-05,91530100MA6EXAMP10,勐海示例茶厂,普洱茶（熟茶）,011,100,6000.00';
    const content = `${names}\n26530001,${rest},780.00,0.13\n26530002,${rest},700.00,0.13\n`;
    await choose('Choose a file', { name: 'invoices.csv', content });
    await page.getByText('All is read: hand the good ones in, or cancel.').waitFor();
    await page.getByText('REFUND-INVOICE-VAT').first().waitFor();
    await page.getByRole('button', { name: 'Hand in 1 good document' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByText('Every good one has been answered').waitFor();
    expect(await figure('accepted')).toBe('1');
  });

  it('goes on with an upload that was broken off by leaving, by choosing the file again', async () => {
    const table = tableOfOrders(2_700, 0);
    let parts = 0;
    await page.route('**/content', (route) => {
      parts += 1;
      return parts === 1 ? route.continue() : route.abort();
    });
    await choose('Choose a file', table);
    await page.waitForURL(/\/bulk\/[\w-]+/);
    await page.getByText('uploading').waitFor();
    await expect.poll(() => parts, { timeout: 20_000 }).toBeGreaterThan(1);
    await page.reload();
    await page.unrouteAll();
    await choose('The upload broke off', { ...table, content: 'something else' });
    await page.getByText('It has another size').first().waitFor();
    await choose('The upload broke off', table);
    await page.getByText('All is read: hand the good ones in, or cancel.').waitFor();
    expect(await figure('good documents')).toBe('2,700');
    await page.getByRole('button', { name: 'Cancel the file' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the file' }).click();
    await page.getByText('Cancelled;').waitFor();
  });
});
