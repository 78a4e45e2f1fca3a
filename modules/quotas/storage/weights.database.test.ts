import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDecimal, parseDecimal } from '#kernel';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { giveBackWeights, reserveWeights, type WeightMovement, weightsUsed } from './weights.ts';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

const sugar = (buyerKey: string, kg: string, more: Partial<WeightMovement> = {}): WeightMovement => ({
  ...{ buyerKey, year: 2026, heading: '1701', orderNo: 'D1', ebpCode: 'P', attempt: 1, kg },
  ...more,
});
const reserve = (...movements: WeightMovement[]) =>
  rented.database.transaction((client) => reserveWeights(client, movements));
const giveBack = (buyerKey: string, orderNo: string, attempt = 1) =>
  rented.database.transaction((client) =>
    giveBackWeights(client, { buyerKey, orderNo, ebpCode: 'P', attempt }),
  );
const used = async (buyer: string, year = 2026) =>
  (await weightsUsed(rented.database, [buyer], year)).map((one) => ({
    ...one,
    kg: formatDecimal(parseDecimal(one.kg)),
  }));

describe('goods a person may buy only so much of in a year (R-2.14)', () => {
  test('add up over lists, each heading by itself', async () => {
    await reserve(sugar('A', '1.5'), sugar('A', '2', { heading: '1006' }));
    await reserve(sugar('A', '0.25', { orderNo: 'D2' }));
    const found = await used('A');
    expect(found.sort((a, b) => a.heading.localeCompare(b.heading))).toEqual([
      { buyerKey: 'A', heading: '1006', kg: '2' },
      { buyerKey: 'A', heading: '1701', kg: '1.75' },
    ]);
    expect(await used('A', 2027)).toEqual([]);
  });

  test('are given back with the list that took them, all headings and only its own', async () => {
    await reserve(sugar('B', '1'), sugar('B', '3', { heading: '1006' }), sugar('B', '5', { orderNo: 'D2' }));
    await giveBack('B', 'D1');
    const left = (await used('B')).filter(({ kg }) => Number(kg) !== 0);
    expect(left).toEqual([{ buyerKey: 'B', heading: '1701', kg: '5' }]);
  });

  test('are given back once: a second time is refused, one that took nothing gives nothing', async () => {
    await reserve(sugar('C', '1'));
    await giveBack('C', 'D1');
    await expect(giveBack('C', 'D1')).rejects.toMatchObject({ code: '23505' });
    await giveBack('C', 'D9');
    expect((await used('C')).map(({ kg }) => kg)).toEqual(['0']);
  });
});
