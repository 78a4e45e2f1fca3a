import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { launchBrowser } from './browser.ts';
import { sticksOut } from './in-page.ts';
import { openPlatform, type Platform } from './platform.ts';

const applicant = '5301363602';
const carrier = '5301963612';

describe('transit in a real browser, on the real platform', { timeout: 120_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    await platform.tell('01-direct-purchase');
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
    expect(complaints).toEqual([]);
  });

  /** A browser of somebody's own; a carrier's is a phone. */
  async function as(somebody: Somebody, path: string, width = 1440): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 900 } });
    context.setDefaultTimeout(20_000);
    const value = await platform.signIn(somebody);
    await context.addCookies([{ name: 'chama_session', value, url: platform.url }]);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${platform.url}${path}`);
    return page;
  }
  const officer = (office: string): Somebody => ({ role: 'officer', displayName: 'Li', office });
  const firm = (customsCode: string): Somebody => ({ role: 'enterprise', customsCode, member: 'clerk' });

  /** Does an act by its letter: what has to be filled in is. */
  async function act(
    page: Page,
    letter: string,
    deed: string,
    state: string,
    fill?: readonly [string, string],
  ) {
    await page.getByRole('button', { name: new RegExp(`^${deed} \\(`) }).waitFor();
    await page.keyboard.press(letter);
    const dialog = page.getByRole('dialog');
    if (fill) await dialog.getByLabel(fill[0]).fill(fill[1]);
    await dialog.getByRole('button', { name: deed, exact: true }).click();
    await page.locator('.page-head').getByText(state, { exact: true }).waitFor();
    // Behind an open dialog letters do nothing.
    await dialog.waitFor({ state: 'hidden' });
  }

  it('an enterprise applies, both offices and the carrier do their part by keyboard and phone, to the end', async () => {
    const clerk = await as(firm(applicant), '/transit');
    await clerk.getByText('Nothing is under transit now').waitFor();
    await clerk.getByRole('button', { name: /^Apply for transit/ }).waitFor();
    await clerk.keyboard.press('n');
    const dialog = clerk.getByRole('dialog');
    await dialog.getByLabel('Route').selectOption('MOHAN-ROAD');
    for (const [label, text] of [
      ['Carrier, customs code', carrier],
      ['Master bill', 'MB260310001'],
      ['Vehicle or wagon', '云A12345'],
      ['Packages', '120'],
      ['Gross weight, kg', '1240.5'],
      [/^Lists attached/, `${applicant}/D260310S01A`],
    ] as const)
      await dialog.getByLabel(label).fill(text);
    await dialog.getByRole('button', { name: 'Apply for transit' }).click();
    await clerk.getByRole('link', { name: /Z\d{9}/ }).click();
    await clerk.getByRole('heading', { name: /^8612/ }).waitFor();
    const path = new URL(clerk.url()).pathname;

    const mohan = await as(officer('8612'), path);
    await act(mohan, 'a', 'Approve', 'Approved');
    await act(mohan, 's', 'Seal', 'Sealed', ['Seal number', 'YN0012345']);
    const driver = await as(firm(carrier), path, 390);
    await driver.getByRole('button', { name: /^Set out/ }).click();
    await driver.getByRole('dialog').getByRole('button', { name: 'Set out', exact: true }).click();
    await driver.locator('.page-head').getByText('On the road', { exact: true }).waitFor();
    await driver.getByRole('button', { name: /^Report a broken seal/ }).click();
    await driver.getByRole('dialog').getByLabel('Reason').fill('torn off');
    await driver.getByRole('dialog').getByRole('button', { name: 'Report a broken seal' }).click();
    await driver.getByText('Seal broken', { exact: true }).waitFor();
    expect(await sticksOut(driver)).toEqual([]);

    const zone = await as(officer('8628'), path);
    await act(zone, 'v', 'Take in', 'Arrived');
    await act(zone, 'u', 'Unseal', 'Unsealed');
    await zone.getByRole('button', { name: /^Resolve an alert/ }).waitFor();
    await zone.keyboard.press('e');
    await zone.getByRole('dialog').getByLabel('Reason').fill('a branch tore it');
    await zone.getByRole('dialog').getByRole('button', { name: 'Resolve an alert' }).click();
    await zone.getByText('a branch tore it').waitFor();
    await zone.getByRole('dialog').waitFor({ state: 'hidden' });
    await act(zone, 'w', 'Write off', 'Written off');

    await clerk.goto(`${platform.url}/lists/${applicant}/D260310S01A`);
    await clerk.getByRole('region', { name: 'Transit' }).getByText('Written off').waitFor();
    for (const page of [clerk, mohan, driver, zone]) await page.context().close();
  });
});
