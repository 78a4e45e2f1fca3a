import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyText } from '#documents';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { again, purchase } from '../../clearance/testing/purchases.ts';
import { importWaybills } from './import-waybills.ts';
import { ordersByWaybill, ordersOfWaybill } from './reuse.ts';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

let messages = 0;
/** Puts a waybill on file as received on a day. */
async function file(orderNo: string, logisticsNo: string, day: string, deleted = false): Promise<void> {
  const document = again(purchase(1).waybill, { orderNo, logisticsNo, appType: '1' });
  messages += 1;
  const row = {
    document,
    prepared: importWaybills.prepare(document, rented.database.vault),
    sender: '5301960004',
    messageId: `00000000-0000-7000-8000-${String(messages).padStart(12, '0')}`,
    receivedAt: `${day}T04:00:00.000Z`,
    ...{ returnStatus: '120', returnInfo: '', deleted },
  };
  await rented.database.transaction((client) => importWaybills.insert(client, [row]));
}

const CARRIER = '5301960004';

describe('the orders that carry a waybill number', () => {
  test('are those received since a day, deleted ones left out', async () => {
    await file('D1', 'W1', '2026-05-01');
    await file('D2', 'W1', '2026-11-01');
    await file('D3', 'W1', '2026-11-02', true);
    await file('D4', 'W2', '2026-11-02');
    const found = await ordersByWaybill(rented.database, ['W1', 'W3'], '2026-06-01');
    expect([...found]).toEqual([[keyText([CARRIER, 'W1']), ['D2']]]);
  });

  test('are found by the number alone, of whatever carrier and age', async () => {
    await file('D5', 'W5', '2020-01-01');
    expect(await ordersOfWaybill(rented.database, 'W5')).toEqual(['D5']);
    expect(await ordersOfWaybill(rented.database, 'nobody’s')).toEqual([]);
  });

  test('are found by the beginning of the number, as all numbers are', async () => {
    await file('D6', 'XY100', '2026-11-01');
    await file('D7', 'XY200', '2026-11-01');
    expect((await ordersOfWaybill(rented.database, 'XY')).sort()).toEqual(['D6', 'D7']);
    expect(await ordersOfWaybill(rented.database, 'XY%')).toEqual([]);
  });
});
