import { expect, test } from 'vitest';
import type { Day } from '#kernel';
import { loadProjections } from '../wiring.ts';
import { groundsOf } from './grounds.ts';

const rows = loadProjections();
const day = '2026-03-10' as Day;

test('every field an agency may see has a purpose and a law', () => {
  for (const agency of new Set(rows.map((row) => row.agency))) {
    const fields = rows
      .filter((row) => row.agency === agency)
      .map(({ document, field }) => `${document}.${field}`);
    const grounds = groundsOf(rows, agency, fields, day);
    expect(
      grounds.flatMap((one) => one.fields.map(({ document, field }) => `${document}.${field}`)).sort(),
    ).toEqual([...new Set(fields)].sort());
    for (const { purpose, basis } of grounds) expect([purpose.zh, purpose.en, basis]).not.toContain('');
  }
});

test('what an agency got is told by the law of its own rows, and nothing it did not get is told', () => {
  const [first, ...more] = groundsOf(rows, 'market', ['declaration.orderNo'], day);
  expect(more).toEqual([]);
  expect(first?.fields).toEqual([{ document: 'declaration', field: 'orderNo', form: 'clear' }]);
  const own = rows.filter((row) => row.agency === 'market').map(({ basis }) => basis);
  expect(own).toContain(first?.basis);
});
