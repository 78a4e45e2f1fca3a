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

type Connection = Awaited<ReturnType<TestDatabase['database']['connect']>>;

const processBehind = async (connection: Connection): Promise<number> =>
  (await connection.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid ?? 0;

/** The connection of a process, and those that were taken in the search for it: earlier tests may have left several. */
async function connectionOf(pid: number, { database }: TestDatabase): Promise<[Connection, Connection[]]> {
  const taken: Connection[] = [];
  for (let tries = 0; tries < 10; tries += 1) {
    const connection = await database.connect();
    taken.push(connection);
    if ((await processBehind(connection)) === pid) return [connection, taken];
  }
  for (const connection of taken) connection.release();
  throw new Error(`the connection of process ${pid} is not handed on`);
}

test('its connections are handed on with it, and nothing of what the test before left on them', async () => {
  let pid = 0;
  const name = await left(async ({ database }) => {
    const [connection, ...others] = [await database.connect(), await database.connect()];
    for (const other of others) other.release();
    pid = await processBehind(connection);
    await connection.query('select pg_advisory_lock(7)');
    await connection.query('listen planted');
    await connection.query(`set statement_timeout = '77s'`);
    await connection.query('begin');
    await connection.run(entry, ['never committed']);
    connection.release();
  });
  const next = await testDatabase();
  expect(await nameOf(next)).toBe(name);
  const { database } = next;
  const [connection, taken] = await connectionOf(pid, next);
  expect(
    await connection.query(
      `select current_setting('statement_timeout') as timeout,
         (select count(*)::int from pg_listening_channels()) as heard,
         (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as held,
         (select count(*)::int from journal.entry) as entries`,
    ),
  ).toEqual([{ timeout: '0', heard: 0, held: 0, entries: 0 }]);
  for (const one of taken) one.release();
  await next.close();
  // Who still asks when the test has ended is told so, and does not write into the next.
  await expect(database.query('select 1')).rejects.toThrow('after calling end');
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
