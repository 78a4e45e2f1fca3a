import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import type { EnterpriseRegister, GoodsRegister } from '../application/registers.ts';
import type { Enterprise } from '../domain/enterprise.ts';
import type { Goods } from '../domain/goods.ts';
import { enterpriseRegister, goodsRegister } from '../wiring.ts';

let held: TestDatabase;
let enterprises: EnterpriseRegister;
let goods: GoodsRegister;
beforeAll(async () => {
  held = await testDatabase();
  enterprises = enterpriseRegister(held.database);
  goods = goodsRegister(held.database);
});
afterAll(() => held.close());

const platform: Enterprise = {
  customsCode: '5301960001',
  uscc: '91530100MA6K0TEAT6',
  name: '昆明茶马跨境电商平台有限公司',
  roles: ['DCL', 'EBP'],
  customsOffice: '8601',
  dxpId: 'DXPENT0000012345',
  validFrom: '2024-01-01',
  validTo: '2027-12-31',
  state: 'active',
};
const carrier: Enterprise = {
  customsCode: '5301980003',
  uscc: '91530100MA6K0TEAT6',
  name: '滇运速递有限公司',
  roles: ['LGS'],
  customsOffice: '8620',
  validFrom: '2024-01-01',
  state: 'suspended',
};
const coffee: Goods = {
  ebcCode: '5301960002',
  itemNo: 'LAO-COFFEE-250',
  itemName: '老挝波罗芬咖啡豆250克',
  gcode: '0901210000',
  gname: '已焙炒咖啡',
  gmodel: '250克/袋',
  barCode: '6901234567892',
  country: '119',
  unit: '136',
  unit1: '035',
  validFrom: '2026-01-01',
};

describe('the register of enterprises', () => {
  test('what is saved is found by customs code, unknown codes are left out', async () => {
    await enterprises.save([platform, carrier]);
    const found = await enterprises.find(['5301960001', '5301980003', '5301999999']);
    expect(found).toEqual(
      new Map([
        ['5301960001', platform],
        ['5301980003', carrier],
      ]),
    );
  });

  test('saving again replaces the entry and its roles', async () => {
    const { dxpId: _gone, ...rest } = platform;
    const changed: Enterprise = { ...rest, name: '昆明茶马平台有限公司', roles: ['EBC', 'EBP'] };
    await enterprises.save([platform, changed]);
    expect(await enterprises.find(['5301960001'])).toEqual(new Map([['5301960001', changed]]));
  });

  test('it is read page by page in the order of codes', async () => {
    const first = await enterprises.list({ limit: 1 });
    expect(first.map((one) => one.customsCode)).toEqual(['5301960001']);
    const rest = await enterprises.list({ after: '5301960001', limit: 10 });
    expect(rest.map((one) => one.customsCode)).toEqual(['5301980003']);
  });

  test('saving none is no fault', async () => {
    await enterprises.save([]);
    expect(await enterprises.find([])).toEqual(new Map());
  });
});

describe('the register of goods', () => {
  test('goods are found by seller and number, and replaced when saved again', async () => {
    const other: Goods = {
      ...coffee,
      itemNo: 'TEA-1',
      unit2: '011',
      itemRecordNo: '17',
      validTo: '2026-12-31',
    };
    await goods.save([coffee, other]);
    expect(await goods.find('5301960002', ['LAO-COFFEE-250', 'TEA-1', 'NONE'])).toEqual([coffee, other]);
    await goods.save([{ ...coffee, gname: '咖啡' }]);
    expect((await goods.find('5301960002', ['LAO-COFFEE-250']))[0]?.gname).toBe('咖啡');
    expect(await goods.list('5301960002', { after: 'LAO-COFFEE-250', limit: 5 })).toEqual([other]);
    expect(await goods.list('5301960009', { limit: 5 })).toEqual([]);
  });
});
