import type { Page } from 'playwright-core';
import { keepCentre } from './kept-centre.ts';
import { sendBack } from './sent-back.ts';
import type { ShownPage } from './shown-page.ts';

/** Opens what the first row leads to. */
async function firstReturn(page: Page): Promise<void> {
  await page.locator('[data-shortcut=row]').first().click();
  await page.locator('.returns-steps').first().waitFor();
}

/** A label that is there already is read again: what is known of its parcel stands under the field. */
async function scanned(page: Page): Promise<void> {
  await page.locator('#centre-scan').fill('SF1400000001');
  await page.locator('#centre-scan').press('Enter');
  await page.locator('.centre-found').waitFor();
}

/** Cancellations and returns. */
export const returnsPages: readonly ShownPage[] = [
  { name: 'returns', path: '/returns', as: 'officer', before: sendBack },
  { name: 'returns-none', path: '/returns?stage=closed', as: 'enterprise' },
  { name: 'return', path: '/returns', as: 'declarant', before: sendBack, prepare: firstReturn },
  {
    ...{ name: 'return-inspect', path: '/returns', as: 'officer', before: sendBack },
    prepare: async (page) => {
      await firstReturn(page);
      await page.locator('.page-actions button').last().click();
      await page.locator('dialog [role=switch]').first().waitFor();
    },
  },
  { name: 'return-centre', path: '/return-centre', as: 'operator', before: keepCentre, prepare: scanned },
  {
    ...{ name: 'return-apply', path: '/lists/5301363602/D260310S01A', as: 'declarant' },
    prepare: async (page) => {
      await page.locator('.list-deeds button').nth(1).click();
      await page.locator('dialog #return-reason').waitFor();
    },
  },
];
