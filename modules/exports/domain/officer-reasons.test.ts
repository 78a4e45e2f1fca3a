import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { officerActs, officerReasonsOn, parseOfficerReasons } from './officer-reasons.ts';

const rows = parse<Record<string, string>>(
  readFileSync(new URL('../../../contracts/export-reasons.csv', import.meta.url)),
  { columns: true, skip_empty_lines: true },
);

describe('the reasons officers give for what they do with a held export', () => {
  test('there are some for every act, on the day', () => {
    const given = officerReasonsOn(parseOfficerReasons(rows), '2026-11-23');
    for (const act of officerActs)
      expect(given.filter(({ value }) => value === act).length, act).toBeGreaterThan(0);
  });

  test('hold in their dates only', () => {
    const [row] = rows;
    const ended = parseOfficerReasons([{ ...row, from: '2026-01-01', to: '2026-02-01' }]);
    expect(officerReasonsOn(ended, '2026-01-31')).toHaveLength(1);
    expect(officerReasonsOn(ended, '2026-02-02')).toEqual([]);
    expect(officerReasonsOn(ended, '2025-12-31')).toEqual([]);
  });

  test('of no act, without a day, a source or words are refused with their row', () => {
    const [row] = rows;
    for (const wrong of [{ act: 'burn' }, { from: '' }, { source: '' }, { zh: '' }, { confidence: 'X' }])
      expect(() => parseOfficerReasons([{ ...row, ...wrong }]), JSON.stringify(wrong)).toThrow('row 2');
  });
});
