import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listRules } from '#clearance';
import { matchingRules } from '#matching';
import { riskRules } from '#risk';
import { TAX_RULES } from '#tax';
import { DECIDING_TABLES, editionOf } from './edition.ts';

const bytesOf = (table: string): Uint8Array =>
  readFileSync(new URL(`../../contracts/${table}`, import.meta.url));

test('the same tables and rules have the same edition', () => {
  expect(editionOf()).toBe(editionOf(bytesOf));
  expect(editionOf()).toMatch(/^[0-9a-f]{12}$/);
});

test('another byte in any table decisions are read from, the units among them, is another edition', () => {
  expect(DECIDING_TABLES).toContain('codelists/unit.csv');
  const editions = DECIDING_TABLES.map((changed) =>
    editionOf((table) => Buffer.concat([bytesOf(table), Buffer.from(table === changed ? '\n' : '')])),
  );
  expect(new Set([editionOf(), ...editions]).size).toBe(DECIDING_TABLES.length + 1);
});

test('another version of any rule in the code is another edition', () => {
  const rules: Readonly<Record<string, readonly object[]>> = {
    listRules,
    matchingRules,
    riskRules,
    TAX_RULES,
  };
  const editions = Object.keys(rules).map((group) => {
    const [first, ...others] = rules[group] ?? [];
    return editionOf(bytesOf, { ...rules, [group]: [{ ...first, version: 99 }, ...others] });
  });
  expect(new Set([editionOf(), ...editions]).size).toBe(5);
});
