import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buyerIdOf } from '../../clearance/testing/purchases.ts';
import { broker, DeskHouse, keyOfList, li, wang } from '../testing/desk-house.ts';
import { decide } from './decide.ts';
import { take } from './in-hand.ts';
import { loadView, queueView } from './queue-view.ts';
import { searchZone } from './search.ts';

let desk: DeskHouse;
const keys: { orderNo: string; ebpCode: string }[] = [];
beforeAll(async () => {
  desk = await DeskHouse.open();
  for (const number of [10, 20, 30]) {
    keys.push(keyOfList(await desk.review(number)));
    desk.pass(60_000);
  }
  keys.push(keyOfList(await desk.inspection(40)));
});
afterAll(async () => {
  expect(desk.house.faults).toEqual([]);
  await desk.close();
});

const orders = async (
  wish: Parameters<typeof queueView>[2] = {},
  page: { cursor?: string; skip?: number; limit?: number } = {},
) => {
  const found = await queueView(desk.ports, li, wish, { skip: 0, limit: 10, ...page });
  return { ...found, orderNos: found.items.map(({ orderNo }) => orderNo) };
};

describe('the queue', () => {
  test('has what is due first first, and goes page by page', async () => {
    const [one, two, three, red] = keys.map(({ orderNo }) => orderNo);
    // An inspection is due sooner, however late it came.
    const first = await orders({}, { limit: 2 });
    expect(first.orderNos).toEqual([red, one]);
    expect(first.total).toBe(4);
    const rest = await orders({}, { limit: 10, ...(first.next ? { cursor: first.next } : {}) });
    expect(rest.orderNos).toEqual([two, three]);
    expect(rest.next).toBeUndefined();
    expect((await orders({}, { skip: 3 })).orderNos).toEqual([three]);
    await expect(orders({}, { cursor: 'x' })).rejects.toMatchObject({ code: 'CURSOR' });
  });

  test('is narrowed by status, rule, enterprise, office and who has it in hand', async () => {
    expect((await orders({ status: '500' })).orderNos).toEqual([keys[3]?.orderNo]);
    expect((await orders({ rule: 'RISK-SPLIT-ORDERS' })).total).toBe(3);
    expect((await orders({ enterprise: broker })).total).toBe(4);
    expect((await orders({ enterprise: '5301960004' })).total).toBe(0);
    expect((await orders({ customsCode: '8613' })).total).toBe(0);
    await take(desk.ports, li, keys[0] ?? { orderNo: '', ebpCode: '' });
    expect((await orders({ holder: { officer: li.id } })).orderNos).toEqual([keys[0]?.orderNo]);
    expect((await orders({ holder: { free: true } })).total).toBe(3);
  });

  test('is summed up: what waits and how long, what comes and goes, who has and did how much', async () => {
    await decide(desk.ports, wang, [keys[1] ?? { orderNo: '', ebpCode: '' }], {
      ...{ act: 'release', reason: 'REL-PAPERS', note: '' },
    });
    const load = await loadView(desk.ports, '8601');
    expect(load).toMatchObject({ open: 3, overdue: 0, free: 2 });
    expect(load.byStatus).toEqual([
      { value: '300', cases: 2 },
      { value: '500', cases: 1 },
    ]);
    expect(load.ages[0]).toEqual({ underHours: 1, cases: 3 });
    expect(load.flow.at(-1)).toMatchObject({ opened: 4, closed: 1 });
    expect(load.officers).toEqual([
      { officer: '王关员', inHand: 0, decided: 1 },
      { officer: '李关员', inHand: 1, decided: 0 },
    ]);
  });
});

describe('a search of the zone', () => {
  const found = async (wish: Parameters<typeof searchZone>[2]) =>
    (await searchZone(desk.ports, li, wish)).items.map(({ orderNo }) => orderNo);

  test('finds lists by the beginning of a number, by goods, firm and days', async () => {
    expect(await found({ number: 'WB0000000021' })).toEqual(['CM0000000021']);
    expect(await found({ goods: '犀角' })).toEqual(['CM0000000040']);
    expect(await found({ enterprise: broker, from: '2026-11-23', to: '2026-11-23' })).toHaveLength(7);
    expect(await found({ from: '2026-11-24' })).toEqual([]);
  });

  test('finds the lists of a buyer by document, and puts who asked and why on record before it answers', async () => {
    const idNumber = buyerIdOf(30);
    const buyer = { idNumber, reason: '核查拆单线索' };
    expect((await found({ buyer })).sort()).toEqual(['CM0000000030', 'CM0000000031']);
    const rows = await desk.house.database.query<{ officer: string; reason: string; found: number }>(
      'select officer, reason, found, buyer_key as "buyerKey" from desk.buyer_search',
    );
    expect(rows).toEqual([
      { officer: li.id, reason: '核查拆单线索', found: 2, buyerKey: expect.not.stringContaining(idNumber) },
    ]);
  });
});
