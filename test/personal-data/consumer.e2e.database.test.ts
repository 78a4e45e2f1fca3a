import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { confirmIdentity } from '../../modules/persons/wiring.ts';
import { launchBrowser } from '../portal/browser.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let browser: Browser;
let bought: Dossier;
beforeAll(async () => {
  [stand, browser] = await Promise.all([openStand('CE'), launchBrowser()]);
  ({ dossier: bought } = await stand.purchase());
});
afterAll(async () => {
  await browser.close();
  await stand.close();
});

/** A page on a phone, of a consumer or of nobody. */
async function phone(path: string, token?: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const { url } = stand.server;
  if (token) await context.addCookies([{ name: 'chama_session', value: token, url }]);
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  return page;
}

/** Says on one's own page who one is, as it stands in the papers of the purchase. */
async function confirmOn(page: Page): Promise<void> {
  const { buyerIdNumber, buyerName, buyerTelephone, orderNo } = bought.order.head;
  await page.getByLabel('Number of the document').fill(buyerIdNumber);
  await page.getByLabel('Name', { exact: true }).fill(buyerName);
  await page.getByLabel('Telephone number').fill(buyerTelephone);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: orderNo }).waitFor();
}

describe('on a phone', () => {
  test('a consumer says who they are and sees allowance and lists', async () => {
    const { token } = await signedInAs(stand.rented.database, { role: 'consumer' });
    const page = await phone('/me?lang=en', token);
    await confirmOn(page);
    await page
      .getByText(/used of ¥26,000/)
      .first()
      .waitFor();
    expect(await page.getByText('Released', { exact: true }).count()).toBe(1);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    const pictures = process.env.CHAMA_PICTURES;
    if (pictures) await page.screenshot({ path: `${pictures}/me-phone.png`, fullPage: true });
    await page.context().close();
  }, 60_000);

  test('a consumer signs up by themselves, is confirmed by a paper, and closes the account again', async () => {
    const password = 'seven mules cross the pass';
    const page = await phone('/sign-in?lang=en');
    await page.getByRole('link', { name: 'A consumer without an account? Sign up' }).click();
    await page.getByLabel('Login').fill('liu.mai');
    await page.getByLabel('What to call you').fill('刘买');
    await page.getByLabel('Password', { exact: true }).fill('too short');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByText('The password is too short').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await confirmOn(page);

    await page.goto(`${stand.server.url}/account?lang=en`);
    await page.getByRole('button', { name: 'Close my account' }).click();
    await page.getByRole('dialog').getByLabel('Present password').fill(password);
    await page.getByRole('button', { name: 'Close the account' }).click();
    await page.getByText('Your account is closed.').waitFor();
    await page.goto(`${stand.server.url}/sign-in?lang=en`);
    await page.getByLabel('Login').fill('liu.mai');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('The login or the password is wrong').waitFor();
    await page.context().close();
  }, 60_000);

  test('a consumer asks to have an address corrected, the platform answers with a note, and the consumer sees it', async () => {
    const { database } = stand.rented;
    const { account, token } = await signedInAs(database, { role: 'consumer' });
    const { orderNo, ebpCode, consigneeAddress } = bought.order.head;
    const [row] = await stand.rented.owner.query<{ person: string }>(
      'select person from orders.import_order where order_no = $1',
      [orderNo],
    );
    const { accountId } = account;
    await confirmIdentity(database, { accountId, person: row?.person ?? '', orderNo, at: new Date() });
    const page = await phone('/me/data?lang=en', token);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByText(orderNo).first().click();
    await page.getByRole('button', { name: 'Ask about: Delivery address' }).first().click();
    await page.getByLabel('What is right').fill('云南省昆明市五华区改正路2号');
    await page.getByLabel('Why').fill('门牌号写错了');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    const firm = await signedInAs(database, { role: 'enterprise', customsCode: ebpCode });
    const desk = await phone('/corrections?lang=en', firm.token);
    await desk.getByRole('button', { name: 'Open what is written' }).click();
    await desk.getByText(consigneeAddress).waitFor();
    await desk.getByLabel('Words to the person').fill('已核实，清单已放行，另加说明');
    await desk.getByRole('button', { name: 'Answer' }).click();
    await desk.getByText('No requests').waitFor();

    await page.goto(`${stand.server.url}/me?lang=en`);
    await page.getByText('Note added').waitFor();
    expect(await page.getByText('已核实，清单已放行，另加说明').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.goto(`${stand.server.url}/me/data?lang=en`);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByText(orderNo).first().click();
    await page.getByText('云南省昆明市五华区改正路2号').waitFor();
    for (const one of [page, desk]) await one.context().close();
  }, 60_000);

  test('anybody sees where a parcel is, and that digits do not fit', async () => {
    const page = await phone('/parcel?lang=en');
    const { orderNo, consigneeTelephone } = bought.order.head;
    const digits = consigneeTelephone.replace(/\D/g, '').slice(-4);
    await page.getByLabel('Number', { exact: true }).fill(orderNo);
    const last = page.getByLabel('Last four digits of the telephone number');
    await last.fill(digits === '0000' ? '1111' : '0000');
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('alert').waitFor();
    await last.fill(digits);
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByText('Released', { exact: true }).waitFor();
    await page.context().close();
  }, 60_000);
});
