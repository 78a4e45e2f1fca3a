import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { emptied } from './again.ts';
import { type TestDatabase, testDatabase } from './index.ts';

const entry = `insert into journal.entry (kind, subject, at, body) values ('key-made', $1, now(), '{}')`;
const nameOf = async ({ owner }: TestDatabase): Promise<string> =>
  (await owner.query<{ name: string }>('select current_database() as name'))[0]?.name ?? '';

/** A database as a test file leaves it: its pools are closed when it is emptied. */
async function left(work: (rented: TestDatabase) => Promise<unknown>): Promise<string> {
  const rented = await testDatabase();
  await work(rented);
  const name = await nameOf(rented);
  await rented.close();
  return name;
}

test('a database is handed on, with nothing in it and its numbers begun anew', async () => {
  const name = await left(async ({ database }) => {
    for (const subject of ['one', 'two']) await database.run(entry, [subject]);
  });
  const next = await testDatabase();
  expect(await nameOf(next)).toBe(name);
  expect(await next.database.query('select * from journal.entry')).toEqual([]);
  await next.database.run(entry, ['three']);
  const numbers = 'select seq::text as seq from journal.entry';
  expect(await next.database.query(numbers)).toEqual([{ seq: '1' }]);
  await next.close();
});

test('one whose address was told, or in which more was changed than rows, is not handed on', async () => {
  const told = await left(async (rented) => expect(rented.url).toContain('postgres://'));
  const next = await testDatabase();
  expect(await nameOf(next)).not.toBe(told);
  await next.close();
  const { owner, pristine } = inject('testCluster');
  for (const change of [
    'create table public.planted (no int)',
    'alter table journal.entry add column planted int',
    'drop trigger if exists planted on journal.entry; create schema planted',
    'revoke select on journal.entry from public; grant select on journal.entry to public',
    'delete from postgres.migration',
  ]) {
    const rented = await testDatabase();
    await rented.owner.run(change);
    const client = new pg.Client({ ...owner, database: await nameOf(rented) });
    await client.connect();
    expect(await emptied(client, pristine).finally(() => client.end()), change).toBe(false);
    await rented.close();
  }
});
