import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { migrate } from './migrate.ts';

const cluster = inject('testCluster');
const NAME = `chama_test_migrate_${process.pid}`;
const owner = { ...cluster.owner, database: NAME };
const HISTORY = `create schema postgres;
create table postgres.migration (name text primary key, sha256 text not null, applied_at timestamptz default now());
comment on table postgres.migration is 'read-only: history';`;

let folder: string;
let administrator: pg.Client;
beforeAll(async () => {
  administrator = new pg.Client(cluster.owner);
  await administrator.connect();
});
afterAll(async () => {
  await administrator.query(`drop database if exists ${NAME}`);
  await administrator.end();
});
beforeEach(async () => {
  await administrator.query(`drop database if exists ${NAME}`);
  await administrator.query(`create database ${NAME} template template0`);
  folder = await mkdtemp(join(tmpdir(), 'chama-migrations-'));
  await put('0001_history.sql', HISTORY);
  return () => rm(folder, { recursive: true });
});

const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

async function ask(text: string, config: pg.ClientConfig = owner): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config);
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

describe('migrations', () => {
  test('are applied in their order, once, each recorded', async () => {
    await put('0003_third.sql', 'insert into parcels.parcel values (3)');
    await put('0002_second.sql', 'create schema parcels; create table parcels.parcel (no int)');
    expect(await migrate(owner, folder)).toEqual({
      applied: ['0001_history.sql', '0002_second.sql', '0003_third.sql'],
      already: 0,
    });
    expect(await migrate(owner, folder)).toEqual({ applied: [], already: 3 });
    expect(await ask('select count(*)::int as n from parcels.parcel')).toEqual([{ n: 1 }]);
  });

  test('are applied once by two programs that start together', async () => {
    await put('0002_slow.sql', 'create schema parcels; select pg_sleep(0.3)');
    const reports = await Promise.all([migrate(owner, folder), migrate(owner, folder)]);
    expect(reports.map(({ applied }) => applied.length).sort()).toEqual([0, 2]);
  });

  test('one that fails leaves nothing of itself, and what came before it', async () => {
    await put('0002_good.sql', 'create schema good');
    await put('0003_bad.sql', 'create schema half; create table nowhere.parcel ()');
    await expect(migrate(owner, folder)).rejects.toThrow(
      'database/migrations/0003_bad.sql: schema "nowhere" does not exist',
    );
    expect(await ask(`select nspname from pg_namespace where nspname in ('good', 'half')`)).toEqual([
      { nspname: 'good' },
    ]);
    await put('0003_bad.sql', 'create schema half');
    expect((await migrate(owner, folder)).applied).toEqual(['0003_bad.sql']);
  });

  test('are not changed by the line ends of another system', async () => {
    await migrate(owner, folder);
    await put('0001_history.sql', HISTORY.replaceAll('\n', '\r\n'));
    expect((await migrate(owner, folder)).applied).toEqual([]);
  });
});

describe('a history that differs is one sentence', () => {
  test('a file changed after it was applied', async () => {
    await migrate(owner, folder);
    await put('0001_history.sql', `${HISTORY}\n-- more`);
    await expect(migrate(owner, folder)).rejects.toThrow('The migration 0001_history.sql was changed');
  });

  test('a database made by a newer program', async () => {
    await put('0002_new.sql', 'create schema new');
    await migrate(owner, folder);
    await rm(join(folder, '0002_new.sql'));
    await expect(migrate(owner, folder)).rejects.toThrow(
      'made by a newer program (it has the migration 0002_new.sql',
    );
  });

  test('a file numbered before the last one applied', async () => {
    await put('0003_third.sql', 'create schema third');
    await migrate(owner, folder);
    await put('0002_late.sql', 'create schema late');
    await expect(migrate(owner, folder)).rejects.toThrow('0002_late.sql is numbered before 0003_third.sql');
  });

  test('a file that is misnamed, or two of one number', async () => {
    await put('2_two.sql', '');
    await expect(migrate(owner, folder)).rejects.toThrow('NNNN_name.sql, not 2_two.sql');
    await rm(join(folder, '2_two.sql'));
    await put('0001_also.sql', '');
    await expect(migrate(owner, folder)).rejects.toThrow('Two migrations have the number');
  });
});

describe.skipIf(cluster.application.user === cluster.owner.user)('the application’s role', () => {
  const application = { ...cluster.application, database: NAME };

  test('may do to a table what its comment says, and no more', async () => {
    await put(
      '0002_tables.sql',
      `create schema parcels; create table parcels.parcel (no int generated always as identity, note text);
       create table parcels.ledger (no int); comment on table parcels.ledger is 'append-only: movements';
       create table parcels.rate (no int); comment on table parcels.rate is 'read-only: rates';
       create sequence parcels.number; create view parcels.noted as select no from parcels.parcel`,
    );
    await migrate(owner, folder);
    const may = async (text: string) =>
      ask(text, application).then(
        () => true,
        (fault: Error) => !fault.message.includes('permission denied'),
      );
    const verbs = (table: string) => [
      `select no from ${table}`,
      `insert into ${table} default values`,
      `update ${table} set no = default where false`,
      `delete from ${table}`,
      `truncate ${table}`,
    ];
    const rights = async (table: string) => Promise.all(verbs(table).map(may));
    expect(await rights('parcels.parcel')).toEqual([true, true, true, true, false]);
    expect(await rights('parcels.ledger')).toEqual([true, true, false, false, false]);
    expect(await rights('parcels.rate')).toEqual([true, false, false, false, false]);
    expect(
      await Promise.all([may(`select nextval('parcels.number')`), may('select no from parcels.noted')]),
    ).toEqual([true, true]);
    expect(await ask(`select to_regclass('parcels.ledger') is not null as there`)).toEqual([{ there: true }]);
  });

  test('may not apply migrations: the sentence says who may', async () => {
    await migrate(owner, folder);
    await put('0002_more.sql', 'create schema more');
    await expect(migrate(application, folder)).rejects.toThrow(
      'The database account may not apply the migration 0002_more.sql (permission denied for database',
    );
  });
});
