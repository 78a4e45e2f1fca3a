import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client } from '#postgres';
import { type TestDatabase, testDatabase, transactionsEnded } from '../postgres/testing/index.ts';
import { entriesAfter, type JournalEntry, latestCursor, record } from './journal.ts';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());
beforeEach(() => rented.owner.run('truncate journal.entry'));

const entry = (subject: string, body: object = {}): JournalEntry => ({
  at: new Date('2026-11-23T05:00:00.123Z'),
  kind: 'declaration-released',
  subject,
  body,
});
const write = (client: Client, ...subjects: string[]) =>
  record(
    client,
    subjects.map((subject) => entry(subject)),
  );
const read = async (cursor = '0.0', limit = 100): Promise<string[]> =>
  (await entriesAfter(rented.database, cursor, limit)).map(({ subject }) => subject);

test('an entry is read as it was written, with whatever characters', async () => {
  const odd = entry('P/订单\t"1"\\n', { text: 'a\tb\n\\c "d" 茶马 😀', amount: '1.50', none: null });
  await rented.database.transaction((client) => record(client, [odd]));
  await transactionsEnded(rented.database);
  const [found] = await entriesAfter(rented.database, '0.0', 10);
  expect(found).toEqual({ ...odd, cursor: expect.stringMatching(/^\d+\.\d+$/) });
});

test('a reader goes from entry to entry by cursor, each once and in order', async () => {
  await rented.database.transaction((client) => write(client, 'A', 'B', 'C'));
  await rented.database.transaction((client) => write(client, 'D'));
  await transactionsEnded(rented.database);
  const seen: string[] = [];
  let cursor = '0.0';
  for (let page = 0; page < 4; page += 1) {
    const entries = await entriesAfter(rented.database, cursor, 2);
    seen.push(...entries.map(({ subject }) => subject));
    cursor = entries.at(-1)?.cursor ?? cursor;
  }
  expect(seen).toEqual(['A', 'B', 'C', 'D']);
});

test('nothing is read at or above the oldest running transaction: what commits late is not skipped', async () => {
  const slow = await rented.database.connect();
  try {
    await slow.query('begin');
    await write(slow, 'begun first');
    await rented.database.transaction((client) => write(client, 'committed first'));
    expect(await read()).toEqual([]);
    await slow.query('commit');
  } finally {
    slow.release();
  }
  await transactionsEnded(rented.database);
  expect(await read()).toEqual(['begun first', 'committed first']);
});

test('a transaction that only reads holds nobody back', async () => {
  const reader = await rented.database.connect();
  try {
    await reader.query('begin');
    await reader.query('select count(*) from journal.entry');
    await rented.database.transaction((client) => write(client, 'A'));
    await transactionsEnded(rented.database);
    expect(await read()).toEqual(['A']);
    await reader.query('commit');
  } finally {
    reader.release();
  }
});

test('what is rolled back is never read', async () => {
  const undone = rented.database.transaction(async (client) => {
    await write(client, 'undone');
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  await rented.database.transaction((client) => write(client, 'kept'));
  await transactionsEnded(rented.database);
  expect(await read()).toEqual(['kept']);
});

test('the cursor of now passes over what was, and over nothing that is still being written', async () => {
  await rented.database.transaction((client) => write(client, 'before'));
  await transactionsEnded(rented.database);
  const slow = await rented.database.connect();
  try {
    await slow.query('begin');
    await write(slow, 'being written');
    const now = await latestCursor(rented.database);
    await rented.database.transaction((client) => write(client, 'after'));
    await slow.query('commit');
    await transactionsEnded(rented.database);
    expect(await read(now)).toEqual(['being written', 'after']);
  } finally {
    slow.release();
  }
});
