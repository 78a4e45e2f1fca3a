import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parseFraction } from '#kernel';
import { enterpriseRoles } from './index.ts';
import { loadCodeLists } from './wiring.ts';

const lists = loadCodeLists();

describe('the code lists of this project', () => {
  test('they hold what the papers need', () => {
    expect(lists.name('currency', '142', 'zh')).toBe('人民币');
    expect(lists.name('country', '119', 'en')).toBe('Lao PDR');
    expect(lists.name('customs_offices', '8613', 'en')).toBe('Hekou Customs');
    expect(lists.name('unit', '035', 'en')).toBe('kilogram');
    expect(lists.name('customs_result', '1322', 'zh')).toBe('订单清单表体商品项不一致');
  });

  test('a supervision mode holds from its day', () => {
    expect(lists.has('supervision_mode', '9710', '2020-06-30')).toBe(false);
    expect(lists.has('supervision_mode', '9710', '2020-07-01')).toBe(true);
  });

  test('the roles of the register and of the code list are the same', () => {
    expect(lists.entries('enterprise_role').map((entry) => entry.code)).toEqual([...enterpriseRoles]);
  });

  test('every unit with a factor leads to a unit that is its own base', () => {
    for (const unit of lists.entries('unit')) {
      const { to_base_factor: factor = '', base_code: base = '' } = unit.more;
      expect([unit.code, factor === '']).toEqual([unit.code, base === '']);
      if (factor === '') continue;
      expect(parseFraction(factor).numerator > 0n).toBe(true);
      expect(lists.find('unit', base)?.more.base_code).toBe(base);
    }
  });

  test('our own result codes stay in their own range, official ones outside it', () => {
    for (const { code, confidence } of lists.entries('customs_result')) {
      const own = code >= '900001' && code <= '909999' && code.length === 6;
      expect([code, own]).toEqual([code, confidence === 'D']);
    }
  });
});

const FIELD = new URL('../../../shared/field/codelists/', import.meta.url);
describe.skipIf(!existsSync(FIELD))('the code lists against the fact sheets', () => {
  test.each([
    ['country', 'customs_code3'],
    ['unit', 'code'],
    ['package', 'code'],
    ['transport', 'code'],
    ['customs_offices', 'code'],
    ['supervision_mode', 'code'],
    ['trade_area_type', 'digit5'],
    ['trade_ent_type', 'digit6'],
  ] as const)('every code of %s is there with its name', (list, column) => {
    const facts: Record<string, string>[] = parse(readFileSync(new URL(`${list}.csv`, FIELD)), {
      columns: true,
    });
    expect(facts.length).toBeGreaterThan(5);
    for (const fact of facts) {
      const name = fact.name_zh ?? fact.short_zh;
      expect([fact[column], lists.name(list, fact[column] ?? '', 'zh')]).toEqual([fact[column], name]);
    }
  });
});
