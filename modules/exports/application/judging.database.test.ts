import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExportHouse } from '../testing/export-house.ts';

let house: ExportHouse;
beforeAll(async () => {
  house = await ExportHouse.open();
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

const key = (orderNo: string) => ({ orderNo, ebpCode: '5301963601', ebcCode: '5301963604' });
const zone = { party: undefined, account: 'li' };
const simplified = { statisticsFlag: 'A' } as const;

describe('an export list', () => {
  test('with its order and waybill is released at once; the payment received is not asked for any more', async () => {
    await house.send('CEB303Message', { orderNo: 'J1' });
    await house.send('CEB505Message', { orderNo: 'J1' });
    await house.send('CEB603Message', { orderNo: 'J1' });
    const list = await house.standing('J1', (one) => one.outcome === 'released');
    expect(list).toMatchObject({
      returnStatus: '800',
      valueCny: '260',
      goods: 'awaited',
      statisticsFlag: 'B',
    });
    expect(list.invtNo).toMatch(/^86012026E\d{9}$/);
    expect(list.finish).toBe('LIST_RELEASE_SUMMARY_DECLARATION');
    const [receipt] = (await house.receipts('CEB604')).filter(({ returnStatus }) => returnStatus === '800');
    expect(receipt?.body).toMatchObject({ invtNo: list.invtNo, preNo: list.preNo });
    expect(receipt?.returnInfo).toContain('[Code:2600;');
  });

  test('that comes first waits, and is judged when its carrier, who names no order, has sent the waybill', async () => {
    await house.send('CEB603Message', { orderNo: 'J2' }, simplified);
    await house.send('CEB303Message', { orderNo: 'J2' });
    expect(await house.waiting('J2')).toBe(1);
    await house.send('CEB505Message', { orderNo: 'J2' });
    const list = await house.standing('J2', (one) => one.outcome === 'released');
    expect(list).toMatchObject({ finish: 'LIST_RELEASE_SUMMARY_STATISTICS', statisticsFlag: 'A' });
  });

  test('whose papers do not come in time is refused, and told which is missing', async () => {
    await house.send('CEB303Message', { orderNo: 'J3' });
    await house.send('CEB603Message', { orderNo: 'J3' });
    house.clock.now = new Date(house.clock.now.getTime() + 3_700_000);
    const list = await house.standing('J3', (one) => one.outcome === 'refused');
    expect(list.invtNo).toBeNull();
    expect(await house.findings('J3')).toEqual(['EXPORT-MISSING-PAPER']);
  });

  test('sent again after a refusal is judged anew, and then released', async () => {
    await house.send('CEB505Message', { orderNo: 'J3' });
    const again = { guid: '00000000-0000-4000-8000-00000000J301', appTime: '20260702120000' };
    await house.send('CEB603Message', { orderNo: 'J3' }, again);
    const list = await house.standing('J3', (one) => one.outcome === 'released');
    expect(list.attempt).toBe(2);
    const counts = await house.database.query<{ outcome: string; lists: string }>(
      `select outcome, sum(lists)::int as lists from exports.standing_count group by outcome having sum(lists) <> 0 order by 1`,
    );
    expect(counts).toEqual([{ outcome: 'released', lists: 3 }]);
  });

  test('that says otherwise than its order is refused, its findings with paths of both', async () => {
    await house.send('CEB303Message', { orderNo: 'J4' }, { goodsValue: '260', ebcName: '另一家' });
    await house.send('CEB505Message', { orderNo: 'J4' }, { grossWeight: '9.9' });
    await house.send('CEB603Message', { orderNo: 'J4' });
    await house.standing('J4', (one) => one.outcome === 'refused');
    expect(await house.findings('J4')).toEqual(['EXPORT-SELLER-NAME', 'EXPORT-GROSS-WEIGHT']);
  });

  test.each([
    ['9710', 'B'],
    ['9810', 'W'],
    ['1210', 'E'],
  ] as const)('under %s goes with an order of type %s', async (mode, orderType) => {
    const choice = { orderNo: `J5${mode}`, mode };
    await house.send('CEB303Message', choice);
    await house.send('CEB505Message', choice);
    await house.send('CEB603Message', choice);
    await house.standing(choice.orderNo, (one) => one.outcome === 'released');
    const wrong = { orderNo: `J6${mode}`, mode };
    await house.send('CEB303Message', wrong, { orderType: orderType === 'E' ? 'B' : 'E' });
    await house.send('CEB505Message', wrong);
    await house.send('CEB603Message', wrong);
    await house.standing(wrong.orderNo, (one) => one.outcome === 'refused');
    expect(await house.findings(wrong.orderNo)).toEqual(['EXPORT-ORDER-TYPE']);
  });

  test('under a waybill that another list goes under is held for an officer', async () => {
    await house.send('CEB303Message', { orderNo: 'J7' });
    const { logisticsNo } = await house.standing('J1', () => true);
    await house.send('CEB603Message', { orderNo: 'J7' }, { logisticsNo });
    const list = await house.standing('J7', (one) => one.outcome === 'held');
    expect(list.returnStatus).toBe('300');
    expect(await house.findings('J7')).toEqual(['EXPORT-WAYBILL-REUSED']);
  });

  test('that is held may be changed, and its papers too; of one that is released neither', async () => {
    const later = { appType: '2', appTime: '20260703120000', note: 'changed' };
    const changed = async () => {
      const { papers } = await house.exports.detail(key('J7'), zone);
      return papers.filter(({ changedSince }) => changedSince).map(({ paper }) => paper);
    };
    expect(await changed()).toEqual([]);
    house.clock.now = new Date(house.clock.now.getTime() + 60_000);
    expect((await house.send('CEB303Message', { orderNo: 'J7' }, later)).verdict).toBe('accepted');
    // Whoever decides, or confirms what another has proposed, is told what the rules have not seen.
    expect(await changed()).toEqual(['order']);
    for (const root of ['CEB303Message', 'CEB505Message', 'CEB603Message'] as const)
      expect((await house.send(root, { orderNo: 'J1' }, later)).verdict, root).toBe('refused');
  });
});
