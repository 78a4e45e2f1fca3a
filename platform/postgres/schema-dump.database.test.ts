import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dumpSchema } from './schema-dump.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

const { owner } = inject('testCluster');
const committed = new URL('../../database/schema.sql', import.meta.url);

let migrated: TestDatabase;
beforeAll(async () => {
  migrated = await testDatabase();
});
afterAll(() => migrated.close());

async function on<Result>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config);
  await client.connect();
  return work(client).finally(() => client.end());
}

/** The dump of an empty database in which `schema` has been run. */
async function dumpAfter(schema: string): Promise<string> {
  const name = `chama_test_${randomBytes(6).toString('hex')}`;
  await on(owner, (client) => client.query(`create database ${name} template template0`));
  const dump = await on({ ...owner, database: name }, async (client) => {
    await client.query(schema);
    return dumpSchema(client);
  });
  await on(owner, (client) => client.query(`drop database ${name}`));
  return dump;
}

describe('database/schema.sql', () => {
  test('is what the migrations make; if not, run npm run schema', async () => {
    expect(await readFile(committed, 'utf8')).toBe(await on({ connectionString: migrated.url }, dumpSchema));
  });

  test('makes the same schema in an empty database', async () => {
    const text = await readFile(committed, 'utf8');
    expect(await dumpAfter(text)).toBe(text);
  });
});

test('the dump of a schema holds every kind of object a migration may use, and can be run again', async () => {
  const dump = await dumpAfter(`
    create schema parcels;
    create type parcels.mode as enum ('9610', '1210');
    create domain parcels.weight as numeric(19,5) not null check (value > 0);
    create sequence parcels.number start with 10;
    create function parcels.stamp() returns trigger language plpgsql as $$ begin return new; end $$;
    comment on function parcels.stamp() is 'sets nothing';
    create table parcels.parcel (
      zone int not null, no bigint generated always as identity, mode parcels.mode not null, weight parcels.weight,
      name text collate "C" default 'it''s', twice numeric generated always as (zone * 2) stored,
      primary key (zone, no), unique (zone, name)
    ) partition by list (zone);
    create table parcels.parcel_one partition of parcels.parcel for values in (1);
    create table parcels.note (zone int, no bigint, foreign key (zone, no) references parcels.parcel);
    comment on column parcels.note.no is 'the parcel''s number';
    create index on parcels.parcel (mode) where zone = 1;
    create trigger stamped before insert on parcels.note for each row execute function parcels.stamp();
    create view parcels.light as select * from parcels.parcel where twice < 30;
    comment on view parcels.light is 'not heavy'`);
  const kinds = [
    "create type parcels.mode as enum ('9610', '1210');",
    'create domain parcels.weight as numeric(19,5) not null constraint',
    'create sequence parcels.number',
    'CREATE OR REPLACE FUNCTION parcels.stamp()',
    "comment on function parcels.stamp() is 'sets nothing';",
    'no bigint generated always as identity',
    `name text collate "C" default 'it''s'::text`,
    'twice numeric generated always as ((zone * 2)) stored',
    'partition by LIST (zone)',
    'create table parcels.parcel_one partition of parcels.parcel FOR VALUES IN (1)',
    'alter table parcels.note add constraint note_zone_no_fkey FOREIGN KEY',
    `comment on column parcels.note.no is 'the parcel''s number'`,
    'WHERE (zone = 1)',
    'CREATE TRIGGER stamped',
    'create view parcels.light as',
    "comment on view parcels.light is 'not heavy'",
  ];
  for (const kind of kinds) expect(dump).toContain(kind);
  expect(await dumpAfter(dump)).toBe(dump);
});
