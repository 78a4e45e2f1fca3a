import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentOf } from '#ceb';
import { ExportHouse } from '../testing/export-house.ts';

let house: ExportHouse;
beforeAll(async () => {
  house = await ExportHouse.open();
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

type Part = Partial<DocumentOf<'CEB507Message'>['head']>;
const arrival = (orderNo: string, head: Part = {}) => house.send('CEB507Message', { orderNo }, head);
const departure = (orderNo: string, head = {}) => house.send('CEB509Message', { orderNo }, head);

async function released(orderNo: string): Promise<void> {
  await declare(orderNo);
  await house.standing(orderNo, (one) => one.outcome === 'released');
}

async function declare(orderNo: string): Promise<void> {
  await house.send('CEB303Message', { orderNo });
  await house.send('CEB505Message', { orderNo });
  await house.send('CEB603Message', { orderNo });
}

const told = (orderNo: string) =>
  house.moves.filter(({ list }) => list.orderNo === orderNo).map(({ what }) => what);

describe('the goods of an export list', () => {
  test('arrive, leave, and the list is closed: 899, with the time the conveyance left', async () => {
    await released('M1');
    await arrival('M1');
    await house.standing('M1', (one) => one.goods === 'arrived');
    await departure('M1');
    const list = await house.standing('M1', (one) => one.outcome === 'closed');
    expect(list).toMatchObject({ goods: 'departed', returnStatus: '899', step: 1 });
    expect(list.departedAt?.toISOString()).toBe('2026-07-01T11:30:00.000Z');
    expect(told('M1')).toEqual(['released', 'arrived', 'departed', 'closed']);
    const receipts = (await house.receipts('CEB604')).filter(({ orderNo }) => orderNo === 'M1');
    expect(receipts.map(({ returnStatus }) => returnStatus)).toEqual(['2', '800', '899']);
  });

  test('whose papers come before the list, in whatever order, are moved as soon as it is released', async () => {
    await departure('M2');
    await arrival('M2');
    await declare('M2');
    await house.standing('M2', (one) => one.outcome === 'closed');
    expect(told('M2')).toEqual(['released', 'arrived', 'departed', 'closed']);
  });

  test('do not leave before they have arrived', async () => {
    await released('M3');
    await departure('M3');
    await house.settled();
    expect(await house.standing('M3', () => true)).toMatchObject({ goods: 'awaited', outcome: 'released' });
    await arrival('M3');
    await house.standing('M3', (one) => one.outcome === 'closed');
  });

  test('told of in parts have arrived once every part is there', async () => {
    await released('M4');
    await arrival('M4', { msgCount: 2, msgSeqNo: 2 });
    await house.settled();
    expect((await house.standing('M4', () => true)).goods).toBe('awaited');
    await house.send('CEB507Message', { orderNo: 'M4' }, { msgCount: 2, msgSeqNo: 1 });
    await house.standing('M4', (one) => one.goods === 'arrived');
  });

  test('have not arrived when the arrival is deleted, and have again when it is sent anew', async () => {
    await released('M5');
    await arrival('M5');
    await house.standing('M5', (one) => one.goods === 'arrived');
    const later = (appType: string, appTime: string): Part => ({
      ...{ appType, appTime },
      guid: `00000000-0000-4000-8000-0000000M5${appTime.slice(-3)}`,
    });
    expect((await arrival('M5', later('3', '20260702120001'))).verdict).toBe('accepted');
    expect((await house.standing('M5', () => true)).goods).toBe('awaited');
    expect((await arrival('M5', later('1', '20260702120002'))).verdict).toBe('accepted');
    await house.standing('M5', (one) => one.goods === 'arrived');
    expect(told('M5')).toEqual(['released', 'arrived', 'not-arrived', 'arrived']);
  });

  test('that have left bind their papers: neither arrival nor departure can be changed', async () => {
    const later = { appType: '3', appTime: '20260703120000' };
    expect((await arrival('M1', later)).verdict).toBe('refused');
    expect((await departure('M1', later)).verdict).toBe('refused');
  });

  test('of another carrier are other goods, whatever the number of the waybill', async () => {
    await released('M6');
    await house.send(
      'CEB507Message',
      { orderNo: 'M6' },
      { logisticsCode: '5301963611', logisticsName: '别家' },
    );
    await house.settled();
    expect((await house.standing('M6', () => true)).goods).toBe('awaited');
  });

  test('are found by a new start, where the old one stopped before it moved them', async () => {
    await released('M7');
    await house.exports.stop();
    await arrival('M7');
    await house.restart();
    await house.standing('M7', (one) => one.goods === 'arrived');
  });
});
