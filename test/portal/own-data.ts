import type { Page } from 'playwright-core';
import type { Database } from '#postgres';
import { sealWritten } from '../../modules/persons/storage/sealed.ts';
import { readSample } from '../scenarios/folders.ts';
import type { Platform } from './platform.ts';
import type { ShownPage } from './shown-page.ts';

const order = readSample('01-direct-purchase/01-order.xml').toString('utf8');
const ofBuyer = (field: string): string => new RegExp(`<ceb:${field}>([^<]*)<`).exec(order)?.[1] ?? '';

/** The consumer says once that they are the buyer of the first story. */
async function confirmed(page: Page): Promise<void> {
  await page.locator('#me-idNumber, #me-allowance').first().waitFor();
  if (await page.locator('#me-allowance').isVisible()) return;
  await page.locator('#me-idNumber').fill(ofBuyer('buyerIdNumber'));
  await page.locator('#me-name').fill(ofBuyer('buyerName'));
  await page.locator('#me-phone').fill(ofBuyer('buyerTelephone'));
  await page.locator('main form button[type=submit]').click();
  await page.locator('#me-allowance').waitFor();
}

/** All that is held of them, and the form to ask about something of it. */
async function ownDataShown(page: Page): Promise<void> {
  await confirmed(page);
  const link = page.locator('a[href^="/me/data"]');
  await link.click();
  // The page it stands on has buttons of its own.
  await link.waitFor({ state: 'detached' });
  await page.locator('main button').first().click();
  await page.locator('main details > summary').first().click();
}

/** They ask something, so that there is something to answer. */
async function asked(page: Page): Promise<void> {
  await ownDataShown(page);
  await page.locator('.consumer-datum button').first().click();
  await page.locator('#ask-value').fill('U2');
  await page.locator('#ask-text').fill('DEMO-1');
}

/** The first request a person has made is opened. */
async function requestOpened(page: Page): Promise<void> {
  await page.locator('.corrections-request button').first().click();
  await page.locator('.corrections-words').waitFor();
}

/** A person has asked something of an enterprise, which has fifteen days. */
export async function fileRequest(database: Database, holder: string): Promise<void> {
  const id = 'ffffffff-0000-4000-8000-0000000000c2';
  const words = sealWritten(database.vault, 'words', id, { text: '门牌号写错了', value: '示例路2号' });
  await database.run(
    `insert into persons.correction (request_id, person, account_id, wish, paper, order_no, ebp_code, field, holder,
       asked_at, due_at, words, value_digest, state)
     values ($1, 'x', $1, 'correct', 'order', 'D260310S01A', $2, 'consigneeAddress', $2, '2026-03-09T02:00:00Z',
       '2026-03-24T02:00:00Z', $3, '', 'open')`,
    [id, holder, words],
  );
}

/** An agency has got what it may see of their parcel. */
async function sent({ database }: Platform): Promise<void> {
  await database.run(
    `insert into agencies.sending (order_no, ebp_code, agency, way, why, fields, digest, at, by_whom)
     select 'D260310S01A', '5301363602', 'market', 'link', 'MARKET-HEALTH-FOOD',
       '{declaration.orderNo,declaration.items.gname}', repeat('0a', 32), '2026-03-10T02:00:00Z', 'test'
     where not exists (select from agencies.sending where order_no = 'D260310S01A')`,
  );
}

/** What consumers and the public look at, and those who answer them. */
export const consumerPages: readonly ShownPage[] = [
  { name: 'parcel', path: '/parcel', as: 'nobody' },
  { name: 'retention', path: '/retention', as: 'securityAdministrator' },
  { name: 'me', path: '/me', as: 'consumer' },
  { name: 'me-confirmed', path: '/me', as: 'consumer', before: sent, prepare: confirmed },
  { name: 'me-data', path: '/me', as: 'consumer', prepare: ownDataShown },
  { name: 'me-ask', path: '/me', as: 'consumer', prepare: asked },
  { name: 'corrections', path: '/corrections', as: 'enterprise', prepare: requestOpened },
];
