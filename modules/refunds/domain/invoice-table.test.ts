import { describe, expect, test } from 'vitest';
import { invoiceColumns, invoiceOf, tableFaults } from './invoice-table.ts';

const rules = { today: '2026-07-10', isUnit: (code: string) => code === '011' };
const texts = (part: 'head' | 'line') =>
  Object.fromEntries(
    invoiceColumns.filter((one) => one.part === part).map(({ name, example }) => [name, example]),
  );
const head = { ...texts('head'), invoicedOn: '20260701' };
const line = texts('line');
const faults = (change: object, of: 'head' | 'line' = 'line') =>
  tableFaults(
    of === 'head' ? { ...head, ...change } : head,
    [of === 'line' ? { ...line, ...change } : line],
    rules,
  ).map(({ code, field }) => `${code} ${field}`);

describe('a table of purchase invoices', () => {
  test('is sound as its template shows it, its days as tables give them', () => {
    expect(tableFaults(head, [line], rules)).toEqual([]);
    expect(invoiceOf(head, [line])).toMatchObject({ invoicedOn: '2026-07-01', lines: [{ line: 1 }] });
  });

  test('may leave its lines unnumbered: they are counted as they stand', () => {
    const { line: _, ...unnumbered } = line;
    expect(invoiceOf(head, [unnumbered, unnumbered]).lines.map((one) => one.line)).toEqual([1, 2]);
    expect(tableFaults(head, [unnumbered, unnumbered], rules)).toEqual([]);
  });

  test('tells of everything that is missing or not written as it should be, before it asks what agrees', () => {
    expect(tableFaults({}, [{}], rules).map(({ field }) => field)).toEqual(
      invoiceColumns.filter(({ name }) => name !== 'line').map(({ name }) => name),
    );
    expect(faults({ sellerUscc: '9153', invoicedOn: '20260230' }, 'head')).toEqual([
      'REFUND-FIELD-FORM invoicedOn',
      'REFUND-FIELD-FORM sellerUscc',
    ]);
    for (const wrong of [
      ...[{ quantity: '0' }, { quantity: '-1' }, { net: '1.234' }, { vat: '十' }, { vatRate: '13%' }],
      ...[{ unit: '11' }, { line: '0' }, { gname: '字'.repeat(251) }],
    ])
      expect(faults(wrong), JSON.stringify(wrong)).toEqual([`REFUND-FIELD-FORM ${Object.keys(wrong)[0]}`]);
  });

  test('is held to what invoices typed one by one are held to, line by line', () => {
    expect(faults({ vat: '780.02' })).toEqual(['REFUND-INVOICE-VAT vat']);
    expect(faults({ vat: '780.01' })).toEqual([]);
    expect(faults({ unit: '012' })).toEqual(['REFUND-CODE unit']);
    expect(faults({ invoicedOn: '20260711' }, 'head')).toEqual(['REFUND-DAY invoicedOn']);
    expect(tableFaults(head, [line, line], rules)).toMatchObject([
      { code: 'REFUND-INVOICE-LINES', line: 1, field: 'line' },
    ]);
  });

  test('has no invoice of more lines than may be filed at once', () => {
    const { line: _, ...unnumbered } = line;
    const many = (count: number) => tableFaults(head, Array(count).fill(unnumbered), rules);
    expect(many(200)).toEqual([]);
    expect(many(201)).toMatchObject([{ code: 'REFUND-INVOICE-LONG' }]);
  });
});
