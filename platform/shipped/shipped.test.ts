import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { shippedTable } from '#shipped';

const folder = mkdtempSync(join(tmpdir(), 'chama-shipped-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string): URL => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return pathToFileURL(file);
};

test('a shipped table is read once, and nobody can change what others read', () => {
  const rows = shippedTable('holidays.csv');
  expect(rows.length).toBeGreaterThan(10);
  expect(shippedTable('holidays.csv')).toBe(rows);
  expect(() => Object.assign(rows[0] ?? {}, { day: '2026-01-01' })).toThrow(TypeError);
  expect(() => (rows as unknown[]).push({})).toThrow(TypeError);
});

test('a table elsewhere is read as it is now', () => {
  const file = written('unit.csv', '\uFEFFcode,zh\n035,千克\n\n');
  expect(shippedTable(file)).toEqual([{ code: '035', zh: '千克' }]);
  written('unit.csv', 'code,zh\n011,件\n');
  expect(shippedTable(file)).toEqual([{ code: '011', zh: '件' }]);
});

test('a table that is not there, or has rows of unequal length, is a fault that says so', () => {
  expect(() => shippedTable('nothing.csv')).toThrow(/nothing\.csv/);
  expect(() => shippedTable(written('torn.csv', 'code,zh\n035\n'))).toThrow(/Invalid Record Length/);
});
