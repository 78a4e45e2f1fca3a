import { describe, expect, test } from 'vitest';
import { loadCodeLists } from '../wiring.ts';
import { checkGoods, type Goods } from './goods.ts';

const lists = loadCodeLists();
const coffee: Goods = {
  ebcCode: '5301960002',
  itemNo: 'LAO-COFFEE-250',
  itemName: '老挝波罗芬咖啡豆250克',
  gcode: '0901210000',
  gname: '已焙炒咖啡',
  gmodel: '250克/袋|阿拉比卡|无品牌',
  barCode: '6901234567892',
  country: '119',
  unit: '136',
  unit1: '035',
  validFrom: '2026-01-01',
};
const codes = (change: Partial<Goods>) =>
  checkGoods({ ...coffee, ...change }, lists).map((found) => found.code);

describe('the register of goods', () => {
  test('a sound entry has no findings, with or without a bar code', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ barCode: '无' })).toEqual([]);
  });

  test.each<[string, Partial<Goods>]>([
    ['REG-CUSTOMS-CODE-FORMAT', { ebcCode: '' }],
    ['REG-GOODS-TEXT', { itemNo: 'X'.repeat(21) }],
    ['REG-GOODS-TEXT', { gname: '' }],
    ['REG-GOODS-TARIFF-CODE', { gcode: '09012100' }],
    ['REG-GTIN-CHECK', { barCode: '6901234567891' }],
    ['REG-GOODS-CODE', { country: '888' }],
    ['REG-GOODS-CODE', { unit1: 'kg' }],
    ['REG-GOODS-CODE', { unit2: '000' }],
    ['REG-GOODS-PERIOD', { validTo: '2025-12-31' }],
  ])('%s is found', (code, change) => {
    expect(codes(change)).toEqual([code]);
  });
});
