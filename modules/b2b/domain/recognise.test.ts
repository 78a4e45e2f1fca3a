import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import { B2B_DATA, type B2bDatum } from './data-table.ts';
import { type B2bTrade, recognise } from './recognise.ts';
import { RECOGNITION } from './recognition-table.ts';

interface Case {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly day: string;
  readonly district?: string;
  readonly trade: Omit<B2bTrade, 'value' | 'has'> & {
    readonly value?: string;
    readonly has: readonly B2bDatum[];
  };
  readonly expected: Readonly<Record<string, unknown>>;
}

const { parameters } = loadTaxBook();
const { cases }: { cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('../../../contracts/b2b-cases.json', import.meta.url), 'utf8'),
);

describe('a trade', () => {
  test.each(cases)('$id $title', ({ day, district = '8600', trade, expected }) => {
    const { value, has, ...facts } = trade;
    const known = { ...facts, has: new Set(has), ...(value ? { value: parseDecimal(value) } : {}) };
    const { decided, finish, lacking, missing } = recognise(known, { day, district, parameters });
    expect({
      ...decided.outcome,
      ...(finish?.outcome ? { route: finish.outcome.route, hsDigits: finish.outcome.hsDigits } : {}),
      ...{ lacking: lacking.map(({ code }) => code), missing },
    }).toEqual(expected);
  });

  test('of every row of both tables there is a case, and each has its source', () => {
    const verdicts = new Set(cases.flatMap(({ expected }) => [expected.verdict]));
    for (const { outcome } of RECOGNITION) expect(verdicts).toContain(outcome.verdict);
    const rows = [...RECOGNITION, ...B2B_DATA];
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    for (const { rule, source } of rows)
      expect([/^R-\d/.test(rule), source.length > 5]).toEqual([true, true]);
  });
});
