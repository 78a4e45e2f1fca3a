import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '#ceb';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { readSample } from '../scenarios/folders.ts';
import { launchBrowser } from './browser.ts';
import { openPlatform, type Platform } from './platform.ts';

/** Refused, as its weight is not the waybill's; and who declared it. */
const refused = '/lists/5301263603/D260310S16A';
const declarant = '5301683614';

type Fields = Readonly<Record<string, string | number | undefined>>;

/** A paper of a story, as somebody has it before them who types it. */
function paperOf(file: string): { readonly head: Fields; readonly items: readonly Fields[] } {
  const [paper] = decode(readSample(`01-direct-purchase/${file}`)).message?.documents ?? [];
  return paper as unknown as { readonly head: Fields; readonly items: readonly Fields[] };
}

/** As the browser's own fields take a day or a moment. */
const picked = (name: string, value: string): string => {
  const [, year, month, day, hours, minutes, seconds] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?$/.exec(value) ?? [];
  if (!/Time$|Date$/.test(name) || year === undefined) return value;
  return hours === undefined
    ? `${year}-${month}-${day}`
    : `${year}-${month}-${day}T${hours}:${minutes}:${seconds}`;
};

/** Writes what the form has a field for; what it has none for is filled in by the platform. */
async function type(page: Page, prefix: string, fields: Fields): Promise<void> {
  for (const fold of await page.locator('.entry-more:not([open]) > summary').all()) await fold.press('Enter');
  for (const [name, value] of Object.entries(fields)) {
    const control = page.locator(`#${prefix}-${name}`);
    if (value === undefined || (await control.count()) === 0) continue;
    if ((await control.evaluate((element) => element.tagName)) === 'SELECT')
      await control.selectOption(String(value));
    else await control.fill(picked(name, String(value)));
  }
}

describe('what a clerk of an enterprise does by hand, in a real browser', { timeout: 90_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
    await platform.tell('16-weight-differs');
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
    expect(complaints).toEqual([]);
  });

  /** A browser of somebody's own. */
  async function as(somebody: Partial<Somebody>, path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 1000 } });
    context.setDefaultTimeout(20_000);
    const value = await platform.signIn({ role: 'enterprise', customsCode: declarant, ...somebody });
    await context.addCookies([{ name: 'chama_session', value, url: platform.url }]);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${platform.url}${path}`);
    return page;
  }

  it('a list is withdrawn with a reason, by a clerk and not by a reader, and who did it stands in its versions', async () => {
    const reader = await as({ member: 'reader' }, refused);
    await reader.getByRole('region', { name: 'Versions' }).getByText('In force').waitFor();
    expect(await reader.getByRole('button', { name: 'Withdraw the list' }).count()).toBe(0);
    await reader.context().close();

    const page = await as({ member: 'clerk', displayName: 'Zhang' }, refused);
    await page.getByRole('button', { name: 'Withdraw the list' }).press('Enter');
    await page.keyboard.type('the weight was typed wrong');
    await page.keyboard.press('Enter');
    const versions = page.getByRole('region', { name: 'Versions' });
    await versions.getByText('Reason: the weight was typed wrong').waitFor();
    const said = await versions.getByRole('listitem').allTextContents();
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^Withdrawn.*In force.*typed by Zhang/);
    await page.getByText('Withdrawn', { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Withdraw the list' }).count()).toBe(0);
    await page.context().close();
  });

  it('a whole purchase is typed, a mistake is found while it is typed and mended, and the list is released', async () => {
    const papers = [
      ['Order', '01-order.xml', '5301363602'],
      ['Payment', '02-payment.xml', '5301363610'],
      ['Waybill', '03-waybill.xml', '5301963612'],
      ['List', '04-declaration.xml', declarant],
    ] as const;
    let page: Page | undefined;
    for (const [kind, file, customsCode] of papers) {
      await page?.context().close();
      page = await as({ customsCode, member: 'clerk', displayName: 'Zhang' }, '/entry');
      await page.getByRole('radio', { name: kind, exact: false }).check({ force: true });
      await page.getByRole('button', { name: 'Begin' }).press('Enter');
      await page.locator('.entry-form').waitFor();
      const { head, items } = paperOf(file);
      await type(page, 'head', head);
      for (const [at, item] of items.entries()) {
        await page.getByRole('button', { name: 'Add a line' }).press('Enter');
        await type(page, `line-${at}`, item);
      }
      await fine(page);
      if (kind === 'List') await mistake(page, String(head.grossWeight));
      await page.getByRole('button', { name: 'Hand in' }).press('Enter');
      await page.getByRole('heading', { name: 'Taken in', exact: true }).waitFor();
    }
    await page?.getByRole('link', { name: 'See the list' }).press('Enter');
    await page?.getByText('Released', { exact: true }).first().waitFor();
    await page?.getByText('typed by Zhang').waitFor();
    await page?.context().close();
  });

  /** A weight that is no number is told at its field at once; F8 leads there, and it is typed anew. */
  async function mistake(page: Page, right: string): Promise<void> {
    await page.locator('#head-grossWeight').fill('heavy');
    await page.locator('#head-grossWeight-findings').waitFor();
    await page.locator('#head-orderNo').focus();
    await page.keyboard.press('F8');
    await page.locator('#head-grossWeight:focus').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(right);
    await fine(page);
  }

  /** Nothing is left that would keep the document out or have its list sent back. */
  async function fine(page: Page): Promise<void> {
    await page.locator('.entry-refused, .entry-returned').first().waitFor({ state: 'detached' });
  }
});
