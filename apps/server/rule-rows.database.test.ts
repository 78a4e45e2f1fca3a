import { afterAll, beforeAll, expect, test } from 'vitest';
import { proposeEdition, stepEdition } from '../../modules/registry/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { type RunningServer, startServer } from './server.ts';
import { editableTables } from './tables.ts';

let rented: TestDatabase;
let server: RunningServer;

beforeAll(async () => {
  rented = await testDatabase();
  server = await startServer({ database: rented.database, port: 0 });
});
afterAll(async () => {
  await server.close();
  await rented.close();
});

const read = async (path: string) => {
  const answer = await fetch(`${server.url}${path}`);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};

test('anybody may read what decisions rest on: every rule and figure, with source and confidence', async () => {
  const { body: books } = await read('/api/rulebooks');
  const { current, editions } = books as unknown as { current: string; editions: { edition: string }[] };
  expect(editions.map(({ edition }) => edition)).toEqual([current]);
  const { body } = await read(`/api/rulebooks/${current}`);
  const rows = body.rows as unknown as { group: string; code: string; source: string; value?: string }[];
  expect(new Set(rows.map(({ group }) => group))).toEqual(
    new Set(['list', 'matching', 'risk', 'tax', 'figure']),
  );
  expect(rows.filter(({ source }) => source === '')).toEqual([]);
  const limits = rows.filter(({ code }) => code === 'import.single_limit_cny').map(({ value }) => value);
  expect(limits).toEqual(['2000', '5000']);
});

test('an edition is kept as it was first used, and one that never was is not there', async () => {
  const kept = await rented.database.query<{ at: Date }>(
    'select first_used_at as at from clearance.rulebook',
  );
  await server.close();
  server = await startServer({ database: rented.database, port: 0 });
  expect(await rented.database.query('select first_used_at as at from clearance.rulebook')).toEqual(kept);
  expect(await read('/api/rulebooks/000000000000')).toMatchObject({
    status: 404,
    body: { code: 'RULEBOOK-NOT-FOUND' },
  });
});

test('an edition that comes while the platform runs is kept as well: what decides now can always be read', async () => {
  const { tables } = server.parts;
  const { body: before } = await read('/api/rulebooks');
  const ports = {
    ...{ database: rented.database, now: () => new Date('2026-03-10T10:00:00+08:00') },
    tables: {
      names: editableTables,
      refresh: () => tables.refresh(),
      rows: (name: string) => tables.rows(name),
      read: (name: string, rows: Parameters<typeof tables.read>[1]) => tables.read(name, rows),
    },
  };
  const rows = tables.rows('transport');
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((name) => `"${row[name] ?? ''}"`).join(','));
  const text = [columns.join(','), ...lines, 'ZZ,管道,Pipeline,,,,,V'].join('\n');
  const source = '海关总署公告2026年第99号';
  const wish = { table: 'transport', from: '2026-07-01', source, note: '', text };
  const { edition } = await proposeEdition(ports, 'first', wish);
  await stepEdition(ports, 'second', edition.editionId, 'approve');
  const { body: after } = await read('/api/rulebooks');
  expect(after.current).not.toBe(before.current);
  expect((await read(`/api/rulebooks/${String(after.current)}`)).status).toBe(200);
});
