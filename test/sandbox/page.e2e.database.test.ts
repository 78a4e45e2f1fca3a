import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../apps/sandbox/start.ts';
import type { RunningServer } from '../../apps/server/server.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { launchBrowser } from '../portal/browser.ts';

describe('the page of the sandbox in a real browser', { timeout: 90_000 }, () => {
  let rented: TestDatabase;
  let sandbox: RunningServer;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    rented = await testDatabase();
    [sandbox, browser] = await Promise.all([
      startSandbox({ database: rented.database, port: 0 }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
    await rented?.close();
  });
  const open = async (locale: string): Promise<void> => {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A wrong key and an unsigned list are meant to be refused; the browser calls that an error.
      if (message.type() === 'error' && !/401|422/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${sandbox.url}/sandbox`);
  };
  beforeEach(() => {
    complaints = [];
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

  it('a tester registers, signs a sample list, sends it, and sees it released with its tax bill', async () => {
    await open('en-GB');
    await button('Register and get keys').click();
    await page.getByRole('heading', { name: 'Registered; the keys are shown only now' }).waitFor();
    expect(await page.getByLabel('Private key (PEM)').inputValue()).toContain('BEGIN PRIVATE KEY');
    await button('Get a sample').click();
    const message = page.getByLabel('The message (paste your own)');
    await expect.poll(() => message.inputValue()).toContain('<ceb:orderNo>SBX-800-0001<');
    await button('Sign with the key just given').click();
    await page.getByText('Signed', { exact: true }).waitFor();
    await button('Send').click();
    await page.getByRole('status').getByText('Accepted').waitFor();
    await page.getByRole('row', { name: /^CEB622 SBX-800-0001 800 / }).waitFor();
    await page.getByRole('row', { name: /^CEB816 .*valueAddedTax/ }).waitFor();
  });

  it('what is wrong is said with its remedy: no key yet, a wrong API key, and a message without a signature', async () => {
    await open('en-GB');
    await button('Sign with the key just given').click();
    await page.getByText('Register an enterprise above first').waitFor();
    await button('Get a sample').click();
    await page.getByLabel('API key').last().fill('chk_wrong');
    await button('Send').click();
    await page.getByText('The API key is missing, wrong or revoked').waitFor();
    await button('Register and get keys').click();
    await page.getByRole('heading', { name: /^Registered/ }).waitFor();
    await button('Send').click();
    await page.getByRole('status').getByText('CEB-MISSING').waitFor();
  });

  it('codes are found by number and by words, and an example goes into the number', async () => {
    await open('en-GB');
    const found = page.getByRole('table', { name: 'Result codes' }).getByRole('rowheader');
    await page.getByRole('searchbox').fill('621008');
    await expect.poll(() => found.count()).toBe(1);
    await page.getByText('1 codes').waitFor();
    await page.getByRole('searchbox').fill('yearly limit');
    await expect.poll(() => found.count()).toBeGreaterThan(0);
    await button('SBX-R-1313-1').click();
    expect(await page.getByRole('textbox', { name: 'Number', exact: true }).inputValue()).toBe(
      'SBX-R-1313-0001',
    );
  });

  it('by the keyboard alone, and in Chinese for a reader of Chinese, who may choose otherwise', async () => {
    await open('zh-CN');
    await page.getByRole('heading', { name: '登记一家企业' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toContain('跳到正文');
    await button('EN').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Register an enterprise' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Registered; the keys are shown only now' }).waitFor();
  });

  it('holds nothing but its own files, and says so to the browser', async () => {
    await open('en-GB');
    const response = await page.request.get(`${sandbox.url}/sandbox`);
    expect(response.headers()['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(await response.text()).not.toMatch(/<script>|\sstyle=|\son\w+=/);
  });
});
