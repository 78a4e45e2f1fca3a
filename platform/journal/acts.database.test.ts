import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../postgres/testing/index.ts';
import { type ActsWish, actsOf, notByPrograms } from './acts.ts';
import { record } from './journal.ts';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
  const entry = (kind: string, subject: string, at: string) => ({
    kind,
    subject,
    at: new Date(at),
    body: {},
  });
  await rented.database.transaction((client) =>
    record(client, [
      entry('goods-approved', 'A/1', '2026-03-09T15:59:59.999Z'),
      entry('declaration-released', 'P/1', '2026-03-10T01:00:00Z'),
      entry('dispatch-lost', 'customs/1', '2026-03-10T01:00:00Z'),
      entry('dispatch-replayed', 'customs/1', '2026-03-10T01:00:00Z'),
      ...['transit-alert-raised', 'export-released', 'tax-overdue', 'summary-made', 'gate-stopped'].map(
        (kind) => entry(kind, 'T/1', '2026-03-10T01:00:00Z'),
      ),
      entry('goods-returned', 'A/2', '2026-03-10T01:00:00Z'),
      entry('key-made', 'k', '2026-03-11T01:00:00Z'),
      entry('key-expiring', 'k', '2026-03-11T02:00:00Z'),
    ]),
  );
});
afterAll(() => rented.close());

const found = async (wish: Partial<ActsWish>): Promise<string[]> =>
  (await actsOf(rented.database, { limit: 10, ...wish })).map(({ kind }) => kind);

test('acts of people come newest first, without what programs record', async () => {
  expect(await found({})).toEqual(['key-made', 'goods-returned', 'dispatch-replayed', 'goods-approved']);
});

test('acts are found by the beginning of their kind, by subject and by day in China', async () => {
  expect(await found({ kind: 'goods-' })).toEqual(['goods-returned', 'goods-approved']);
  expect(await found({ kind: '%' })).toEqual([]);
  expect(await found({ subject: 'customs/1' })).toEqual(['dispatch-replayed']);
  expect(await found({ day: '2026-03-09' })).toEqual(['goods-approved']);
  expect(await found({ day: '2026-03-10' })).toEqual(['goods-returned', 'dispatch-replayed']);
});

test('page follows page, though several were done at once', async () => {
  const [, second] = await actsOf(rented.database, { limit: 2 });
  if (!second) throw new Error('There is no second act');
  const before = { at: second.at.toISOString(), tx: second.tx, seq: second.seq };
  expect(await found({ before, limit: 2 })).toEqual(['dispatch-replayed', 'goods-approved']);
});

test('the index holds acts alone, so that handing in and judging write nothing into it', async () => {
  await rented.owner.run('vacuum analyze journal.entry');
  const [index] = await rented.owner.query<{ held: number; all: number }>(
    `select i.reltuples::int as held, t.reltuples::int as "all" from pg_class i, pg_class t
     where i.oid = 'journal.entry_act'::regclass and t.oid = 'journal.entry'::regclass`,
  );
  expect(index).toEqual({ held: 4, all: 12 });
});

test('acts are found by that index, newest first without sorting', async () => {
  const client = await rented.database.connect();
  try {
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    const plan = await client.query<{ 'QUERY PLAN': string }>(
      `explain select at from journal.entry where ${notByPrograms} order by at desc, tx desc, seq desc limit 5`,
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('Backward using entry_act');
    expect(text).not.toContain('Sort');
    await client.query('commit');
  } finally {
    client.release();
  }
});
