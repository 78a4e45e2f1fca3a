import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';

/** Held for review by the rule against split orders; held for inspection by the positive list. */
const split = 'D260310S23B';
const durian = 'D260310S22A';
const brokerOfDurian = '5301983613';

describe('the officer’s desk in a real browser, on the real platform', { timeout: 90_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    await platform.tell('22-off-the-positive-list');
    await platform.tell('23-split-orders');
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
    expect(complaints).toEqual([]);
  });

  /** A browser of somebody's own. */
  async function as(somebody: Somebody, path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 1000 } });
    context.setDefaultTimeout(20_000);
    const value = await platform.signIn(somebody);
    await context.addCookies([{ name: 'chama_session', value, url: platform.url }]);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${platform.url}${path}`);
    return page;
  }
  const officer = (displayName: string): Somebody => ({ role: 'officer', displayName });
  const picture = (page: Page, name: string) =>
    process.env.DESK_PICTURES &&
    page.screenshot({ path: `${process.env.DESK_PICTURES}/${name}.png`, fullPage: true });
  const history = (page: Page) => page.getByRole('region', { name: 'What was done' });

  it('an officer goes through a case by keyboard: takes it, orders an inspection, and releases it after', async () => {
    const page = await as(officer('Li'), '/desk');
    await page.getByRole('rowheader', { name: split }).waitFor();
    await picture(page, 'queue');
    await page.getByRole('link', { name: split }).focus();
    await page.keyboard.press('t');
    await page
      .getByRole('row', { name: new RegExp(split) })
      .getByText('me', { exact: true })
      .waitFor();
    await page.getByRole('link', { name: split }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: split, exact: true }).waitFor();
    await page.getByText('RISK-SPLIT-ORDERS').first().waitFor();
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('INS-VALUE');
    await dialog.getByLabel(/What else/).fill('two parcels');
    await dialog.getByRole('button', { name: 'Order inspection' }).click();
    await history(page).getByText('300 → 500').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('r');
    await dialog.getByLabel('Reason').selectOption('REL-INSPECTED');
    await dialog.getByRole('button', { name: 'Release' }).click();
    await history(page).getByText('500 → 800').waitFor();
    expect(await history(page).textContent()).toContain('two parcels');
    await page.getByText('Decided by an officer').waitFor();
    await page.context().close();
  });

  it('a decision is taken back, the sender is asked and answers, and two officers release what is red', async () => {
    const li = await as(officer('Li'), `/desk/cases/5301963601/${durian}`);
    await li.getByRole('button', { name: 'Ask the sender' }).waitFor();
    await li.keyboard.press('a');
    const dialog = li.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('ASK-GOODS');
    await dialog.getByRole('button', { name: 'Ask the sender' }).click();
    await history(li).getByText('Sender asked by').waitFor();

    const broker = await as({ role: 'enterprise', customsCode: brokerOfDurian }, '/questions');
    await broker.getByLabel('Answer').waitFor();
    await picture(broker, 'questions');
    await broker.getByLabel('Answer').fill('Fresh from Laos; pictures were sent.');
    await broker.getByRole('button', { name: 'Send the answer' }).click();
    await broker.getByRole('heading', { name: 'Nothing is asked', exact: true }).waitFor();

    await history(li).getByText('Fresh from Laos').waitFor();
    await picture(li, 'case');
    await li.keyboard.press('r');
    await dialog.getByText('takes two officers').waitFor();
    await picture(li, 'dialog');
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await li.getByText('me proposes:').waitFor();
    expect(await li.getByRole('button', { name: 'Confirm the proposal' }).count()).toBe(0);

    const wang = await as(officer('Wang'), '/desk?stage=proposed');
    await wang.getByRole('link', { name: durian }).click();
    await wang.getByText('Li proposes:').waitFor();
    await wang.getByRole('button', { name: 'Confirm the proposal' }).click();
    await history(wang).getByText('500 → 800').waitFor();
    await picture(wang, 'confirmed');
    await wang.getByRole('button', { name: 'Undo' }).waitFor();
    await wang.keyboard.press('u');
    await wang.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await history(wang).getByText('800 → 500').waitFor();
    for (const page of [li, broker, wang]) await page.context().close();
  });

  it('lists are found across the zone, and load is drawn', async () => {
    const page = await as(officer('Li'), '/desk/search');
    await page.getByLabel('Number (beginning)').fill(durian);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('rowheader', { name: durian }).waitFor();
    await picture(page, 'search');
    await page.goto(`${platform.url}/desk/load`);
    await page.getByRole('img', { name: /hour by hour/ }).waitFor();
    await page.getByRole('rowheader', { name: 'Li' }).first().waitFor();
    await picture(page, 'load');
    await page.context().close();
  });
});
