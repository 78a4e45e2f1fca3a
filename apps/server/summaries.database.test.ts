import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExportHouse } from '../../modules/exports/testing/export-house.ts';
import { keepClosed } from '../../modules/summaries/application/keep-closed.ts';
import { summariesFollow } from './summaries.ts';

let house: ExportHouse;
beforeAll(async () => {
  house = await ExportHouse.open();
});
afterAll(() => house.close());

test('an export list whose goods have left waits for its summary, with all its goods, and once only', async () => {
  for (const root of [
    'CEB303Message',
    'CEB505Message',
    'CEB603Message',
    'CEB507Message',
    'CEB509Message',
  ] as const)
    await house.send(root, { orderNo: 'S1' });
  const list = await house.standing('S1', (one) => one.outcome === 'closed');
  const follower = summariesFollow({ keepClosed });
  for (let told = 0; told < 2; told += 1)
    await house.database.transaction((client) => follower.moved(client, house.moves));
  const rows = await house.database.query(
    `select l.invt_no, l.statistics_flag, l.logistics_no, l.month::text as month, length(l.digest) as digest,
       (select count(*)::int from summaries.item i where i.invt_no = l.invt_no) as items,
       (select count(*)::int from exports.export_list_item i where i.order_no = 'S1') as declared
     from summaries.list l`,
  );
  expect(rows).toEqual([
    {
      ...{ invt_no: list.invtNo, statistics_flag: list.statisticsFlag, logistics_no: list.logisticsNo },
      ...{ month: '2026-07-01', digest: 64, items: expect.any(Number), declared: expect.any(Number) },
    },
  ]);
  const [row] = rows as { items: number; declared: number }[];
  expect(row?.items).toBe(row?.declared);
  expect(row?.items).toBeGreaterThan(0);
});
