import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { fourEyesFor } from '#four-eyes';
import { type OfficerAct, officerActs, officerTables } from './officer-tables.ts';

const rows = (file: string) =>
  parse<Record<string, string>>(readFileSync(new URL(`../../../contracts/${file}`, import.meta.url)), {
    columns: true,
    skip_empty_lines: true,
  });
const reasons = rows('export-reasons.csv');
const fourEyes = rows('export-four-eyes.csv');
const day = '2026-11-23';

describe('the reasons officers give for what they do with a held export', () => {
  test('there are some for every act, on the day', () => {
    const given = officerTables(reasons, []).reasonsOn(day);
    for (const act of officerActs)
      expect(given.filter((one) => one.act === act).length, act).toBeGreaterThan(0);
  });

  test('hold in their dates only', () => {
    const [row] = reasons;
    const ended = officerTables([{ ...row, from: '2026-01-01', to: '2026-02-01' }], []);
    expect(ended.reasonsOn('2026-01-31')).toHaveLength(1);
    expect(ended.reasonsOn('2026-02-02')).toEqual([]);
    expect(ended.reasonsOn('2025-12-31')).toEqual([]);
  });

  test('of no act, without a day, a source or words are refused with their row', () => {
    const [row] = reasons;
    for (const wrong of [{ act: 'burn' }, { from: '' }, { source: '' }, { zh: '' }, { confidence: 'X' }])
      expect(() => officerTables([{ ...row, ...wrong }], []), JSON.stringify(wrong)).toThrow('row 2');
  });
});

describe('what takes two officers of exports', () => {
  const code = (act: OfficerAct, value: string | null) =>
    fourEyesFor(officerTables([], fourEyes).fourEyesOn(day), act, { riskClass: null, value })?.code;

  test('is releasing or refusing a list of high value, and one whose value nobody knows', () => {
    expect(code('release', '50000')).toBeUndefined();
    expect(code('release', '50000.01')).toBe('FE-EXPORT-RELEASE');
    expect(code('release', null)).toBe('FE-EXPORT-RELEASE');
    expect(code('refuse', '50000.01')).toBe('FE-EXPORT-REFUSE');
    expect(code('inspect', null)).toBeUndefined();
  });

  test('cannot be told by a class of risk, which exports do not have', () => {
    const [row] = fourEyes;
    expect(() => officerTables([], [{ ...row, risk_class: 'red' }])).toThrow('row 2 of export-four-eyes.csv');
  });
});
