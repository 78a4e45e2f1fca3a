import type { Page } from 'playwright-core';
import { heldOrderNo } from './kept-exports.ts';
import type { ShownPage } from './shown-page.ts';

/** Opens the application of a row of the page of summaries, and what was made of it. */
const openSummary = async (page: Page): Promise<void> => {
  await page.locator('a[href^="/summaries/applications/"]').last().click();
  await page.locator('a[href^="/summaries/D"]').first().click();
  await page.locator('.summaries-root').waitFor();
};

/** The list that `keepExports` leaves held. */
const heldExport = `/exports/5301963604/5301963601/${heldOrderNo}`;

/** Pages of what moves over the border beside lists: advice on modes, account books, guarantees and tax. */
export const borderPages: readonly ShownPage[] = [
  {
    ...{ name: 'adviser', as: 'nobody' },
    path: '/adviser?direction=export&buyer=consumer&stock=china&hs=0902303100&value=4800&platformOrder=yes&registered=yes&licence=no&refund=no&zoneRegistered=yes',
  },
  { name: 'adviser-none', path: '/adviser?direction=import', as: 'enterprise' },
  { name: 'exports', path: '/exports', as: 'operator' },
  { name: 'exports-none', path: '/exports?number=NOSUCH', as: 'enterprise' },
  { name: 'export-held', path: heldExport, as: 'officer' },
  {
    ...{ name: 'export-decide', path: heldExport, as: 'officer' },
    prepare: async (page) => {
      await page.locator('.page-actions button').last().click();
      await page.locator('dialog #export-reason').waitFor();
    },
  },
  { name: 'export-tax', path: '/export-tax?month=2026-02', as: 'enterprise' },
  { name: 'tax-files', path: '/tax-files', as: 'operator' },
  {
    ...{ name: 'tax-file-make', path: '/tax-files', as: 'operator' },
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog select').waitFor();
    },
  },
  { name: 'tax-file', path: '/tax-files/exports/2026-02/1', as: 'operator' },
  { name: 'abroad', path: '/abroad', as: 'officer' },
  {
    ...{ name: 'abroad-file', path: '/abroad', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').first().click();
      await page.locator('dialog select').waitFor();
    },
  },
  {
    ...{ name: 'abroad-book', path: '/abroad', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').nth(1).click();
      await page.locator('dialog .dialog-body > button').click();
      await page.locator('dialog fieldset').nth(1).waitFor();
    },
  },
  { name: 'abroad-batch', path: '/abroad/5301363602/BK-2026-001', as: 'enterprise' },
  {
    ...{ name: 'abroad-sale', path: '/abroad/5301363602/BK-2026-001', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').last().click();
      await page.locator('dialog input').first().waitFor();
    },
  },
  { name: 'books', path: '/books', as: 'operator' },
  {
    ...{ name: 'books-open', path: '/books', as: 'officer' },
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog select').waitFor();
    },
  },
  { name: 'book', path: '/books/T5301W000001', as: 'enterprise' },
  {
    ...{ name: 'book-move', path: '/books/T5301W000001', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').last().click();
      await page.locator('dialog select').waitFor();
    },
  },
  { name: 'book-officer', path: '/books/T5301W000001', as: 'officer' },
  { name: 'book-transfers', path: '/books/transfers', as: 'enterprise' },
  { name: 'checklists', path: '/checklists', as: 'enterprise' },
  { name: 'checklist-new', path: '/checklists/new?book=T5301W000001', as: 'enterprise' },
  { name: 'checklist', path: '/checklists/QD862826E000000001', as: 'enterprise' },
  { name: 'checklist-officer', path: '/checklists/QD862826I000000002', as: 'officer' },
  { name: 'passes', path: '/passes', as: 'operator' },
  {
    ...{ name: 'pass-new', path: '/passes', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog .gate-loads').waitFor();
    },
  },
  {
    ...{ name: 'pass-refused', path: '/passes', as: 'enterprise', refused: true },
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('#pass-plate').fill('云A·D12345');
      await page.locator('#pass-tareKg').fill('1000');
      await page.locator('#pass-customsCode').fill('8628');
      await page.locator('#pass-lists').fill('5301363602 NONE-1\n5301363602 NONE-2');
      await page.locator('dialog footer button').last().click();
      await page.locator('dialog .trouble li').first().waitFor();
    },
  },
  { name: 'pass', path: '/passes/HF862826E000000003', as: 'officer' },
  { name: 'gate', path: '/gate', as: 'officer' },
  {
    ...{ name: 'gate-drive', path: '/gate/drive', as: 'operator' },
    prepare: async (page) => {
      await page.locator('#drive-plate').fill('云A·D99999');
      await page.locator('.gate-machine button').first().click();
      await page.locator('.gate-comings > li').first().waitFor();
    },
  },
  { name: 'displays', path: '/displays', as: 'officer' },
  {
    ...{ name: 'display', path: '/displays', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('a[href^="/displays/ZS"]').first().click();
      await page.locator('.display-facts').waitFor();
    },
  },
  { name: 'transit', path: '/transit', as: 'officer' },
  {
    ...{ name: 'transit-apply', path: '/transit', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog select').first().waitFor();
    },
  },
  {
    ...{ name: 'transit-one', path: '/transit', as: 'officer' },
    prepare: async (page) => {
      await page.locator('.transit-alerted').first().waitFor();
      await page.locator('.transit-card:has(.transit-alerted) a').first().click();
      await page.locator('.transit-seals').waitFor();
    },
  },
  {
    ...{ name: 'transit-seal', path: '/transit', as: 'officer' },
    prepare: async (page) => {
      await page.locator('.transit-card:has(.transit-alerted) a').first().click();
      await page.locator('.transit-seals').waitFor();
      await page.keyboard.press('r');
      await page.locator('dialog input').first().waitFor();
    },
  },
  { name: 'list-in-transit', path: '/lists/5301363602/D260310S01A', as: 'enterprise' },
  { name: 'guarantees', path: '/guarantees?of=5301363602', as: 'operator' },
  { name: 'guarantees-own', path: '/guarantees', as: 'enterprise' },
  {
    ...{ name: 'guarantees-propose', path: '/guarantees', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').click();
      await page.locator('dialog select').waitFor();
    },
  },
  { name: 'tax', path: '/tax', as: 'enterprise' },
  {
    ...{ name: 'tax-bill', path: '/tax/5301363602/D260310S01A', as: 'operator' },
    prepare: async (page) => {
      await page.locator('.money-relief').waitFor();
      await page.locator('.money-differences').waitFor();
    },
  },
  {
    ...{ name: 'tax-pay', path: '/tax', as: 'officer' },
    prepare: async (page) => {
      await page.locator('.money-deeds button').first().click();
      await page.locator('dialog select').waitFor();
    },
  },
  { name: 'summaries', path: '/summaries', as: 'enterprise' },
  { name: 'summaries-zone', path: '/summaries', as: 'officer' },
  {
    ...{ name: 'summaries-apply', path: '/summaries', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.table button.button').first().click();
      await page.locator('dialog').waitFor();
    },
  },
  {
    ...{ name: 'summary-application', path: '/summaries', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('a[href^="/summaries/applications/"]').first().click();
      await page.locator('a[href^="/summaries/D"]').first().waitFor();
    },
  },
  {
    ...{ name: 'summary', path: '/summaries', as: 'enterprise' },
    prepare: async (page) => {
      await openSummary(page);
      await page.locator('a[href*="line=2"]').click();
      await page.locator('.summaries-deeds button').click();
      await page.locator('.tone-released.state-large').waitFor();
    },
  },
  {
    ...{ name: 'summary-cancel', path: '/summaries', as: 'officer' },
    prepare: async (page) => {
      await openSummary(page);
      await page.locator('.page-actions button').click();
      await page.locator('dialog input').waitFor();
    },
  },
  { name: 'summary-statistics', path: '/summaries/months/2025-12', as: 'enterprise' },
];
