import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportStanding } from '#exports';
import { closedExports, exportsByInvtNo, moveSummaries } from '#exports';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { putStandings } from './standings.ts';

let rented: TestDatabase;
const at = new Date('2026-07-02T10:00:00+08:00');
const key = (orderNo: string) => ({ orderNo, ebpCode: '无', ebcCode: '5301963604' });

/** A list that has left the country. */
const closed = (orderNo: string, more: Partial<ExportStanding> = {}): ExportStanding => ({
  ...key(orderNo),
  ...{ attempt: 1, step: 1, outcome: 'closed', returnStatus: '899', goods: 'awaited', summary: 'none' },
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
      ...['1', '2', '3'].map((orderNo) => closed(orderNo)),
      closed('4', { statisticsFlag: 'A' }),
      closed('5', { outcome: 'released', returnStatus: '800', closedAt: null }),
    ]),
  );
});
afterAll(() => rented.close());

describe('closed lists', () => {
  const wish = { from: new Date('2026-06-30T16:00:00Z'), until: new Date('2026-07-31T16:00:00Z'), limit: 2 };

  test('that are to be summed up are read page by page; simplified ones and those on their way are not', async () => {
    const first = await closedExports(rented.database, wish);
    expect(first.map(({ orderNo }) => orderNo)).toEqual(['1', '2']);
    const second = await closedExports(rented.database, { ...wish, after: first[1] });
    expect(second.map(({ orderNo }) => orderNo)).toEqual(['3']);
    expect(await closedExports(rented.database, { ...wish, ebcCode: 'another' })).toEqual([]);
  });

  test('are in one summary, whoever asks first: the second is told which it did not get', async () => {
    const take = (...orderNos: string[]) =>
      rented.database.transaction((client) => moveSummaries(client, orderNos.map(key), 'none', 'applied'));
    const [one, other] = await Promise.all([take('1', '2'), take('2', '3')]);
    expect([...one, ...other].map(({ orderNo }) => orderNo).sort()).toEqual(['1', '2', '3']);
    expect(await take('5')).toEqual([]);
    expect(await closedExports(rented.database, wish)).toEqual([]);
  });

  test('are found by the numbers customs gave them', async () => {
    const found = await exportsByInvtNo(rented.database, ['86012026E5', 'nobody’s']);
    expect(found).toMatchObject([{ orderNo: '5', outcome: 'released', valueCny: '260' }]);
  });
});
