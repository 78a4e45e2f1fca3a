import { describe, expect, test } from 'vitest';
import { formatDecimal } from '#kernel';
import { parameterOn } from '#tax';
import { loadCodeLists } from '../../registry/wiring.ts';
import { loadCoverTable } from '../../reliefs/wiring.ts';
import { loadTaxBook } from '../../tax/wiring.ts';
import { loadSamplingRates } from '../wiring.ts';
import { creditClasses, likeGoods, planOf, rateOf, type SampledList } from './rates.ts';
import { parseSamplingRates } from './tables.ts';

const plan = planOf(loadSamplingRates(), '2026-05-01');
const none: ReadonlySet<string> = new Set();
const list = (gcode: string, more: Partial<SampledList> = {}, country = '601'): SampledList => ({
  ...{ items: [{ gcode, country }], declarant: 'regular', seller: 'regular' },
  ...more,
});
const rated = (one: SampledList, raised = none) => {
  const found = rateOf(plan, one, raised);
  return found && `${formatDecimal(found.rate)} ${found.why}`;
};

describe('the rate at which a list is drawn', () => {
  test('is that of its goods, the narrowest row first', () => {
    expect(rated(list('6109100000'))).toBe('0.02 SAMPLE-ALL');
    expect(rated(list('1905310000'))).toBe('0.05 SAMPLE-FOOD');
    expect(rated(list('1901101010'))).toBe('0.1 SAMPLE-INFANT');
  });

  test('goes by the origin where a row names it', () => {
    expect(rated(list('0801320000', {}, '141'))).toBe('0.1 SAMPLE-FRUIT-NEIGHBOURS');
    expect(rated(list('0801320000', {}, '502'))).toBe('0.05 SAMPLE-FOOD');
  });

  test('is the highest of its lines', () => {
    const items = [
      { gcode: '6109100000', country: '601' },
      { gcode: '3304990099', country: '601' },
    ];
    expect(rated(list('', { items }))).toBe('0.05 SAMPLE-COSMETICS');
  });

  test('is below a fifth for an advanced certified declarant (R-5.7), whoever sells', () => {
    expect(rated(list('1905310000', { declarant: 'aeo' }))).toBe('0.0095 SAMPLE-FOOD SAMPLE-AEO');
    expect(rated(list('1905310000', { seller: 'aeo' }))).toBe('0.05 SAMPLE-FOOD');
    // No source says how much less often those are drawn that are certified without being advanced certified.
    expect(rated(list('1905310000', { declarant: 'certified' }))).toBe('0.05 SAMPLE-FOOD');
  });

  test('is at least four fifths where declarant or seller is dishonest (R-5.7)', () => {
    expect(rated(list('6109100000', { declarant: 'dishonest' }))).toBe('0.8 SAMPLE-DISHONEST');
    expect(rated(list('6109100000', { declarant: 'aeo', seller: 'dishonest' }))).toBe('0.8 SAMPLE-DISHONEST');
    expect(rated(list('6109100000', { seller: 'seriously-dishonest' }))).toBe(
      '0.8 SAMPLE-SERIOUSLY-DISHONEST',
    );
  });

  test('is one where like goods of the same origin were found not to conform (R-6.6), for anybody', () => {
    const raised = new Set([likeGoods('19', '601')]);
    expect(rated(list('1905310000', { declarant: 'aeo' }), raised)).toBe('1 SAMPLE-RAISED');
    expect(rated(list('1905310000', {}, '502'), raised)).toBe('0.05 SAMPLE-FOOD');
  });

  test('nothing is inspected by the rates as they are shipped', () => {
    expect(loadSamplingRates().every(({ mode }) => mode === 'watch')).toBe(true);
  });
});

test('the classes of credit are those of the code list, three of them until the five of decree 282 (R-5.6)', () => {
  const lists = loadCodeLists();
  const given = (day: string) => creditClasses.filter((one) => lists.has('customs_credit', one, day));
  expect(lists.entries('customs_credit').map(({ code }) => code)).toEqual([...creditClasses]);
  const { parameters } = loadTaxBook();
  for (const day of ['2026-03-31', '2026-04-01'])
    expect(parameterOn(parameters, 'customs.credit_levels', day)?.value).toBe(String(given(day).length));
  // Cover is asked for by the same classes, and by no others.
  const named = new Set(loadSamplingRates().flatMap((row) => ('credit' in row ? [row.credit] : [])));
  for (const credit of creditClasses) {
    const cover = loadCoverTable().on(credit, '2026-04-01');
    expect([credit, cover !== undefined]).toEqual([credit, named.has(credit)]);
  }
});

test('a row that cannot be read is named', () => {
  const row = { code: 'X', kind: 'goods', hs: '1', value: '0.1', mode: 'watch', zh: '一', en: 'one' };
  const dated = { ...row, rule: 'R-6.6', from: '2026-01-01', source: 's', confidence: 'D' };
  expect(() => parseSamplingRates([dated])).toThrow('row 2, column hs');
  expect(() => parseSamplingRates([{ ...dated, hs: '', value: '1.1' }])).toThrow('column value');
  expect(() => parseSamplingRates([{ ...dated, kind: 'raised', days: '0' }])).toThrow('column days');
});
