import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostOffice } from '../notifications/post-office.ts';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';

describe('somebody of an enterprise is told of what happens', { timeout: 60_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  let page: Page;
  let office: PostOffice;

  beforeAll(async () => {
    office = await PostOffice.open();
    [platform, browser] = await Promise.all([openPlatform({ mailServer: office.url }), launchBrowser()]);
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(20_000);
    const value = await platform.signIn({ role: 'enterprise', customsCode: '5301363602', member: 'clerk' });
    await context.addCookies([{ name: 'chama_session', value, url: platform.url }]);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
    await office?.close();
  });

  const bell = (name: string) => page.getByRole('banner').getByRole('link', { name });

  it('sees the bell ring while looking at something else', async () => {
    await page.goto(`${platform.url}/attention?lang=en`);
    await bell('Notifications: none unread').waitFor();
    await platform.tell('11-paid-amount-differs');
    await bell('Notifications: 1 unread').waitFor();
  });

  it('is led to the list it is about, and has read of it then', async () => {
    await bell('Notifications: 1 unread').click();
    await page.getByRole('heading', { name: 'Notifications', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Lists refused D260310S11A' }).click();
    await page.getByRole('heading', { name: 'D260310S11A', exact: true }).waitFor();
    await bell('Notifications: none unread').waitFor();
    await page.goto(`${platform.url}/notifications?unread=true&lang=en`);
    await page.getByRole('heading', { name: 'Nothing unread', exact: true }).waitFor();
  });

  /** What was chosen shows at once, and is kept a moment later. */
  const keeping = () =>
    page.waitForResponse(
      (answer) => answer.request().method() === 'PATCH' && answer.url().endsWith('/notification-preferences'),
    );

  it('chooses not to be told of refused lists, and hears no more of them', async () => {
    await page.getByRole('link', { name: 'Notification settings' }).click();
    const refused = page.getByRole('switch', { name: 'Lists refused', exact: true });
    const kept = keeping();
    await refused.click();
    await kept;
    await expect.poll(() => refused.isChecked()).toBe(false);
    await page.reload();
    await refused.waitFor();
    expect(await refused.isChecked()).toBe(false);
    expect(
      await page
        .getByRole('switch', { name: 'Lists held for inspection or review', exact: true })
        .isChecked(),
    ).toBe(true);
  });

  it('gives an e-mail address, proves it by the code that comes there, and is mailed at once when asked', async () => {
    await page.getByLabel('E-mail address').fill('clerk@firm.example');
    await page.getByRole('button', { name: 'Send a code' }).click();
    await page.getByLabel('Code').waitFor();
    await expect.poll(() => office.arrived.length).toBe(1);
    await page.getByLabel('Code').fill(/\d{6}/.exec(office.arrived[0]?.text ?? '')?.[0] ?? '');
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText('clerk@firm.example', { exact: true }).waitFor();
    const kept = keeping();
    await page.getByRole('combobox', { name: 'Lists released', exact: true }).selectOption('At once');
    await kept;
    await platform.tell('01-direct-purchase');
    await expect.poll(() => office.arrived.length).toBe(2);
    expect(office.arrived[1]?.text).toContain('Lists released · D260310S01A');
  });

  it('leaves by the link at the end of the mail, without being signed in', async () => {
    const link = /https:\/\/zone\.example(\/unsubscribe\/\S+)/.exec(office.arrived[1]?.text ?? '')?.[1];
    const stranger = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await stranger.goto(`${platform.url}${link}`);
    await stranger.getByRole('button', { name: 'Send me no more e-mail' }).click();
    await stranger.getByText('Done.').waitFor();
    await stranger.context().close();
    await page.reload();
    await page.getByText('No e-mail is sent.').waitFor();
  });
});
