import type { Browser, Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';
import { PortalPage } from './portal-page.ts';

const released = 'D260310S01A';
const refused = 'D260310S11A';
const late = 'D260310S30A';

describe('the portal in a real browser, on the real platform', { timeout: 90_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  let page: Page;
  let portal: PortalPage;
  let complaints: string[];

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    await platform.tell('01-direct-purchase');
    await platform.tell('11-paid-amount-differs');
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });
  beforeEach(async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A wrong key and a list that is not there are meant to be refused; the browser calls that an error.
      if (message.type() === 'error' && !/40[14]/.test(message.text())) complaints.push(message.text());
    });
    portal = new PortalPage(page, platform.url);
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  const enter = async (): Promise<void> => {
    await portal.open('/sign-in');
    await portal.signIn(platform.operatorKey);
    await portal.row(released).waitFor();
  };

  it('a stranger is asked for a key, told when it is wrong, and let in when it is right', async () => {
    await portal.open('/');
    await portal.heading('Sign in').waitFor();
    await portal.signIn('chama_wrong');
    await page.getByRole('alert').filter({ hasText: 'wrong or revoked' }).waitFor();
    await portal.signIn(platform.operatorKey);
    await portal.row(released).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await portal.heading('Sign in').waitFor();
  });

  it('lists are filtered by state and found by number, and the address and the back button keep it', async () => {
    await enter();
    await portal.chooseState('Refused');
    await portal.row(released).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('state')).toBe('refused');
    expect(await portal.row(refused).textContent()).toContain('Refused');
    await page.goBack();
    await portal.row(released).waitFor();
    await portal.searchBox().fill(released);
    await portal.row(refused).waitFor({ state: 'detached' });
    await page.reload();
    await portal.row(released).waitFor();
    expect(await portal.rows().count()).toBe(1);
    await portal.searchBox().fill('NOSUCH');
    await portal.heading('No list matches').waitFor();
  });

  it('the keyboard alone searches, moves from row to row and opens a list', async () => {
    await enter();
    await page.keyboard.press('/');
    await page.keyboard.type(released);
    await portal.row(refused).waitFor({ state: 'detached' });
    await portal.searchBox().blur();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await portal.heading(released).waitFor();
  });

  it('whoever scans a printed paper is told that it is genuine and holds, and of another that it is not ours', async () => {
    await enter();
    await portal.openList(released);
    const sheet = page.getByRole('link', { name: 'Note of release (PDF)' });
    const answer = await page.request.get(
      new URL((await sheet.getAttribute('href')) ?? '', platform.url).href,
    );
    const pdf = await getDocumentProxy(new Uint8Array(await answer.body()));
    const marks = await (await pdf.getPage(1)).getAnnotations();
    const address = String(marks.find(({ url }) => url)?.url);
    await page.goto(address);
    await page.getByText('Genuine, and it still holds').waitFor();
    await page.getByText('116.13').waitFor();
    await page.goto(`${address}A`);
    await page.getByText('This platform did not print such a paper').waitFor();
  });

  it('the navigation folds by the keyboard and stays so, opens where one goes, and keeps everything in the palette', async () => {
    await enter();
    const navigation = page.getByRole('navigation', { name: 'Main' });
    const group = (name: string) => navigation.getByRole('button', { name });
    const place = (name: string) => navigation.getByRole('link', { name, exact: true });
    expect(await group('Imports').getAttribute('aria-expanded')).toBe('true');
    expect(await place('Lists').getAttribute('aria-current')).toBe('page');
    expect(await place('Tax bills').count()).toBe(0);
    await group('Money and tax').press('Enter');
    await page.reload();
    await place('Tax bills').press('Enter');
    await portal.heading('Tax bills').waitFor();
    expect(await group('Register and rules').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('account books');
    await page.keyboard.press('Enter');
    await portal.heading('Account books').waitFor();
    await place('Account books').waitFor();
    await group('Bonded and gate').click();
    await place('Account books').waitFor({ state: 'detached' });
  });

  it('a released list tells its tax step by step and that its papers agree', async () => {
    await enter();
    await portal.openList(released);
    await portal.section('Decision').getByText('nothing was found').waitFor();
    const tax = portal.section('Tax calculation');
    expect(await tax.getByRole('row', { name: /^Total/ }).textContent()).toContain('116.13');
    expect(
      await tax.getByRole('table', { name: 'Steps of the tax calculation' }).getByRole('row').count(),
    ).toBeGreaterThan(5);
    expect(await portal.compared('Order number').textContent()).toContain('Same');
    await portal.section('Timeline').getByText('The waybill was received').waitFor();
  });

  it('a refused list says why, by which rule, and marks the cells that differ', async () => {
    await enter();
    await portal.openList(refused);
    const decision = portal.section('Decision');
    await decision.getByRole('heading', { name: /^Findings/ }).waitFor();
    expect(await decision.getByRole('table', { name: 'The rules that led to the decision' }).count()).toBe(1);
    const paid = portal.compared('Amount actually paid');
    expect(await paid.textContent()).toContain('Differs');
    expect(await paid.getByRole('link', { name: /see finding 1/ }).count()).toBe(2);
    await page.getByRole('switch', { name: 'Only what was found' }).click();
    await portal.compared('Order number').waitFor({ state: 'detached' });
    await paid.getByRole('link').first().click();
    await page.waitForURL(/#finding-1$/);
  });

  it('a list that waits names the missing paper and moves on by itself when it comes', async () => {
    await enter();
    await platform.tell('30-waybill-late', ['01-order.xml', '02-payment.xml', '03-declaration.xml']);
    // Nobody touched the table: the list came to it.
    await portal.row(late).waitFor();
    await portal.openList(late);
    await portal.section('Decision').getByText('Waiting for: Waybill').waitFor();
    await platform.tell('30-waybill-late', ['04-waybill.xml']);
    await portal.section('Decision').getByText('nothing was found').waitFor();
  });

  it('the language changes in place, travels in the address and is remembered', async () => {
    await enter();
    await portal.chooseLanguage('中文');
    await page.getByRole('columnheader', { name: '订单号 / 清单号' }).waitFor();
    expect(new URL(page.url()).searchParams.get('lang')).toBe('zh');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await portal.open('/lists');
    await page.getByRole('columnheader', { name: '订单号 / 清单号' }).waitFor();
    await portal.open('/lists?lang=en');
    await page.getByRole('columnheader', { name: 'Order / list number' }).waitFor();
    await portal.open('/nowhere');
    await portal.chooseLanguage('中文');
    await page.locator('html[lang=zh-CN]').waitFor();
    expect(new URL(page.url()).pathname, 'where no page is').toBe('/nowhere');
  });

  it('light and dark can be chosen, and a list that is not there says so', async () => {
    await enter();
    await page.getByRole('button', { name: 'Switch to dark' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Switch to light' }).waitFor();
    expect(await page.locator('html').getAttribute('data-appearance')).toBe('dark');
    await portal.open('/lists/5301363602/NOSUCH');
    await portal.heading('No such list').waitFor();
  });

  it('persons are shown in full after a reason, are gone when closed, and their enterprise reads who saw them', async () => {
    const idNumber = '530101199407119385';
    await portal.open('/sign-in');
    await portal.signIn(platform.keyOf('5301363602'));
    await portal.heading('Today').waitFor();
    await portal.open(`/lists/5301363602/${refused}`);
    const open = page.getByRole('button', { name: 'Show persons in full' });
    await open.click();
    const show = page.getByRole('button', { name: 'Put on record and show' });
    expect(await show.isDisabled()).toBe(true);
    await page.getByLabel('Reason').fill('inspection');
    await show.click();
    await page.getByRole('dialog').getByText(idNumber).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(idNumber);
    await open.click();
    expect(await page.getByLabel('Reason').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await portal.open(`/showings?number=${refused}`);
    await page.getByRole('row').filter({ hasText: refused }).filter({ hasText: 'inspection' }).waitFor();
  });
});
