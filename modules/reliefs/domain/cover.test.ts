import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { loadCoverTable } from '../wiring.ts';
import { coverOf, coverTable } from './cover.ts';

const row = {
  ...{ code: 'GC-1', credit: 'aeo', share: '0.5', zh: '一半', en: 'half', from: '2026-01-01' },
  ...{ to: '2026-06-30', source: 's', confidence: 'D' },
};
const table = coverTable([row]);

describe('the cover an enterprise gives for the tax of its lists', () => {
  test('is none for those customs has certified, from the day the law says so, and all of it for anybody else', () => {
    const shipped = loadCoverTable();
    const tax = parseDecimal('25.21');
    const asked = (credit: string | undefined, day: string) => coverOf(tax, shipped.on(credit, day));
    expect(asked('aeo', '2026-03-01')).toBe(parseDecimal('0'));
    expect(asked('aeo', '2021-10-31')).toBe(tax);
    expect(asked('regular', '2026-03-01')).toBe(tax);
    expect(asked('dishonest', '2026-03-01')).toBe(tax);
    expect(asked(undefined, '2026-03-01')).toBe(tax);
  });

  test('is a share of the tax, to the cent, while its row holds', () => {
    expect(coverOf(parseDecimal('25.21'), table.on('aeo', '2026-06-30'))).toBe(parseDecimal('12.61'));
    expect(table.on('aeo', '2026-07-01')).toBeUndefined();
    // What was released by it stays explained.
    expect(table.row('GC-1')?.zh).toBe('一半');
  });

  test('is never more than the tax, nor read from a row that names no source', () => {
    expect(() => coverTable([{ ...row, share: '1.5' }])).toThrow('GC-1');
    expect(() => coverTable([{ ...row, source: '' }])).toThrow('GC-1');
    expect(() => coverTable([{ ...row, from: 'soon' }])).toThrow('GC-1');
  });
});
