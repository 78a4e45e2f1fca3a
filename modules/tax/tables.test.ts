import { describe, expect, test } from 'vitest';
import { formatDecimal, onDay } from '#kernel';
import { taxUnitOf } from './domain/consumption-tax.ts';
import { parameterOn, parseParameters, rateOn, taxRulesOn } from './domain/parameters.ts';
import { dutyRateOf, parseTariff, tariffLineOn } from './domain/tariff.ts';
import { parseUnits } from './domain/units.ts';
import { book, DAY } from './testing/order.ts';

describe('contracts/parameters.csv', () => {
  test('gives the limits of each day', () => {
    const on = (key: string, day: string) => parameterOn(book.parameters, key, day)?.value;
    expect(on('import.single_limit_cny', '2016-04-07')).toBeUndefined();
    expect(on('import.single_limit_cny', '2018-12-31')).toBe('2000');
    expect(on('import.single_limit_cny', '2019-01-01')).toBe('5000');
    expect(on('import.annual_limit_cny', DAY)).toBe('26000');
    expect(on('export.receipt_message_required', '2024-12-15')).toBe('false');
    expect(on('export.return_tax_free_months', '2028-01-01')).toBeUndefined();
    expect(on('positive_list.version', DAY)).toBe('2022');
  });

  test('has no day on which two values of one parameter hold', () => {
    for (const [key, values] of book.parameters) {
      values.forEach((value, index) => {
        const next = values[index + 1];
        if (next !== undefined) expect(value.to !== undefined && value.to < next.from, key).toBe(true);
      });
    }
  });

  test('says where every value comes from', () => {
    for (const values of book.parameters.values()) {
      for (const { source, rule, name } of values) {
        expect(rule).toMatch(/^R-\d/);
        expect([source, name.zh, name.en].every((text) => text.length > 0)).toBe(true);
      }
    }
  });

  test('the rules of a day carry their sources', () => {
    expect(taxRulesOn(book.parameters, DAY).factor).toMatchObject({
      rule: 'R-2.2',
      source: '财关税〔2016〕18号',
    });
  });

  test('a parameter that is no number is not taken for a rate', () => {
    expect(() => rateOn(book.parameters, 'export.receipt_message_required', DAY)).toThrow(/not a decimal/);
  });
});

describe('contracts/tariff.csv', () => {
  const lines = [...book.tariff.values()].flat();

  test('holds the goods of the field with their rates', () => {
    expect(lines.length).toBeGreaterThanOrEqual(124);
    const formula = tariffLineOn(book.tariff, '1901101090', DAY);
    expect(formula && formatDecimal(dutyRateOf(formula))).toBe('0.05');
    expect(tariffLineOn(book.tariff, '9102210090', DAY)?.consumptionTax).toMatchObject({
      type: 'av_if_unit',
    });
    expect(tariffLineOn(book.tariff, '9102210090', '2020-01-01')).toBeUndefined();
  });

  test('marks what the positive list says', () => {
    expect(tariffLineOn(book.tariff, '0401200000', DAY)).toMatchObject({
      positiveList: 'yes',
      bondedOnly: true,
    });
    expect(tariffLineOn(book.tariff, '0810600000', DAY)?.positiveList).toBe('no');
    expect(tariffLineOn(book.tariff, '2936270000', DAY)?.positiveList).toBe('unknown');
    const limits = lines.filter((line) => line.yearlyKgLimit !== undefined);
    expect(
      limits.map(({ code, yearlyKgLimit }) => [code, yearlyKgLimit && formatDecimal(yearlyKgLimit)]),
    ).toEqual([
      ['1701991010', '2'],
      ['1006302001', '20'],
    ]);
  });

  test('counts every consumption tax in a unit that one of the legal units measures', () => {
    const measures: Readonly<Record<string, readonly string[]>> = {
      'g/ml': ['035', '036', '095'],
      L: ['095'],
      piece: ['011', '008', '007'],
    };
    for (const line of lines) {
      const unit = taxUnitOf(line.consumptionTax);
      if (unit === undefined) continue;
      expect(
        [line.unit1, line.unit2].some((legal) => measures[unit]?.includes(legal ?? '')),
        line.code,
      ).toBe(true);
    }
  });

  test('knows every unit it names', () => {
    for (const { unit1, unit2, code } of lines) {
      expect(book.units.has(unit1), code).toBe(true);
      expect(unit2 === undefined || book.units.has(unit2), code).toBe(true);
    }
  });

  test('has one line a code and day', () => {
    for (const [code, dated] of book.tariff) {
      for (const line of dated) expect(onDay(dated, line.from), code).toBe(line);
    }
  });
});

describe('a table that cannot be read', () => {
  const parameter = {
    key: 'k',
    value: '1',
    unit: 'CNY',
    from: '2020-01-01',
    rule: 'R',
    source: 's',
    confidence: 'V',
    zh: '中',
    en: 'e',
  };
  const line = {
    code: '1901101090',
    zh: '中',
    en: 'e',
    category: 'c',
    flow: 'import',
    unit1: '035',
    mfn: '0.05',
    vat: '0.13',
  };
  const tariff = {
    ...line,
    ct_type: 'none',
    positive_list: 'yes',
    from: '2024-01-01',
    source: 's',
    confidence: 'V',
  };

  test.each<[string, () => unknown, RegExp]>([
    [
      'a day that is none',
      () => parseParameters([{ ...parameter, from: '2020-02-30' }]),
      /row 2, column from/,
    ],
    [
      'an unknown confidence',
      () => parseParameters([{ ...parameter, confidence: 'X' }]),
      /column confidence/,
    ],
    [
      'an empty cell',
      () => parseParameters([parameter, { ...parameter, source: ' ' }]),
      /row 3, column source/,
    ],
    ['a code of eight digits', () => parseTariff([{ ...tariff, code: '19011010' }]), /column code/],
    [
      'a rate in per cent',
      () => parseTariff([{ ...tariff, vat: '13' }]),
      /column vat: a rate is a share below 1/,
    ],
    [
      'a consumption tax without its rate',
      () => parseTariff([{ ...tariff, ct_type: 'av' }]),
      /column ct_rate/,
    ],
    [
      'a unit of no class',
      () => parseUnits([{ code: '001', class: 'weight' }]),
      /unit.csv, row 2, column class/,
    ],
  ])('%s is named with its row and column', (_name, read, message) => {
    expect(read).toThrow(message);
  });

  test('the rows themselves are good', () => {
    expect(parseParameters([parameter]).size + parseTariff([tariff]).size).toBe(2);
  });
});
