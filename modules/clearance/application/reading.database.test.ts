import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ListWish, lastLookedAt, newestLists } from '#declarations';
import { House } from '../testing/house.ts';
import { purchase } from '../testing/purchases.ts';

const BROKER = '5301980005';
const STRANGER = '5301560006';

let house: House;
beforeAll(async () => {
  house = await House.open();
  for (let number = 1; number <= 6; number += 1) {
    house.clock.now = new Date(house.clock.now.getTime() + 1);
    await house.file([purchase(number)]);
  }
  await house.settled();
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

describe('a reader whose filter leaves out most lists', () => {
  /** Pages of lists of a party, so many looked through for each. */
  async function read(party: string, among: number): Promise<{ seen: string[]; pages: number }> {
    const seen: string[] = [];
    let wish: ListWish = { party, among, limit: 200 };
    for (let pages = 1; ; pages += 1) {
      seen.push(...(await newestLists(house.database.readers, wish)).map(({ orderNo }) => orderNo));
      const end = await lastLookedAt(house.database.readers, wish);
      if (end === undefined) return { seen, pages };
      wish = { ...wish, before: { ...end, receivedAt: end.receivedAt.toISOString() } };
    }
  }

  test('is given them in pages that each look through so many, and misses none', async () => {
    const { seen, pages } = await read(BROKER, 4);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1].map((number) => purchase(number).order.head.orderNo));
    expect(pages).toBe(2);
  });

  test('comes to the end though nothing is its own', async () => {
    expect(await read(STRANGER, 2)).toEqual({ seen: [], pages: 4 });
  });
});

test('readers who wait for a table are told to come later, while papers are still taken in', async () => {
  await house.database.transaction(async (client) => {
    await client.run('lock table declarations.import_list in access exclusive mode');
    const reads = Array.from({ length: 40 }, () => house.get<{ code: string }>('/api/lists'));
    let told = 0;
    for (const read of reads)
      void read.then(() => {
        told += 1;
      });
    expect((await house.send('order', purchase(7))).verdict).toBe('accepted');
    expect(told).toBe(0);
    for (const { http, body } of await Promise.all(reads)) {
      expect(http).toBe(503);
      expect(body.code).toBe('READERS-BUSY');
    }
  });
  expect((await house.get('/api/lists')).http).toBe(200);
}, 60_000);

test('the summary of the day is made once for all who ask within a second', async () => {
  const [first, second] = await Promise.all([house.get('/api/summary'), house.get('/api/summary')]);
  expect(second.text).toBe(first.text);
  const own = await house.get<{ today: { decided: number } }>('/api/summary', STRANGER);
  expect(own.body.today.decided).toBe(0);
});
