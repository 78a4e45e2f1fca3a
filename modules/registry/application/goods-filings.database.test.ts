import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import type { Goods } from '../domain/goods.ts';
import type { TariffLookup } from '../domain/goods-tariff.ts';
import { goodsRegister, loadCodeLists } from '../wiring.ts';
import type { Actor } from './filing-ports.ts';
import { readGoodsFile } from './goods-csv.ts';
import { fileGoods, type GoodsPorts, goodsFound, goodsSeenBy, stepGoods } from './goods-filings.ts';
import { spellEverything } from './spell-everything.ts';
import { termsOfGoods } from './spelling.ts';

const lists = loadCodeLists();
const coffee: Goods = {
  ...{
    ebcCode: '5301960002',
    itemNo: 'LAO-COFFEE-250',
    itemName: '老挝波罗芬咖啡豆250克',
    gcode: '0901210000',
  },
  ...{ gname: '已焙炒咖啡', gmodel: '250克/袋', nameEn: 'Bolaven Coffee Beans', brand: '波罗芬' },
  ...{ barCode: '6901234567892', country: '119', unit: '136', unit1: '035', validFrom: '2026-01-01' },
};
const tariff: TariffLookup = (gcode, day) =>
  gcode.startsWith('09') && day >= '2024-01-01'
    ? { name: { zh: '咖啡', en: 'Coffee' }, unit1: '035', positive: 'yes', bondedOnly: false }
    : undefined;
const seller: Actor = { who: 'seller', party: '5301960002' };
const other: Actor = { who: 'other', party: '5301960009' };
const operator: Actor = { who: 'operator', party: undefined };
const key = { ebcCode: '5301960002', itemNo: 'LAO-COFFEE-250' };

let held: TestDatabase;
let ports: GoodsPorts;
beforeAll(async () => {
  held = await testDatabase();
  ports = {
    ...{ database: held.database, now: () => new Date('2026-03-10T10:00:00+08:00'), termsOf: termsOfGoods },
    goodsChecks: () => ({ lists, tariff, day: '2026-03-10' }),
  };
});
afterAll(() => held.close());

const found = async (search: string, actor: Actor = seller) =>
  (await goodsFound(held.database, actor, { search, limit: 10 })).goods.map(({ goods }) => goods.itemNo);

describe('a seller', () => {
  test('files goods, which wait to be approved by somebody else', async () => {
    expect(await fileGoods(ports, seller, [coffee], false)).toMatchObject({
      filed: 1,
      unchanged: 0,
      bad: [],
    });
    expect((await goodsSeenBy(ports, held.database, seller, key)).filed.state).toBe('filed');
    await stepGoods(ports, operator, key, 'approve');
    const view = await goodsSeenBy(ports, held.database, seller, key);
    expect(view).toMatchObject({
      filed: { state: 'approved', decidedBy: 'operator' },
      tariff: { positive: 'yes' },
    });
    expect(view.steps.map(({ step, by }) => `${step} ${by}`)).toEqual(['approve operator', 'file seller']);
  });

  test('who changes them has them looked at again, and the change is told field by field', async () => {
    // What is approved stays so where it is filed again as it is.
    expect(await fileGoods(ports, seller, [coffee], false)).toMatchObject({ filed: 0, unchanged: 1 });
    await fileGoods(ports, seller, [{ ...coffee, gmodel: '500克/袋' }], false);
    const { filed, steps } = await goodsSeenBy(ports, held.database, seller, key);
    expect(filed.state).toBe('filed');
    expect(steps[0]?.changes).toEqual([{ path: 'gmodel', before: '250克/袋', after: '500克/袋' }]);
    await stepGoods(ports, operator, key, 'return', '规格与条码不符');
    expect((await goodsSeenBy(ports, held.database, seller, key)).steps[0]?.reasons).toBe('规格与条码不符');
    await fileGoods(ports, seller, [coffee], false);
  });

  test('is told what the tariff of the day has against them', async () => {
    const { bad } = await fileGoods(ports, seller, [{ ...coffee, unit1: '011' }], false);
    expect(bad[0]?.findings).toMatchObject([{ code: 'REG-GOODS-LEGAL-UNIT', path: 'unit1' }]);
    const unknown = await fileGoods(ports, seller, [{ ...coffee, gcode: '9999999999' }], false);
    expect(unknown.bad[0]?.findings.map(({ code }) => code)).toEqual(['REG-GOODS-TARIFF-LINE']);
  });

  test('sees and changes nobody else’s, and finds its own by name, reading, letters, English, code and bar code', async () => {
    for (const typed of ['咖啡', 'kafeidou', 'blfkfd', 'bolaven', '0901', '6901234567892', '咖啡 kafei'])
      expect([typed, await found(typed)]).toEqual([typed, ['LAO-COFFEE-250']]);
    expect(await found('红茶')).toEqual([]);
    expect(await found('咖啡', other)).toEqual([]);
    await expect(goodsSeenBy(ports, held.database, other, key)).rejects.toMatchObject({ status: 404 });
    await expect(stepGoods(ports, other, key, 'withdraw')).rejects.toMatchObject({ status: 404 });
  });
});

describe('whoever works for the zone', () => {
  test('does not decide on goods entered by themselves, not even past the rules in the code', async () => {
    const entered = { ...coffee, itemNo: 'ENTERED' };
    await fileGoods(ports, operator, [entered], false);
    const step = stepGoods(ports, operator, { ...key, itemNo: 'ENTERED' }, 'approve');
    await expect(step).rejects.toMatchObject({ code: 'GOODS-FOUR-EYES' });
    const forced = `update registry.goods set state = 'approved', decided_by = filed_by where item_no = 'ENTERED'`;
    await expect(held.database.run(forced)).rejects.toThrow('goods_four_eyes');
  });
});

describe('a file of goods', () => {
  const head = '企业商品货号,itemName,gcode,gname,gmodel,条码,country,unit,unit1,validFrom\n';
  const row = (no: string, gcode = '0902100000') =>
    `${no},云南绿茶,${gcode},绿茶,100克/盒,无,142,136,035,2026-01-01\n`;

  test('has every bad row explained, and is taken in wholly or not at all unless the sound rows are asked for', async () => {
    const rows = readGoodsFile(
      `\uFEFF${head}${row('TEA-1')}${row('TEA-2', '0902')}${row('TEA-1')}`,
      '5301960002',
    );
    const refused = await fileGoods(ports, seller, rows, false);
    expect(refused).toMatchObject({ filed: 0, bad: [{ place: 2 }, { place: 3 }] });
    expect(refused.bad.map(({ findings }) => findings[0]?.code)).toEqual([
      'REG-GOODS-TARIFF-CODE',
      'REG-GOODS-TWICE',
    ]);
    expect(await fileGoods(ports, seller, rows, true)).toMatchObject({ filed: 1 });
    expect(await found('lvcha')).toEqual(['TEA-1']);
  });

  test('that lacks columns is told which', () => {
    expect(() => readGoodsFile('itemNo,colour\n1,red\n', '5301960002')).toThrow(/gcode.*not known: colour/);
    expect(() => readGoodsFile(`${head}1,2\n`, '5301960002')).toThrow('no table');
  });
});

test('goods that programs enter count as approved, and those that were there before are made findable', async () => {
  await goodsRegister(held.database).save([{ ...coffee, ebcCode: '5301960007', itemNo: 'OLD' }]);
  await held.database.run(`update registry.goods set spelled = null, terms = null where item_no = 'OLD'`);
  const mine: Actor = { who: 'x', party: '5301960007' };
  expect(await found('kafei', mine)).toEqual([]);
  await spellEverything(held.database, termsOfGoods);
  expect(await found('kafei', mine)).toEqual(['OLD']);
});

test('among many, goods are found without looking at all of them', async () => {
  await held.owner.run(`
    insert into registry.goods (ebc_code, item_no, item_name, gcode, gname, gmodel, country, unit, unit1, valid_from,
      spelled, terms)
    select '5301960008', 'N' || n, '商品', '0101010101', '商品', '-', '142', '035', '035', '2026-01-01',
      '商品' || n, array['商品', '商', '品', 'n' || n]
    from generate_series(1, 5000) n`);
  await held.owner.run('vacuum analyze registry.goods');
  const plan = await held.owner.query<{ 'QUERY PLAN': string }>(
    `explain select 1 from registry.goods where terms @> array['咖啡'] and strpos(spelled, '咖啡') > 0`,
  );
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('goods_terms');
});
