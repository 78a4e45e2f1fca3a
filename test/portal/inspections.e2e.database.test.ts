import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { until } from '../faults/stand.ts';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';

const platformCode = '5301963601';
const orderNo = 'D260310S22A';
/** A picture of one dot, as a camera would give a larger one. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('inspections in a real browser, on the real platform', { timeout: 240_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    await platform.tell('22-off-the-positive-list');
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
    expect(complaints).toEqual([]);
  });

  /** A browser of somebody's own; an officer's at the goods is a phone. */
  async function as(somebody: Somebody | 'operator', path: string, width = 1440): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 800 } });
    context.setDefaultTimeout(30_000);
    if (somebody === 'operator')
      await context.request.post(`${platform.url}/api/session`, { data: { key: platform.operatorKey } });
    else {
      const value = await platform.signIn(somebody);
      await context.addCookies([{ name: 'chama_session', value, url: platform.url }]);
    }
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${platform.url}${path}`);
    return page;
  }
  /** Who declares the list, once there is something to inspect of it. */
  async function declarant(): Promise<string> {
    const asked = () =>
      platform.database.query<{ recipient: string }>(
        'select recipient from inspections.hold where order_no = $1',
        [orderNo],
      );
    await until(async () => (await asked()).length > 0, 30_000, 'it is not to be inspected');
    const [hold] = await asked();
    return hold?.recipient ?? '';
  }
  const officer = (displayName: string): Somebody => ({ role: 'officer', displayName, office: '8601' });

  it('the park opens a site, and its hours are on the calendar', async () => {
    const park = await as('operator', '/inspections/calendar');
    await park.getByRole('heading', { name: 'No sites', exact: true }).waitFor();
    await park.getByRole('button', { name: 'File a site' }).click();
    const dialog = park.getByRole('dialog');
    for (const [label, text] of [
      ['Site code', 'KMGPOST1'],
      ['Name in Chinese', '昆明查验场'],
      ['Name in English', 'Kunming site'],
      ['Customs office', '8601'],
    ] as const)
      await dialog.getByLabel(label).fill(text);
    await dialog.getByRole('button', { name: 'Add hours' }).click();
    await dialog.getByLabel('Weekday').selectOption({ label: 'Wednesday' });
    await dialog.getByRole('button', { name: 'Add a closed day' }).click();
    await dialog.getByLabel('Day', { exact: true }).fill('2026-03-18');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await park.getByText('09:00').first().waitFor();
    expect(await park.locator('.inspections-slots > li').count()).toBe(8);
    await park.getByRole('link', { name: 'Week after' }).click();
    await park.getByText('Closed', { exact: true }).waitFor();
    await park.context().close();
  });

  it('an enterprise books; officers inspect by phone, also while the line is dead; the list goes on', async () => {
    const customsCode = await declarant();
    const clerk = await as(
      { role: 'enterprise', customsCode, member: 'clerk' },
      `/lists/${platformCode}/${orderNo}`,
    );
    const ofList = clerk.getByRole('region', { name: 'Inspections' });
    await ofList.getByText('Waits for the enterprise to book a slot').waitFor();
    await ofList.getByRole('link', { name: 'Inspection' }).click();
    await clerk.getByRole('link', { name: 'Book a slot' }).click();
    await clerk.getByRole('button', { name: 'Book 10:00' }).click();
    await clerk.getByText('Waits for the visit').waitFor();
    const path = new URL(clerk.url()).pathname;

    const first = await as(officer('Li'), path, 360);
    await first.getByRole('link', { name: 'Carry it out' }).click();
    await first.getByRole('button', { name: 'Begin the visit' }).click();
    const camera = first.locator('input[type=file]');
    expect(await camera.getAttribute('capture')).toBe('environment');
    await camera.setInputFiles({ name: 'box.png', mimeType: 'image/png', buffer: dot });
    await first.getByText('Take a photo (1)').waitFor();
    await first.context().setOffline(true);
    await first.locator('.visit-lines input').first().fill('1');
    await first.getByRole('radio', { name: 'Conforms', exact: true }).check({ force: true });
    await first.getByLabel(/^Found/).fill('as declared');
    await first.getByRole('button', { name: 'Enter the result' }).click();
    await first.getByText('1 entry is not sent yet').waitFor();
    expect(await first.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await first.context().setOffline(false);
    await first.getByText('All that was entered has been sent').waitFor();
    await first.getByText('Nothing is left to inspect of this list').waitFor();
    await first.getByRole('button', { name: 'Sign and close' }).click();
    await first.getByText('An inspection takes two officers').waitFor();

    const second = await as(officer('Wang'), `${path}/visit`, 360);
    await second.getByRole('button', { name: 'Sign and close' }).click();
    await second.getByText('Signed and closed').waitFor();
    await second.getByText('as declared').first().waitFor();

    await clerk.goto(`${platform.url}/lists/${platformCode}/${orderNo}`);
    await clerk.getByRole('banner').waitFor();
    await clerk.locator('.facts .state-released').waitFor();
    for (const page of [clerk, first, second]) await page.context().close();
  });
});
