import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { differencesOf } from './compare.ts';

const line = (gnum: string, valueAddedTax: string) => ({
  ...{ gnum, gcode: '2101110000', taxPrice: '100.00', customsTax: '0', consumptionTax: '0' },
  valueAddedTax,
});
const bill = (valueAddedTax: string, rows = [line('1', '9.10'), line('2', '16.11')], assureCode = 'G') => ({
  ...{ fields: { customsTax: '0', consumptionTax: '0', valueAddedTax, assureCode }, rows },
});
const ours = {
  ...{ tax: parseDecimal('25.21'), guarantor: 'G' },
  lines: new Map([
    ['1', parseDecimal('9.1')],
    ['2', parseDecimal('16.11')],
  ]),
};
const codes = (...said: Parameters<typeof bill>) =>
  differencesOf(bill(...said), ours).map(({ code, path }) => `${code} ${path}`);

describe('a tax bill of customs', () => {
  test('that says what was computed here, however it writes its figures, differs in nothing', () => {
    expect(codes('25.21')).toEqual([]);
    expect(codes('25.21000', [line('1', '9.1'), line('2', '16.110')])).toEqual([]);
  });

  test('that differs says where: the sum, its own lines, one line, the guarantor, all at once', () => {
    expect(codes('25.22')).toEqual(['DUTY-SUM Tax/TaxHeadRd', 'DUTY-LINES Tax/TaxHeadRd']);
    expect(codes('26.21', [line('1', '9.10'), line('2', '17.11')], 'OTHER')).toEqual([
      ...['DUTY-SUM Tax/TaxHeadRd', 'DUTY-GUARANTOR Tax/TaxHeadRd/assureCode'],
      'DUTY-LINE Tax/TaxListRd[1]',
    ]);
  });

  test('with what is no number is not taken for one that agrees', () => {
    expect(codes('free')).toContain('DUTY-SUM Tax/TaxHeadRd');
  });

  test('names both sums, ours and that of customs', () => {
    const [first] = differencesOf(bill('31.20', []), ours);
    expect(first?.message.en).toContain('31.20 ≠ 25.21');
  });
});
