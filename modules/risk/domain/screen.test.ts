import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportDeclaration } from '#ceb';
import { parseDecimal } from '#kernel';
import { loadRiskRules } from '../wiring.ts';
import type { RiskFacts, RiskSubject } from './rule.ts';
import { screen } from './screen.ts';

const rules = loadRiskRules();
const DAY = '2026-11-23';

interface Goods {
  readonly gcode?: string;
  readonly gname?: string;
  readonly itemName?: string;
}

function subjectOf(goods: readonly Goods[], dutiableValue?: string, tradeMode = '9610'): RiskSubject {
  const items = goods.map(({ gcode = '0901210000', gname = '咖啡', itemName }, at) => ({
    gnum: at + 1,
    gcode,
    gname,
    itemName,
  }));
  const head = {
    orderNo: 'CM1',
    tradeMode,
    logisticsCode: '5301960004',
    logisticsNo: 'DY1',
    buyerIdNumber: '530102199003071238',
  };
  return {
    // Screening reads these fields only.
    dossier: { declaration: { head, items } as unknown as ImportDeclaration },
    ...(dutiableValue === undefined ? {} : { dutiableValue: parseDecimal(dutiableValue) }),
  };
}

const listed: RiskFacts = { positiveListing: () => 'yes' };
const money = parseDecimal;
const codesOf = (subject: RiskSubject, facts: RiskFacts, day = DAY) =>
  screen(subject, facts, rules, day).hits.map((hit) => hit.rule);

describe('a list nothing speaks against', () => {
  test('is green', () => {
    const facts: RiskFacts = {
      ...listed,
      sameDayTotal: money('0'),
      recentAmounts: [],
      bondedOnly: () => false,
    };
    expect(screen(subjectOf([{}, {}], '300'), facts, rules, DAY)).toEqual({
      class: 'green',
      score: 0,
      hits: [],
    });
  });

  test('is green too when nothing beside the papers is known: rules without their facts are not asked', () => {
    expect(screen(subjectOf([{ gcode: '9999999999' }], '6000'), {}, rules, DAY).class).toBe('green');
  });
});

describe('goods (K10)', () => {
  test('off the positive list make the list red, whatever else is in it', () => {
    const facts: RiskFacts = { positiveListing: (code) => (code === '7103991000' ? 'no' : 'yes') };
    const result = screen(subjectOf([{}, { gcode: '7103991000', gname: '翡翠' }]), facts, rules, DAY);
    expect(result).toMatchObject({ class: 'red', score: 100 });
    expect(result.hits).toHaveLength(1);
    expect(result.hits[0]).toMatchObject({
      rule: 'RISK-POSITIVE-LIST',
      indicator: 'K10',
      group: 'trade',
      mode: 'live',
      veto: true,
      finding: { path: 'Inventory/InventoryList[2]/gcode', rule: 'R-6.3' },
    });
    expect(result.hits[0]?.finding.message.zh).toContain('第2项商品编码7103991000');
  });

  test('each line off the list is reported', () => {
    const facts: RiskFacts = { positiveListing: () => 'no' };
    expect(codesOf(subjectOf([{}, {}]), facts)).toEqual(['RISK-POSITIVE-LIST', 'RISK-POSITIVE-LIST']);
  });

  test('of unknown listing are pointed out and decide nothing', () => {
    for (const listing of ['unknown', undefined] as const) {
      const result = screen(subjectOf([{}]), { positiveListing: () => listing }, rules, DAY);
      expect(result).toMatchObject({ class: 'green', score: 0 });
      expect(result.hits.map(({ rule, mode }) => [rule, mode])).toEqual([['RISK-LISTING-UNKNOWN', 'watch']]);
    }
  });

  test('listed for bonded import only may come bonded, not direct', () => {
    const facts: RiskFacts = { ...listed, bondedOnly: () => true };
    expect(codesOf(subjectOf([{}], '1', '9610'), facts)).toEqual(['RISK-BONDED-ONLY']);
    expect(codesOf(subjectOf([{}], '1', '1210'), facts)).toEqual([]);
  });

  test.each([
    ['象牙手串', ['RISK-KEYWORD']],
    ['象牙白口红', []],
    ['象牙白底座的象牙摆件', ['RISK-KEYWORD']],
    ['玳瑁纹墨镜', []],
    ['虎骨酒与熊胆粉', ['RISK-KEYWORD', 'RISK-KEYWORD']],
    ['烘焙咖啡豆', []],
  ])('named %s: %j', (gname, expected) => {
    const result = screen(subjectOf([{ gname }]), listed, rules, DAY);
    expect(result.hits.map((hit) => hit.rule)).toEqual(expected);
    expect(result.class).toBe(expected.length > 0 ? 'red' : 'green');
  });

  test('are known by the seller’s name for them as well', () => {
    const [hit] = screen(subjectOf([{ itemName: '野生穿山甲片' }]), listed, rules, DAY).hits;
    expect(hit?.finding.path).toBe('Inventory/InventoryList[1]/itemName');
    expect(hit?.finding.message.en).toContain('pangolin');
  });

  test('a word counts from its day on', () => {
    expect(codesOf(subjectOf([{ gname: '电子烟' }]), listed, '2022-04-30')).toEqual([]);
    expect(codesOf(subjectOf([{ gname: '电子烟' }]), listed, '2022-05-01')).toEqual(['RISK-KEYWORD']);
  });
});

describe('split orders (K3)', () => {
  const sameDay = (others: string, own: string, day = DAY) =>
    codesOf(subjectOf([{}], own), { ...listed, sameDayTotal: money(others) }, day);

  test('orders of one day that add up to more than the limit are yellow', () => {
    expect(sameDay('3000', '2000')).toEqual([]);
    expect(sameDay('3000', '2000.01')).toEqual(['RISK-SPLIT-ORDERS']);
    const facts: RiskFacts = { ...listed, sameDayTotal: money('3000') };
    const result = screen(subjectOf([{}], '3000'), facts, rules, DAY);
    expect(result).toMatchObject({ class: 'yellow', score: 40 });
    expect(result.hits[0]?.finding.message.zh).toContain('5301**********1238');
    expect(JSON.stringify(result)).not.toContain('19900307');
  });

  test('one dear order alone is no splitting', () => {
    expect(sameDay('0', '12000')).toEqual([]);
  });

  test('the limit is that of the day', () => {
    expect(sameDay('1500', '600', '2018-12-31')).toEqual(['RISK-SPLIT-ORDERS']);
    expect(sameDay('1500', '600', '2019-01-01')).toEqual([]);
  });

  test('buying just under the limit for the third time in days is yellow', () => {
    const recent = (...amounts: string[]): RiskFacts => ({ ...listed, recentAmounts: amounts.map(money) });
    expect(codesOf(subjectOf([{}], '4900'), recent('4800', '5000'))).toEqual(['RISK-NEAR-LIMIT']);
    expect(codesOf(subjectOf([{}], '4900'), recent('4799.99', '5000'))).toEqual([]);
    expect(codesOf(subjectOf([{}], '300'), recent('4800', '5000', '4900'))).toEqual([]);
    expect(codesOf(subjectOf([{}]), recent('4800', '5000', '4900'))).toEqual([]);
  });

  test('two rules of one indicator do not add up to red', () => {
    const facts: RiskFacts = {
      ...listed,
      sameDayTotal: money('4900'),
      recentAmounts: ['4900', '4900'].map(money),
    };
    expect(screen(subjectOf([{}], '4900'), facts, rules, DAY)).toMatchObject({
      class: 'yellow',
      score: 40,
      hits: [{ rule: 'RISK-SPLIT-ORDERS' }, { rule: 'RISK-NEAR-LIMIT' }],
    });
  });
});

describe('waybills (K9)', () => {
  test('a waybill number of another order is yellow, its own is not', () => {
    expect(codesOf(subjectOf([{}]), { ...listed, waybillUsedBy: 'CM1' })).toEqual([]);
    const result = screen(subjectOf([{}]), { ...listed, waybillUsedBy: 'CM0' }, rules, DAY);
    expect(result).toMatchObject({ class: 'yellow', hits: [{ rule: 'RISK-WAYBILL-REUSED', version: 1 }] });
    expect(result.hits[0]?.finding.message.en).toContain('CM0');
  });

  test('with split orders on top the list is red: two indicators add up', () => {
    const facts: RiskFacts = { ...listed, waybillUsedBy: 'CM0', sameDayTotal: money('4000') };
    expect(screen(subjectOf([{}], '4000'), facts, rules, DAY)).toMatchObject({ class: 'red', score: 80 });
  });
});

test('score and class agree, and only live hits make them', () => {
  const facts = fc.record({
    positiveListing: fc.constantFrom('yes', 'no', 'unknown', undefined).map((value) => () => value),
    sameDayTotal: fc.integer({ min: 0, max: 9000 }).map((value) => money(String(value))),
    recentAmounts: fc.array(fc.constantFrom(money('4900'), money('100')), { maxLength: 4 }),
    waybillUsedBy: fc.option(fc.constantFrom('CM0', 'CM1'), { nil: undefined }),
  });
  fc.assert(
    fc.property(facts, fc.integer({ min: 1, max: 9000 }), (known, own) => {
      const result = screen(subjectOf([{}], String(own)), known, rules, DAY);
      const live = result.hits.filter((hit) => hit.mode === 'live');
      expect(result.score > 0).toBe(live.length > 0);
      const expected = result.score >= 70 ? 'red' : result.score >= 40 ? 'yellow' : 'green';
      expect(result.class).toBe(expected);
    }),
  );
});

describe('goods their seller has filed', () => {
  const filed = {
    ...{ gcode: '0901210000', gname: '已焙炒咖啡', country: '119', unit: '136', unit1: '035', price: '68' },
  };
  const line = { gnum: 1, itemNo: 'COFFEE', ...filed, itemName: '咖啡' };
  const look = (part: object, itemNo = 'COFFEE') => {
    const subject = subjectOf([{}]);
    const declaration = { ...subject.dossier.declaration, items: [{ ...line, ...part }] };
    const dossier = { declaration: declaration as unknown as ImportDeclaration };
    const facts = { ...listed, filedGoods: (asked: string) => (asked === itemNo ? filed : undefined) };
    return screen({ dossier }, facts, rules, DAY);
  };
  const told = (part: object) => look(part).hits.map(({ rule, finding }) => `${rule} ${finding.path}`);
  const at = (field: string) => `Inventory/InventoryList[1]/${field}`;

  test('and declared as filed, or under another number, are not spoken of', () => {
    expect(told({})).toEqual([]);
    expect(told({ gname: '已焙炒 咖啡（袋装）' })).toEqual([]);
    expect(look({ gcode: '0902300000' }, 'OTHER').hits).toEqual([]);
  });

  test('and declared otherwise are noted field by field, and hold nothing up', () => {
    const { hits, score } = look({ gcode: '0902300000', country: '142', gname: '红茶' });
    expect([hits.map(({ finding }) => finding.path), score]).toEqual([
      [at('gcode'), at('country'), at('gname')],
      0,
    ]);
    expect(new Set(hits.map(({ rule, mode }) => `${rule} ${mode}`))).toEqual(
      new Set(['RISK-GOODS-DIFFER watch']),
    );
  });

  test('at a price far off are noted, not at one that is near, in another unit, or of a gift', () => {
    expect(told({ price: '47.59' })).toEqual([`RISK-GOODS-PRICE ${at('price')}`]);
    expect(told({ price: '204.01' })).toEqual([`RISK-GOODS-PRICE ${at('price')}`]);
    expect(told({ price: '47.6' })).toEqual([]);
    expect(told({ price: '0' })).toEqual([]);
    expect(told({ price: '1', unit: '011' })).toEqual([`RISK-GOODS-DIFFER ${at('unit')}`]);
  });
});
