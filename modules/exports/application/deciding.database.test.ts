import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#http';
import { ExportHouse } from '../testing/export-house.ts';

let house: ExportHouse;
beforeAll(async () => {
  house = await ExportHouse.open();
  for (const orderNo of ['D1', 'D2', 'D3']) await hold(orderNo);
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

const zone = { party: undefined, account: 'officer' };
const key = (orderNo: string) => ({ orderNo, ebpCode: '5301963601', ebcCode: '5301963604' });

/** A list whose unit an officer has to look at. */
async function hold(orderNo: string): Promise<void> {
  await house.send('CEB303Message', { orderNo });
  await house.send('CEB505Message', { orderNo });
  await house.send('CEB603Message', { orderNo }, {}, (items) =>
    items.map((item, at) => (at === 0 ? { ...item, unit: '125' } : item)),
  );
  await house.standing(orderNo, (one) => one.outcome === 'held');
}

const reasons = { release: 'EXREL-PAPERS', refuse: 'EXREF-PAPERS', inspect: 'EXINS-GOODS' } as const;
const decide = (orderNo: string, act: keyof typeof reasons, step = 0, reason: string = reasons[act]) =>
  house.exports.decide(key(orderNo), { act, reason, note: '已核', attempt: 1, step, by: 'officer' });
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: Problem) => error.code,
  );

describe('an officer', () => {
  test('releases a held list: its sender is told, and its goods may move', async () => {
    expect(await decide('D1', 'release')).toMatchObject({
      outcome: 'released',
      returnStatus: '800',
      step: 1,
    });
    const receipts = (await house.receipts('CEB604')).filter(({ orderNo }) => orderNo === 'D1');
    expect(receipts.at(-1)).toMatchObject({
      returnStatus: '800',
      returnInfo: '[Code:2600;Desc:放行]单证审核无异常：已核',
    });
    await house.send('CEB507Message', { orderNo: 'D1' });
    await house.standing('D1', (one) => one.goods === 'arrived');
  });

  test('has one inspected, and then refuses it; what was seen before is not decided over', async () => {
    const { acts } = await house.exports.detail(key('D2'), zone);
    expect(acts?.map(({ act, reasons: [first] }) => [act, first?.code])).toEqual([
      ...[
        ['release', 'EXREL-PAPERS'],
        ['refuse', 'EXREF-PAPERS'],
        ['inspect', 'EXINS-GOODS'],
      ],
    ]);
    expect(await refusal(decide('D2', 'inspect', 0, 'EXREL-PAPERS'))).toBe('EXPORT-REASON');
    expect(await decide('D2', 'inspect')).toMatchObject({ outcome: 'held', returnStatus: '500' });
    expect(await refusal(decide('D2', 'refuse', 0))).toBe('EXPORT-MOVED-ON');
    expect(await decide('D2', 'refuse', 1)).toMatchObject({
      outcome: 'refused',
      returnStatus: '100',
      step: 2,
    });
    expect(await refusal(decide('D2', 'release', 2))).toBe('EXPORT-NOT-HELD');
    expect(await refusal(decide('NOSUCH', 'release'))).toBe('EXPORT-NOT-FOUND');
  });

  test('who decides at the same moment as another is told that it has been decided', async () => {
    const both = await Promise.all([refusal(decide('D3', 'release')), refusal(decide('D3', 'refuse'))]);
    expect(both.sort()[1]).toBe('none');
    expect(['EXPORT-NOT-HELD', 'EXPORT-MOVED-ON']).toContain(both[0]);
  });
});

describe('who looks at export lists', () => {
  test('finds them by state and number, page by page', async () => {
    const page = (wish: object) => house.exports.page({ limit: 2, ...wish });
    const first = await page({});
    expect(first.lists.map(({ orderNo }) => orderNo)).toEqual(['D3', 'D2']);
    const second = await page({ cursor: first.next });
    expect(second.lists.map(({ orderNo }) => orderNo)).toEqual(['D1']);
    expect((await page({ number: 'D1' })).lists).toMatchObject([{ goods: 'arrived', state: 'released' }]);
    expect((await page({ state: 'refused' })).lists.map(({ orderNo }) => orderNo)).toContain('D2');
    expect((await page({ party: '5301960099' })).lists).toEqual([]);
    expect(await refusal(page({ cursor: 'nonsense' }))).toBe('CURSOR');
  });

  test('sees what was found, the way it is finished and why, and all that has become of it', async () => {
    const detail = await house.exports.detail(key('D2'), { ...zone, party: '5301963604' });
    expect(detail.findings).toMatchObject([{ code: 'EXPORT-ITEM-UNIT', severity: 'review' }]);
    expect(detail.finish).toMatchObject({
      route: 'LIST_RELEASE_SUMMARY_DECLARATION',
      by: 'FINISH-SUMMARY-DECLARATION',
    });
    expect(detail.history.map(({ outcome, judge }) => [outcome, judge])).toEqual([
      ['refused', 'officer'],
      ['held', 'officer'],
      ['held', 'engine'],
    ]);
    expect(detail.papers).toEqual([
      { paper: 'order', onFile: true, needed: true, changedSince: false },
      { paper: 'payment', onFile: false, needed: false, changedSince: false },
      { paper: 'waybill', onFile: true, needed: true, changedSince: false },
    ]);
    expect((await house.exports.detail(key('D1'), zone)).goodsPapers).toMatchObject([
      { kind: 'arrival', part: 1, parts: 1 },
    ]);
    expect(await refusal(house.exports.detail(key('D2'), { ...zone, party: '5301960099' }))).toBe(
      'EXPORT-NOT-FOUND',
    );
  });
});
