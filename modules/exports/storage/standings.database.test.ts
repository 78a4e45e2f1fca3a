import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportStanding } from '#exports';
import { exportsByInvtNo } from '#exports';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { putStandings } from './standings.ts';

let rented: TestDatabase;
const at = new Date('2026-07-02T10:00:00+08:00');
const key = (orderNo: string) => ({ orderNo, ebpCode: '无', ebcCode: '5301963604' });

/** A list that has left the country. */
const closed = (orderNo: string, more: Partial<ExportStanding> = {}): ExportStanding => ({
  ...key(orderNo),
  ...{ attempt: 1, step: 1, outcome: 'closed', returnStatus: '899', goods: 'awaited' },
  ...{
    preNo: `B${orderNo}`,
    invtNo: `86012026E${orderNo}`,
    tradeMode: '9610',
    statisticsFlag: 'B',
    finish: null,
  },
  ...{ customsCode: '8601', portCode: '8620', agentCode: '5301983613', recipient: '5301983613' },
  ...{
    logisticsCode: '5301963612',
    logisticsNo: `W${orderNo}`,
    valueCny: '260',
    acceptedAt: at,
    decidedAt: at,
  },
  ...{ arrivedAt: null, departedAt: null, closedAt: at },
  ...more,
});

beforeAll(async () => {
  rented = await testDatabase();
  await rented.database.transaction((client) =>
    putStandings(client, [
      closed('1'),
      closed('5', { outcome: 'released', returnStatus: '800', closedAt: null }),
    ]),
  );
});
afterAll(() => rented.close());

describe('lists', () => {
  test('are found by the numbers customs gave them', async () => {
    const found = await exportsByInvtNo(rented.database, ['86012026E5', 'nobody’s']);
    expect(found).toMatchObject([{ orderNo: '5', outcome: 'released', valueCny: '260' }]);
  });
});
