import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyText } from '#documents';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { purchase } from '../../clearance/testing/purchases.ts';
import { importLists, issuePreNos } from './import-lists.ts';
import { lastLookedAt, listsByOrderNo, listsOf, newestLists, recentListsByNumber } from './list-pages.ts';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

describe('pre-entry numbers', () => {
  const issue = (count: number) =>
    rented.database.transaction((client) => issuePreNos(client, count, '20261123'));

  test('hold the day and nine digits, eighteen characters in all, and rise', async () => {
    const numbers = await issue(3);
    for (const number of numbers) expect(number).toMatch(/^B20261123\d{9}$/);
    expect([...numbers].sort()).toEqual(numbers);
  });

  test('are never given twice, however many ask at once; none are given to none', async () => {
    const batches = await Promise.all([1, 2, 3, 4].map(() => issue(50)));
    expect(new Set(batches.flat()).size).toBe(200);
    expect(await issue(0)).toEqual([]);
  });
});

describe('lists on file', () => {
  const PLATFORM = '5301960001';

  beforeAll(async () => {
    const rows = [1, 2, 3].map((number) => {
      const document = purchase(number, {
        tradeMode: number === 3 ? '1210' : '9610',
        price: '10.5',
        qty: '3',
      });
      return {
        document: document.declaration,
        prepared: importLists.prepare(document.declaration, rented.database.vault),
        sender: '5301980005',
        messageId: `00000000-0000-7000-8000-00000000000${number}`,
        receivedAt: `2026-11-23T05:00:0${number}.000Z`,
        ...{
          returnStatus: '2',
          returnInfo: '',
          deleted: number === 2,
          extra: [`B2026112300000000${number}`],
        },
      };
    });
    await rented.database.transaction((client) => importLists.insert(client, rows));
  });

  const orders = (lists: readonly { readonly orderNo: string }[]) =>
    lists.map(({ orderNo }) => orderNo.slice(-1));

  test('are shown with their goods summed up and the number they were given', async () => {
    const orderNo = 'CM0000000001';
    const found = await listsOf(rented.database, [
      { orderNo, ebpCode: PLATFORM },
      { orderNo, ebpCode: 'other' },
    ]);
    expect([...found.keys()]).toEqual([keyText([orderNo, PLATFORM])]);
    expect(found.get(keyText([orderNo, PLATFORM]))).toMatchObject({
      ...{ orderNo, preNo: 'B20261123000000001', goodsValue: '31.5', itemCount: 1, deleted: false },
      ...{ firstGoodsName: '老挝波罗芬咖啡豆250克', copNo: 'COP0000000001', tradeMode: '9610' },
    });
  });

  test('come newest first, page by page, withdrawn ones among them', async () => {
    const first = await newestLists(rented.database, { limit: 2, among: 100 });
    expect(orders(first)).toEqual(['3', '2']);
    expect(first[1]?.deleted).toBe(true);
    const { orderNo = '', ebpCode = '', receivedAt } = first[1] ?? {};
    const before = { orderNo, ebpCode, receivedAt: receivedAt?.toISOString() ?? '' };
    expect(orders(await newestLists(rented.database, { limit: 2, among: 100, before }))).toEqual(['1']);
  });

  test('are those of a party, a mode and an office where these are wished for', async () => {
    const wish = async (more: object) =>
      orders(await newestLists(rented.database, { limit: 9, among: 100, ...more }));
    for (const party of [PLATFORM, '5301960002', '5301980005'])
      expect(await wish({ party })).toEqual(['3', '2', '1']);
    expect(await wish({ party: '5301960004' })).toEqual([]);
    expect(await wish({ tradeMode: '1210' })).toEqual(['3']);
    expect(await wish({ customsCode: '8620' })).toEqual([]);
  });

  test('are looked through so many at a time: the last one looked at is where the next page begins', async () => {
    const wish = { limit: 9, among: 2, tradeMode: '9610' };
    expect(orders(await newestLists(rented.database, wish))).toEqual(['2']);
    const last = await lastLookedAt(rented.database, wish);
    expect(last?.orderNo.slice(-1)).toBe('2');
    expect(await lastLookedAt(rented.database, { ...wish, among: 4 })).toBeUndefined();
  });

  test('are found by the beginning of their order number, own number or ours', async () => {
    expect(orders(await listsByOrderNo(rented.database, 'CM000000000', 2))).toEqual(['1', '2']);
    expect(orders(await listsByOrderNo(rented.database, 'M0000000001', 9))).toEqual([]);
    expect(orders(await recentListsByNumber(rented.database, 'COP0000000003', 9, 100))).toEqual(['3']);
    expect(orders(await recentListsByNumber(rented.database, 'B20261123000000001', 9, 100))).toEqual(['1']);
    expect(orders(await recentListsByNumber(rented.database, 'COP0000000001', 9, 1))).toEqual([]);
  });
});
