import type { Page } from 'playwright-core';
import { csvOf, orderRows } from '../bulk/tables.ts';

/** The enterprise of `openPlatform` that signs in as one. */
const firm = { customsCode: '5301363602', name: '昆明示例南亚通跨境电子商务有限公司' };
let number = 0;

/** A table of orders nobody has sent yet, the bad ones first. */
export function tableOfOrders(
  good: number,
  bad: number,
): { readonly name: string; readonly content: string } {
  const rows = Array.from({ length: good + bad }, (_, at) => {
    number += 1;
    const [row = {}] = orderRows(firm, `PORTAL${String(number).padStart(5, '0')}`);
    return at < bad ? { ...row, country: 'XYZ', qty: '0' } : row;
  });
  return { name: `orders-${number}.csv`, content: csvOf(rows) };
}

/** Uploads such a table from the page of bulk files. */
export async function uploadOrders(page: Page, good: number, bad: number): Promise<void> {
  const { name, content } = tableOfOrders(good, bad);
  await page
    .locator('.bulk-drop input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}
