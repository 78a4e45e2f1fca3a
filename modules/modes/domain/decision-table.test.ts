import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import { decide, type Row } from './decision-table.ts';
import { exportFinish } from './export-finish.ts';

const { parameters } = loadTaxBook();
const rules = { day: '2026-05-01', parameters };
const cny = parseDecimal;

const row = (code: string, when: Row<string>['when'], more: Partial<Row<string>> = {}): Row<string> => ({
  code,
  rule: 'R-1.22',
  source: 'test',
  confidence: 'D',
  from: '2020-01-01',
  sentence: { zh: code, en: code },
  when,
  outcome: code,
  ...more,
});

describe('a decision table', () => {
  const table = [
    row('SMALL', [
      { fact: 'value', atMost: 'export.list_value_limit_cny' },
      { fact: 'licence', is: false },
    ]),
    row('OLD', [], { to: '2020-12-31' }),
    row('ANY', []),
  ];

  test('is read from the top: the first row that holds decides', () => {
    expect(decide(table, { value: cny('5000'), licence: false }, rules)).toMatchObject({
      outcome: 'SMALL',
      missing: [],
    });
    expect(decide(table, { value: cny('5000.01'), licence: false }, rules)).toMatchObject({ outcome: 'ANY' });
  });

  test('decides nothing while a missing fact could change the outcome, and names it', () => {
    const decided = decide(table, { value: cny('10') }, rules);
    expect(decided.outcome).toBeUndefined();
    expect(decided.missing).toEqual(['licence']);
  });

  test('needs no fact of a row that cannot hold any more', () => {
    expect(decide(table, { licence: true }, rules)).toMatchObject({ outcome: 'ANY', missing: [] });
  });

  test('rows hold in their own dates, and dated flags in theirs', () => {
    expect(decide(table, { licence: true }, { ...rules, day: '2020-06-01' }).outcome).toBe('OLD');
    const flag = [
      row('NEEDED', [{ parameter: 'export.receipt_message_required', is: 'true' }]),
      row('NOT', []),
    ];
    expect(decide(flag, {}, { ...rules, day: '2024-12-14' }).outcome).toBe('NEEDED');
    expect(decide(flag, {}, { ...rules, day: '2024-12-15' }).outcome).toBe('NOT');
  });
});

describe('how an export is finished', () => {
  const RETAIL = {
    mode: '9610',
    value: cny('4800'),
    exportDuty: false,
    refund: false,
    licence: false,
    pilotZone: true,
  };

  test('small, without duty, refund and licence, in a pilot zone: summary statistics with 4 digits', () => {
    const { outcome, by } = exportFinish(RETAIL, rules);
    expect(outcome).toEqual({ route: 'LIST_RELEASE_SUMMARY_STATISTICS', hsDigits: 4 });
    expect(by).toMatchObject({ rule: 'R-1.22', confidence: 'H' });
  });

  test.each([
    ['over the limit', { value: cny('5000.01') }],
    ['export duty', { exportDuty: true }],
    ['refund wanted', { refund: true }],
    ['licence needed', { licence: true }],
    ['outside a pilot zone', { pilotZone: false }],
  ])('%s: summary declaration with 10 digits', (_why, facts) => {
    expect(exportFinish({ ...RETAIL, ...facts }, rules).outcome).toEqual({
      route: 'LIST_RELEASE_SUMMARY_DECLARATION',
      hsDigits: 10,
    });
  });

  const B2B = { ...RETAIL, mode: '9710', inspection: false };
  test.each([
    ['a list with 6 digits up to the limit', {}, { route: 'CBEC_LIST_OR_DECLARATION', hsDigits: 6 }],
    [
      '10 digits where refund is wanted',
      { refund: true },
      { route: 'CBEC_LIST_OR_DECLARATION', hsDigits: 10 },
    ],
    ['a declaration form over the limit', { value: cny('5000.01') }, { route: 'DECLARATION', hsDigits: 10 }],
    [
      'a declaration form where inspection is due',
      { inspection: true },
      { route: 'DECLARATION', hsDigits: 10 },
    ],
  ])('9710: %s', (_what, facts, outcome) => {
    expect(exportFinish({ ...B2B, ...facts }, rules).outcome).toEqual(outcome);
  });

  test('any other mode is not finished here', () => {
    expect(exportFinish({ ...RETAIL, mode: '0110' }, rules).outcome).toBeUndefined();
  });
});
