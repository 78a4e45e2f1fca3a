import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Goods } from '#registry';
import { enterprises } from '../../modules/clearance/testing/purchases.ts';
import { enterpriseRegister, goodsRegister } from '../../modules/registry/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { GoodsBook } from './goods-book.ts';

const seller = '5301960002';
const day = '2026-03-10';
let held: TestDatabase;
beforeAll(async () => {
  held = await testDatabase();
  await enterpriseRegister(held.database).save(enterprises);
});
afterAll(() => held.close());

const goods = (itemNo: string, part: Partial<Goods> = {}): Goods => ({
  ...{ ebcCode: seller, itemNo, itemName: '咖啡', gcode: '0901210000', gname: '咖啡', gmodel: '-' },
  ...{ country: '119', unit: '136', unit1: '035', validFrom: '2026-01-01', ...part },
});
const wanted = (...itemNos: readonly string[]) =>
  new Map([
    [seller, new Set(itemNos)],
    ['5301960009', new Set(['X'])],
  ]);

test('filed goods of a batch are asked for in one question, and in none where no seller has filed any', async () => {
  const { database } = held;
  const asked = vi.spyOn(database, 'query');
  try {
    const before = new GoodsBook(database);
    expect(await before.find(wanted('A'), day)).toEqual(new Map());
    expect(await before.find(wanted('B'), day)).toEqual(new Map());
    expect(asked).toHaveBeenCalledTimes(1);
    await goodsRegister(database).save([
      goods('A', { price: '68' }),
      goods('OLD', { validTo: '2026-02-01' }),
      goods('OTHER', { ebcCode: '5301960003' }),
    ]);
    await database.run(`update registry.goods set state = 'filed' where item_no = 'OTHER'`);
    const book = new GoodsBook(database);
    asked.mockClear();
    const found = await book.find(wanted('A', 'OLD', 'NONE'), day);
    expect([...found.keys()]).toEqual([seller]);
    const { gcode, gname, country, unit, unit1, price } = goods('A', { price: '68' });
    expect([...(found.get(seller) ?? [])]).toEqual([['A', { gcode, gname, country, unit, unit1, price }]]);
    await book.find(wanted('A'), day);
    expect(asked).toHaveBeenCalledTimes(3);
  } finally {
    asked.mockRestore();
  }
});
