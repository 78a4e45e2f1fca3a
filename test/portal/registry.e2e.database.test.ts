import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';
import { fileForShow } from './registered.ts';

const owner = '5301363602';

// What runs inside the page is text: the tests are compiled without the browser's names.
const drawn = `(async () => {
  const canvas = document.createElement('canvas');
  canvas.width = 3200;
  canvas.height = 1600;
  const ink = canvas.getContext('2d');
  for (let at = 0; at < 400; at += 1) {
    ink.fillStyle = 'hsl(' + at + ' 80% 50%)';
    ink.fillRect((at * 37) % 3200, (at * 91) % 1600, 90, 70);
  }
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/webp', 0.9));
  return [...new Uint8Array(await blob.arrayBuffer())];
})()`;
/** How wide the photos are that the browser has made pictures of. */
const widths = `(async () => {
  const found = [];
  for (const image of document.querySelectorAll('.goods-photos img')) {
    await image.decode();
    found.push(image.naturalWidth);
  }
  return found;
})()`;

describe('the register in a browser', { timeout: 120_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    await fileForShow(platform);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  async function open(path: string, key?: string): Promise<void> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(30_000);
    if (key) await context.request.post(`${platform.url}/api/session`, { data: { key } });
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${platform.url}${path}`);
  }

  it('lets a firm without an account apply, told at once what is wrong, and follow its application', async () => {
    await open('/sign-in');
    await page.getByRole('link', { name: /Apply to be registered/ }).click();
    const fill = (id: string, value: string) => page.locator(`#file-${id}`).fill(value);
    await fill('customsCode', '5301980077');
    await fill('uscc', '91530100MA6KABCD1X');
    await page.locator('#file-uscc-findings').waitFor();
    await fill('uscc', '91530100MA6K0TEAT6');
    await page.locator('#file-uscc-findings').waitFor({ state: 'detached' });
    await fill('name', '昆明试用平台有限公司');
    await fill('customsOffice', '8601');
    await fill('validFrom', '2026-01-01');
    await page.getByLabel(/EBP/).check();
    await fill('domains', 'mall.example.cn');
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await fill('contacts-0-name', '李敏');
    await fill('contacts-0-phone', '0871-63330001');
    await fill('legalPerson', '王芳');
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    const receipt = page.getByRole('status').filter({ hasText: 'has been handed in' });
    await receipt.waitFor();
    const [number = '', ticket = ''] = await receipt.locator('dd').allTextContents();
    await page.getByRole('link', { name: 'Follow an application' }).click();
    await page.getByLabel('Number of the application').fill(number);
    await page.getByLabel('Ticket').fill(ticket);
    await page.getByRole('button', { name: 'Look it up' }).click();
    await page.getByRole('status').getByText('applied').waitFor();
  });

  it('takes photos of goods, a large one made smaller before it is sent, and puts them in order', async () => {
    await open(`/registry/goods/${owner}/PERFUME-50`, platform.keyOf(owner));
    await page.locator('.goods-photos li').first().waitFor();
    const large = await page.evaluate<number[]>(drawn);
    await page
      .getByLabel('Add photos')
      .setInputFiles({ name: 'large.webp', mimeType: 'image/webp', buffer: Buffer.from(large) });
    await page.locator('.goods-photos li').nth(1).waitFor();
    const shown = () => page.evaluate<number[]>(widths);
    expect(await shown()).toEqual([1, 1_600]);
    await page.getByRole('button', { name: 'Move photo 2 earlier' }).click();
    await expect.poll(shown).toEqual([1_600, 1]);
    await page.getByLabel('What photo 1 shows').fill('The bottle from the side');
    await page.keyboard.press('Enter');
    await page.getByText('Photo changed').first().waitFor();
    await page.getByRole('button', { name: 'Remove photo 2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Photo removed').first().waitFor();
    expect(await shown()).toEqual([1_600]);
  });
});
