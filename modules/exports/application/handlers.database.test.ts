import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExportHouse } from '../testing/export-house.ts';

let house: ExportHouse;
beforeAll(async () => {
  house = await ExportHouse.open();
});
afterAll(() => house.close());

describe('the papers of an export', () => {
  test.each([
    ['CEB303Message', 'CEB304', '120'],
    ['CEB403Message', 'CEB404', '120'],
    ['CEB505Message', 'CEB506', '399'],
    ['CEB603Message', 'CEB604', '2'],
    ['CEB507Message', 'CEB508', '399'],
    ['CEB509Message', 'CEB510', '399'],
    ['CEB607Message', 'CEB608', '120'],
  ] as const)('%s is taken in and answered by %s with %s', async (root, receipt, status) => {
    const orderNo = `FIRST${root}`;
    expect(await house.send(root, { orderNo })).toMatchObject({ verdict: 'accepted', status, findings: [] });
    const [written] = (await house.receipts(receipt)).filter(({ body }) =>
      JSON.stringify(body).includes(orderNo),
    );
    expect(written).toMatchObject({ returnStatus: status });
    expect(await house.send(root, { orderNo })).toMatchObject({ verdict: 'repeated', status });
    expect(await house.send(root, { orderNo }, { note: 'other' })).toMatchObject({ verdict: 'refused' });
  });

  test('that name no order are answered without one, by the numbers they have', async () => {
    await house.send('CEB505Message', { orderNo: 'W1' });
    const receipts = await house.receipts('CEB506');
    expect(receipts.at(-1)).toMatchObject({ orderNo: null });
    expect(receipts.at(-1)?.body.logisticsNo).toContain('W1');
  });

  test('in parts are documents of their own: each has its number, and a part is changed alone', async () => {
    const part = (msgSeqNo: number, more = {}) =>
      house.send('CEB507Message', { orderNo: 'PARTS' }, { msgCount: 2, msgSeqNo, ...more });
    expect((await part(1)).key).toMatchObject({ msgSeqNo: '1' });
    expect((await part(2)).verdict).toBe('accepted');
    const later = { appType: '2', appTime: '20260702120000', note: 'changed' };
    expect((await part(2, later)).verdict).toBe('accepted');
    const rows = await house.database.query<{
      msg_seq_no: number;
      official_pre_no: string;
      note: string | null;
    }>(`select msg_seq_no, official_pre_no, note from exports.arrival where cop_no like 'PARTS%' order by 1`);
    expect(rows.map(({ msg_seq_no, note }) => [msg_seq_no, note])).toEqual([
      [1, null],
      [2, 'changed'],
    ]);
    for (const { official_pre_no } of rows) expect(official_pre_no).toMatch(/^P20260701\d{9}$/);
  });

  test('are sent by their own firms and nobody else', async () => {
    const stranger = { siteOperator: { code: '5301960099', name: '别处仓储', dxpId: 'DXPENT0000000099' } };
    const answer = await house.send(
      'CEB507Message',
      { orderNo: 'STRANGER', firms: stranger },
      { operatorCode: '5301660001' },
    );
    expect(answer).toMatchObject({
      verdict: 'refused',
      findings: [{ code: 'EXCHANGE-RIGHT', path: 'operatorCode' }],
    });
  });
});

describe('an export list', () => {
  const waiting = async (orderNo: string) =>
    house.database.query('select attempt, logistics_no from exports.waiting where order_no = $1', [orderNo]);

  test('waits for its judge, under the number of its waybill too', async () => {
    await house.send('CEB603Message', { orderNo: 'L1' });
    expect(await waiting('L1')).toEqual([{ attempt: 1, logistics_no: expect.stringContaining('L1') }]);
  });

  test('of a platform abroad is one list a seller, whatever other sellers call theirs', async () => {
    const abroad = { platform: { code: '无', name: 'ABROAD', dxpId: '' } };
    expect((await house.send('CEB603Message', { orderNo: 'L2', firms: abroad })).verdict).toBe('accepted');
    const other = { ...abroad, seller: { code: '5301960098', name: '另一卖家', dxpId: 'DXPENT0000000098' } };
    const second = await house.send('CEB603Message', { orderNo: 'L2', firms: other });
    expect(second).toMatchObject({ verdict: 'accepted', key: { ebcCode: '5301960098' } });
    expect(await waiting('L2')).toHaveLength(2);
  });

  test('is changed while it waits, deleted, and then waits no more: followers are told', async () => {
    await house.send('CEB603Message', { orderNo: 'L3' });
    const later = (appType: string, seconds: number, more = {}) =>
      house.send('CEB603Message', { orderNo: 'L3' }, { appType, appTime: `202607021200${seconds}`, ...more });
    expect((await later('2', 10, { note: 'changed' })).verdict).toBe('accepted');
    expect(await waiting('L3')).toHaveLength(1);
    house.moves.length = 0;
    expect((await later('3', 20)).verdict).toBe('accepted');
    expect(await waiting('L3')).toEqual([]);
    expect(house.moves).toMatchObject([{ what: 'withdrawn', list: { orderNo: 'L3', outcome: 'withdrawn' } }]);
    expect((await later('1', 30, { guid: '00000000-0000-4000-8000-000000000301' })).verdict).toBe('accepted');
    expect(await waiting('L3')).toMatchObject([{ attempt: 2 }]);
  });

  test('that is only saved waits for nobody', async () => {
    expect((await house.send('CEB603Message', { orderNo: 'L4' }, { appStatus: '1' })).status).toBe('1');
    expect(await waiting('L4')).toEqual([]);
  });
});
