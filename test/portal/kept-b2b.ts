import type { Page } from 'playwright-core';
import type { Platform } from './platform.ts';
import type { ShownPage } from './shown-page.ts';

const owner = '5301363602';
const agent = '5301683614';

/** Contracts of an agent and of bulk goods: one waits for its principal, one is in force with an export, one is half delivered. */
export async function keepB2b(platform: Platform): Promise<void> {
  const send = async (as: string, path: string, body: object): Promise<void> => {
    const answer = await fetch(`${platform.url}/api/b2b${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: {
        authorization: `Bearer ${platform.keyOf(as)}`,
        'content-type': 'application/json',
      },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const year = { validFrom: '2026-01-01', validTo: '2026-12-31' };
  await send(agent, '/principals/contracts', {
    ...{ contractNo: 'AG-2026-11', principal: owner, goods: '茶叶、咖啡', ...year },
  });
  await send(owner, '/principals/contracts', {
    ...{ contractNo: 'AG-2026-12', goods: '核桃仁', ...year },
    ...{ principalUscc: '91530100MA6EXAMP7H', principalName: '大理示例农业合作社' },
  });
  await send(owner, '/principals/exports', {
    ...{ exportNo: '860120260000000124', contractNo: 'AG-2026-12', amount: '86000.00' },
    exportedOn: '2026-03-05',
  });
  await send(owner, '/contracts', {
    ...{ contractNo: 'SUGAR-9', buyer: 'Mandalay Example Mills', country: '106', gcode: '1701999090' },
    ...{ gname: '白砂糖', unit: '070', quantity: '500', tolerancePercent: '5', unitPrice: '3900' },
    ...{ currency: '142', deliverFrom: '2026-03-01', deliverTo: '2026-06-30' },
  });
  await send(owner, '/contracts/SUGAR-9/deliveries', {
    ...{ exportNo: '860120260000000130', quantity: '120', deliveredOn: '2026-03-05' },
  });
  await send(owner, '/contracts/SUGAR-9/deliveries', {
    ...{ exportNo: '860120260000000131', quantity: '180', deliveredOn: '2026-03-08' },
  });
}

/** Opens the quarter in which something was told. */
const firstQuarter = async (page: Page): Promise<void> => {
  await page.locator('#b2b-quarter option', { hasText: '2026Q1' }).waitFor({ state: 'attached' });
  await page.locator('#b2b-quarter').selectOption('2026Q1');
  await page.locator('td.figure').first().waitFor();
};

/** Pages of B2B e-commerce export beside warehouses. */
export const b2bPages: readonly ShownPage[] = [
  {
    ...{ name: 'b2b', as: 'nobody' },
    path: '/b2b?contract=platform&shipsTo=buyer&buyer=firm&value=4800&licence=no&inspection=no&exportDuty=no&refund=no&pilotZone=yes&has=order,goods',
  },
  { name: 'principals', path: '/principals', as: 'enterprise', prepare: firstQuarter },
  {
    ...{ name: 'principals-enter', path: '/principals', as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').last().click();
      await page.locator('dialog input').first().waitFor();
    },
  },
  { name: 'contracts', path: '/contracts', as: 'officer' },
  { name: 'contract', path: `/contracts/${owner}/SUGAR-9`, as: 'enterprise' },
  {
    ...{ name: 'contract-close', path: `/contracts/${owner}/SUGAR-9`, as: 'enterprise' },
    prepare: async (page) => {
      await page.locator('.page-actions button').first().click();
      await page.locator('dialog').waitFor();
    },
  },
];
