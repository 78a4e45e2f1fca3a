import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';

describe('an enterprise looks after a webhook', { timeout: 60_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(15_000);
    await context.request.post(`${platform.url}/api/session`, {
      data: { key: platform.keyOf('5301363602') },
    });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const dialog = (name: string) => page.getByRole('dialog', { name });

  it('makes one, hears what is wrong with its address, and sees its secret once', async () => {
    await page.goto(`${platform.url}/webhooks?lang=en`);
    await press('New webhook');
    await page.getByLabel('Address').fill('http://receiver.invalid/');
    await press('Subscribe');
    await dialog('New webhook').locator('.form-findings').waitFor();
    await page.getByLabel('Address').fill('https://receiver.invalid/chama');
    await page.getByRole('checkbox', { name: 'goods.approved' }).check();
    await press('Subscribe');
    expect(await dialog('Keep this secret now').locator('output').textContent()).toMatch(/^whsec_/);
    await press('I have kept it');
    await page.getByRole('link', { name: 'https://receiver.invalid/chama' }).click();
    await page.getByText('receipt.* list.* goods.approved').waitFor();
    expect(await page.content()).not.toContain('whsec_');
  });

  it('tries it, reads why nothing arrived, and has it sent again', async () => {
    await press('Send a test');
    const result = dialog('What came of the test');
    await result.getByText('Failed').waitFor();
    expect(await result.locator('.webhooks-attempts li').count()).toBe(1);
    await page.keyboard.press('Escape');
    await press('Pause');
    // A test is not sent again; an event that failed like it is.
    await press('1');
    await dialog('Delivery 1').getByText('NAME-').waitFor();
    expect(await page.getByRole('button', { name: /Send (again|1 failed)/ }).count()).toBe(0);
    await platform.database.run(`update notices.delivery set kind = 'goods.approved'`);
    await page.reload();
    await page.getByRole('button', { name: 'Send 1 failed one again' }).waitFor();
    await press('1');
    await dialog('Delivery 1').getByRole('button', { name: 'Send again' }).click();
    await page.getByText('1 delivery will be sent again').waitFor();
    await page
      .getByRole('row', { name: /goods\.approved/ })
      .getByText('Waiting')
      .waitFor();
  });

  it('does not change over what a colleague has changed meanwhile, and says so', async () => {
    await press('Change');
    await page.locator('#webhook-label').fill('mine');
    const change = `${platform.url}${new URL(page.url()).pathname.replace('/webhooks', '/api/webhooks')}`;
    const changed = await fetch(change, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${platform.keyOf('5301363602')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ label: 'of a colleague' }),
    });
    expect(changed.status).toBe(200);
    await press('Save');
    await page.getByRole('dialog').getByText('changed by somebody else').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'of a colleague', exact: true }).waitFor();
  });

  it('goes on with it, gives it another secret, and removes it', async () => {
    await press('Resume');
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await press('Replace the secret');
    await dialog('Replace the secret of this webhook')
      .getByRole('button', { name: 'Replace the secret' })
      .click();
    await dialog('Keep this secret now').getByText('signs beside it until').waitFor();
    await press('I have kept it');
    await page.getByText('Former secret signs until').waitFor();
    await press('Delete');
    await dialog('Delete this webhook').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No webhooks yet').waitFor();
  });
});
