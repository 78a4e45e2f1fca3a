import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { launchBrowser } from './browser.ts';
import { heldOrderNo, keepDearExport, keepExports, sendExport } from './kept-exports.ts';
import { keepSummaries } from './kept-summaries.ts';
import { openPlatform, type Platform } from './platform.ts';

const officer = { role: 'officer', agency: 'customs', displayName: 'Li' } as const;
const consignor = '5301363602';
/** Stands surety for the tax of the samples' lists. */
const guarantor = '5301963605';

describe('what goes over the border, from end to end through the pages', { timeout: 300_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([openPlatform(), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });

  async function pageOf(somebody: Somebody, path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(60_000);
    const value = await platform.signIn(somebody);
    await context.addCookies([{ name: 'chama_session', value, url: platform.url }]);
    const page = await context.newPage();
    await page.goto(`${platform.url}${path}`);
    return page;
  }

  const standing = (page: Page, state: string) =>
    page.locator('main .state-large', { hasText: state }).waitFor();

  /** What the platform does by itself a moment later is there when the page is looked at again. */
  async function reloadedUntil(page: Page, sign: Locator): Promise<void> {
    const looked = async (): Promise<number> => {
      await page.reload();
      await page.locator('main:has(h1):not(:has(.skeleton))').waitFor();
      return sign.count();
    };
    await expect.poll(looked, { timeout: 60_000, interval: 500 }).toBe(1);
  }

  it('an officer decides a held export with a reason, and its seller follows it until it is closed', async () => {
    await keepExports(platform);
    const desk = await pageOf(officer, '/exports?state=held');
    await desk.getByRole('link', { name: heldOrderNo }).click();
    await standing(desk, 'Held');
    await desk.getByRole('button', { name: 'Release' }).click();
    const deed = desk.getByRole('dialog').getByRole('button', { name: 'Release' });
    expect(await deed.isDisabled()).toBe(true);
    await desk.getByLabel('Reason').selectOption('The explanation of the enterprise holds');
    await desk.getByLabel('More, in your own words').fill('Counted in pieces as in the order');
    await deed.click();
    await standing(desk, 'Released');
    await desk.getByText('Counted in pieces as in the order').waitFor();

    const seller = await pageOf(
      { role: 'enterprise', customsCode: '5301963604' },
      `/exports/5301963604/5301963601/${heldOrderNo}`,
    );
    await standing(seller, 'Released');
    expect(await seller.getByRole('button', { name: 'Release' }).count()).toBe(0);
    for (const root of ['CEB507Message', 'CEB607Message', 'CEB509Message'] as const)
      await sendExport(platform, root, heldOrderNo);
    await reloadedUntil(seller, seller.locator('main .state-large', { hasText: 'Closed' }));
    await seller.getByText('Left the country').first().waitFor();
  });

  it('an officer proposes to release an export whose value nobody knows, and another finds it and confirms', async () => {
    const orderNo = 'EXDEAR0001';
    await keepDearExport(platform, orderNo);
    const first = await pageOf(officer, `/exports/5301963604/5301963601/${orderNo}`);
    await standing(first, 'Held');
    await first.getByRole('button', { name: 'Release' }).click();
    await first.getByLabel('Reason').selectOption('The explanation of the enterprise holds');
    await first.getByRole('dialog').getByText('takes two officers').waitFor();
    await first.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
    await first.getByText('Proposed by you:').waitFor();
    await first.getByRole('button', { name: 'Take the proposal back' }).waitFor();
    expect(await first.getByRole('button', { name: 'Confirm the proposal' }).count()).toBe(0);
    expect(await first.getByRole('button', { name: 'Release' }).count()).toBe(0);

    const second = await pageOf({ ...officer, displayName: 'Wang' }, '/exports');
    await second.getByLabel('State').selectOption('Held, to confirm');
    await second.getByRole('link', { name: orderNo }).click();
    await second.getByText('Proposed by Li:').waitFor();
    await second.getByRole('button', { name: 'Confirm the proposal' }).click();
    await standing(second, 'Released');
    await second.getByText('Confirmed by Wang').waitFor();
  });

  it('a month is summed up, and each line leads to its lists and to a proof that holds', async () => {
    await keepSummaries(platform);
    const page = await pageOf({ role: 'enterprise', customsCode: consignor }, '/summaries');
    const february = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '2026-02' }) });
    await february.getByText('0 of 4 summed up').waitFor();
    await february.getByRole('button', { name: 'Sum up' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sum up' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await reloadedUntil(page, february.getByText('4 of 4 summed up').last());

    await page.locator('a[href^="/summaries/applications/"]').first().click();
    await page.locator('a[href^="/summaries/D"]').first().click();
    await page.getByRole('link', { name: 'Line 2' }).click();
    const lists = page.getByRole('table', { name: 'Lists behind line 2' });
    await lists.getByRole('rowheader').nth(3).waitFor();
    expect(await lists.getByRole('rowheader').count()).toBe(4);
    await page.getByRole('button', { name: 'Recompute here' }).click();
    await page.locator('main [role=status] .tone-released').waitFor();
  });

  it('a seller files a certificate, told all that is wrong at once, and the agency of its kind answers with a reason', async () => {
    const own = await pageOf({ role: 'enterprise', customsCode: consignor }, '/goods-certificates');
    await own.getByRole('button', { name: 'File a certificate' }).click();
    const form = own.getByRole('dialog');
    await form.getByLabel('Kind').selectOption('ENTRY-INSPECTION');
    await form.getByLabel('Number').fill('530000126000777');
    await form.getByLabel('Issuer').fill('昆明海关');
    await form.getByLabel('Commodity code').fill('15042000');
    await form.getByLabel('First day').fill('2026-03-01');
    await form.getByLabel('Last day').fill('2028-03-01');
    await form.getByLabel('Quantity').fill('5');
    await form.getByRole('button', { name: 'File a certificate' }).click();
    await form.getByText('It lasts longer than its kind may').waitFor();
    await form.getByText('This kind is not used up by quantity').waitFor();
    await form.getByLabel('Last day').fill('2026-08-31');
    await form.getByLabel('Quantity').fill('');
    await form.getByRole('button', { name: 'File a certificate' }).click();
    await form.waitFor({ state: 'detached' });
    await own.getByRole('link', { name: '530000126000777' }).click();
    await own.getByText('no agency can accept it').waitFor();
    await own
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 a') });
    await own.getByRole('link', { name: 'Open the file' }).waitFor();

    const desk = await pageOf(officer, '/goods-certificates?stand=filed');
    await desk.getByRole('link', { name: '530000126000777' }).click();
    await desk.getByRole('button', { name: 'Accept' }).click();
    await desk.getByLabel('Reason').fill('与检验检疫系统一致');
    await desk.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await standing(desk, 'accepted');
    await own.reload();
    await own.getByRole('button', { name: 'Take back' }).click();
    await own.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await standing(own, 'taken back');
  });

  it('goods are booked into a warehouse abroad, what is wrong stands at its field, and they leave once', async () => {
    const page = await pageOf({ role: 'enterprise', customsCode: consignor }, '/abroad');
    await page.getByRole('button', { name: 'File a warehouse' }).click();
    const form = page.getByRole('dialog');
    for (const [label, value] of [
      ...[
        ['Warehouse no.', 'VTE-07'],
        ['Name', '万象示例仓'],
        ['Operator', 'Example'],
        ['Country code', '119'],
      ],
      ...[
        ['City', 'Vientiane'],
        ['Address', 'Km 12'],
        ['Area (m²)', '900'],
        ['Contract no.', 'L-7'],
      ],
      ...[
        ['Contract from', '2026-01-01'],
        ['Contract to', '2027-12-31'],
      ],
    ] as const)
      await form.getByLabel(label, { exact: true }).fill(value);
    await form.getByRole('button', { name: 'File a warehouse' }).click();
    await form.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Book goods' }).click();
    const goods = form.getByRole('group');
    await form.getByRole('button', { name: 'Add a line' }).click();
    await goods.getByRole('button', { name: 'Remove line 1' }).click();
    const book = form.getByRole('button', { name: 'Book goods' });
    expect(await book.isDisabled()).toBe(true);
    for (const [label, value] of [
      ...[
        ['Booking', 'BK-77'],
        ['Consignee', 'Example'],
        ['Packages', '4'],
        ['Gross weight (kg)', '88.5'],
      ],
      ...[
        ['Planned departure', '2026-03-12'],
        ['Goods no.', 'SKU-8'],
        ['Commodity code', '0902303100'],
      ],
      ...[
        ['Name', '普洱茶饼'],
        ['Unit code', '999'],
        ['Quantity', '300'],
        ['Net purchase (CNY)', '24000'],
      ],
    ] as const)
      await form.getByLabel(label, { exact: true }).fill(value);
    await book.click();
    await goods.getByLabel('Unit code').and(page.locator('[aria-invalid=true]')).fill('035');
    await book.click();
    await form.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'BK-77' }).click();
    await page.getByRole('button', { name: 'Tell of the departure' }).click();
    await form.getByLabel('Export list or declaration no.').fill('860120260000000777');
    await form.getByLabel('Departed').fill('2026-03-12');
    await form.getByRole('button', { name: 'Tell of the departure' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Tell of a sale' }).waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the booking' }).count()).toBe(0);
  });

  it('a guarantee covers once an officer confirms it, and the bill of a released list leads to the list', async () => {
    const own = await pageOf({ role: 'enterprise', customsCode: guarantor }, '/guarantees');
    await own.getByRole('button', { name: 'Enter a guarantee' }).click();
    const form = own.getByRole('dialog');
    await form.getByLabel('Number of the paper').fill('BH2026-0777');
    await form.getByLabel('Issuer').fill('示例银行昆明分行');
    await form.getByLabel('Amount (CNY)').fill('250000');
    await form.getByLabel('Valid from').fill('2026-01-01');
    await form.getByRole('button', { name: 'Enter a guarantee' }).click();
    const given = (page: Page) => page.getByRole('row').filter({ hasText: 'BH2026-0777' });
    await given(own).getByText('to be confirmed').waitFor();

    const desk = await pageOf(officer, '/guarantees');
    await given(desk).getByRole('button', { name: 'Confirm' }).click();
    await given(desk).getByText('in force').waitFor();

    await platform.tell('01-direct-purchase');
    const bills = await pageOf({ role: 'enterprise', customsCode: guarantor }, '/tax');
    await bills.getByRole('row').filter({ hasText: 'D260310S01A' }).getByText('116.13').waitFor();
    await bills.getByRole('link', { name: 'D260310S01A' }).click();
    await bills.getByRole('heading', { name: 'Tax bill of list D260310S01A', exact: true }).waitFor();
    await bills.locator('dl', { hasText: '116.13' }).waitFor();
    await bills.getByText('shown here once the bill is sent').waitFor();
    await bills.getByRole('link', { name: 'See the list' }).click();
    await bills.getByRole('heading', { name: 'D260310S01A', exact: true }).waitFor();
  });
});
