import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePortal } from '../../apps/cli/portal.ts';
import { Stand } from '../agency/stand.ts';
import { launchBrowser } from './browser.ts';

describe('an officer in a browser', { timeout: 120_000 }, () => {
  let stand: Stand;
  let browser: Browser;
  beforeAll(async () => {
    await ensurePortal(() => undefined);
    stand = await Stand.open('here');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stand?.close();
  });

  it('signs in by the agency, is told in their language what is amiss, and signs out there as well', async () => {
    const person = stand.officer();
    stand.agency.person = person;
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const toAgency = page.getByRole('button', { name: 'Kunming customs' });
    await page.goto(`${stand.site}/sign-in?lang=vi`);
    await toAgency.click();
    await page.getByText('Đã đề nghị mở tài khoản').waitFor();
    expect(new URL(page.url()).search).toBe('');
    const { accountId } = await stand.accountOf(person.staff);
    await stand.as(stand.security, 'POST', `/api/accounts/${accountId}/approval`);
    await page.goto(`${stand.site}/sign-in?lang=en`);
    await toAgency.click();
    await page
      .getByRole('banner')
      .getByRole('link', { name: person.name ?? '' })
      .waitFor();
    await page
      .getByRole('banner')
      .getByRole('link', { name: person.name ?? '' })
      .click();
    await page.getByRole('heading', { name: 'My account', exact: true }).waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${stand.agency.issuer}/**`);
    await context.close();
  });

  it('is let in by two administrators, who enter the agency, try the connection, and confirm', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const as = async (who: typeof stand.security) => {
      await context.clearCookies();
      await context.addCookies([{ name: 'chama_session', value: who.token, url: stand.site }]);
      await page.goto(`${stand.site}/agencies?lang=en`);
    };
    await as(stand.security);
    await page.getByRole('button', { name: 'Try the connection' }).click();
    await page.getByText('Client secret').waitFor();
    expect(await page.locator('.agencies-steps .state-refused').count()).toBe(0);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('Values of amr that mean two factors').fill('otp');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Waits for confirmation').waitFor();
    await as(stand.system);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('In use').first().waitFor();
    await context.close();
  });
});
