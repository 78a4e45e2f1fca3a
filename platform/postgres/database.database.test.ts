import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CopyText } from './copy-text.ts';
import { copyRows, poolOn, ReadersBusy } from './database.ts';
import { statement } from './statement.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase();
  await test_.owner.query(
    'create table public.parcel (no text primary key, weight numeric(19,5), pieces int, note text)',
  );
  await test_.owner.query('grant select, insert, update, delete on public.parcel to public');
});
afterAll(() => test_.close());

describe('a database', () => {
  test('keeps numeric and bigint exact as text, dates as days, jsonb parsed', async () => {
    const rows = await test_.database.query(
      `select 12.50000::numeric(19,5) as n, 9007199254740993::bigint as i, '2026-01-31'::date as d,
        '{"a":[1]}'::jsonb as j, 7::int as s, '2026-01-31T00:00:00Z'::timestamptz as t`,
    );
    expect(rows).toEqual([
      {
        n: '12.50000',
        i: '9007199254740993',
        d: '2026-01-31',
        j: { a: [1] },
        s: 7,
        t: new Date('2026-01-31T00:00:00Z'),
      },
    ]);
  });

  test('works with a role that has rows but no tables', async () => {
    const [who] = await test_.database.query('select current_user as name');
    if (who?.name !== 'chama_app') return;
    await expect(test_.database.query('create table public.mine ()')).rejects.toThrow(/permission denied/);
    await expect(test_.database.query('delete from postgres.migration')).rejects.toThrow(/permission denied/);
    expect(await test_.database.query('select name from postgres.migration')).not.toEqual([]);
  });

  test('undoes a transaction that throws', async () => {
    const work = test_.database.transaction(async (client) => {
      await client.run('insert into public.parcel (no) values ($1)', ['undone']);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await test_.database.query('select from public.parcel where no = $1', ['undone'])).toEqual([]);
  });

  test('prepares a statement once and answers with rows or their number', async () => {
    const add = statement('insert into public.parcel (no, pieces) select unnest($1::text[]), $2');
    expect(await test_.database.run(add, [['a', 'b'], 2])).toBe(2);
    expect(
      await test_.database.query(statement('select no from public.parcel where pieces = $1'), [2]),
    ).toHaveLength(2);
  });
});

describe('readers', () => {
  test('never take a connection of the others, and are told when they look for too long', async () => {
    const database = poolOn({ connectionString: test_.url }, { readers: 1, connections: 1, lookMs: 3_000 });
    const looks = Array.from({ length: 3 }, () => database.readers.query('select pg_sleep(30)'));
    const told = Promise.all(looks.map((look) => expect(look).rejects.toThrow(ReadersBusy)));
    const begun = performance.now();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(performance.now() - begun).toBeLessThan(2_500);
    await told;
    expect(await database.readers.transaction((client) => client.query('select 2 as two'))).toEqual([
      { two: 2 },
    ]);
    await expect(database.readers.query('select nothing')).rejects.toThrow(/does not exist/);
    await database.close();
  });
});

describe('rows by COPY', () => {
  const columns = ['no', 'weight', 'pieces', 'note'];

  test('arrive as they were, with tabs, line ends, backslashes and Chinese text', async () => {
    const note = 'tab\there\nline\r\\N \\. 玫瑰花饼 🌹';
    const rows = [
      ['p1', '1.50000', 1, note],
      ['p2', null, undefined, '\\N'],
    ];
    expect(
      await test_.database.transaction((client) => copyRows(client, 'public.parcel', columns, rows)),
    ).toBe(2);
    const kept = await test_.database.query(
      `select * from public.parcel where no in ('p1', 'p2') order by no`,
    );
    expect(kept).toEqual([
      { no: 'p1', weight: '1.50000', pieces: 1, note },
      { no: 'p2', weight: null, pieces: null, note: '\\N' },
    ]);
  });

  test('can be many megabytes', async () => {
    const text = new CopyText();
    for (let place = 0; place < 20_000; place += 1)
      text.add(`many-${place}`).add('1').add(place).add('水'.repeat(100)).end();
    expect(text.rows).toBe(20_000);
    expect(await test_.database.transaction((client) => client.copy('public.parcel', columns, text))).toBe(
      20_000,
    );
  });

  test('none of which stays when one is refused, and the connection goes on', async () => {
    const rows = Array.from({ length: 50_000 }, (_, place) => [
      `bad-${place}`,
      place === 10 ? 'x' : '1',
      1,
      '水'.repeat(100),
    ]);
    const connection = await test_.database.connect();
    await expect(connection.copy('public.parcel', columns, rows)).rejects.toThrow(
      /invalid input syntax for type numeric/,
    );
    expect(await connection.query(`select from public.parcel where no like 'bad-%'`)).toEqual([]);
    await expect(connection.copy('public.nowhere', columns, rows)).rejects.toThrow(/does not exist/);
    expect(await connection.copy('public.parcel', columns, [])).toBe(0);
    expect(await connection.copy('public.parcel', columns, [['after', '1', 1, '']])).toBe(1);
    connection.release();
  });
});
