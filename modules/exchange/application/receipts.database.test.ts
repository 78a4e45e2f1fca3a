import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client, Database } from '#postgres';
import {
  type TestDatabase,
  testDatabase,
  transactionsEnded,
} from '../../../platform/postgres/testing/index.ts';
import { addReceipts } from '../storage/receipts.ts';
import { Notifier } from './notifier.ts';
import { fetchReceipts } from './receipts.ts';

const FIRM = '5301960001';

let rented: TestDatabase;
let database: Database;
beforeAll(async () => {
  rented = await testDatabase();
  database = rented.database;
});
afterAll(() => rented.close());
beforeEach(() => rented.owner.run('truncate exchange.receipt'));

const write = (client: Client, orderNo: string, recipient = FIRM, type = 'CEB622'): Promise<void> =>
  addReceipts(client, [
    {
      ...{ recipient, type, orderNo, returnStatus: '800', returnTime: '20261123130000000' },
      ...{ returnInfo: '[Code:2600;Desc:放行]', body: { guid: orderNo } },
    },
  ]);

const read = (
  cursor?: string,
  more: Partial<Parameters<typeof fetchReceipts>[2]> = {},
  notifier = new Notifier(),
) =>
  fetchReceipts(database, notifier, {
    ...{ recipient: FIRM, cursor, limit: 100, type: undefined, waitMs: 0, ...more },
  });

const orders = (receipts: readonly { readonly orderNo: string | null }[]) =>
  receipts.map(({ orderNo }) => orderNo);

describe('a reader with a cursor', () => {
  test('gets each receipt once and in order, page by page, and nobody else’s', async () => {
    await database.transaction(async (client) => {
      for (let i = 0; i < 5; i += 1) await write(client, `A${i}`);
      await write(client, 'B0', '5301960002');
    });
    await database.transaction((client) => write(client, 'A5'));
    await transactionsEnded(database);
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const receipts = await read(cursor, { limit: 2 });
      seen.push(...orders(receipts));
      cursor = receipts.at(-1)?.cursor ?? cursor;
    }
    expect(seen).toEqual(['A0', 'A1', 'A2', 'A3', 'A4', 'A5']);
  });

  test('never passes a transaction that is still open, so that none is skipped when it commits late', async () => {
    const slow = await database.connect();
    try {
      await slow.query('begin');
      await write(slow, 'begun first');
      await database.transaction((client) => write(client, 'committed first'));
      expect(await read()).toEqual([]);
      await slow.query('commit');
    } finally {
      slow.release();
    }
    await transactionsEnded(database);
    expect(orders(await read())).toEqual(['begun first', 'committed first']);
  });

  test('is given the earlier ones while a later transaction is open, and that one afterwards', async () => {
    await database.transaction((client) => write(client, 'early'));
    await transactionsEnded(database);
    const slow = await database.connect();
    let cursor: string | undefined;
    try {
      await slow.query('begin');
      await write(slow, 'late');
      const first = await read();
      expect(orders(first)).toEqual(['early']);
      cursor = first.at(-1)?.cursor;
      await slow.query('commit');
    } finally {
      slow.release();
    }
    await transactionsEnded(database);
    expect(orders(await read(cursor))).toEqual(['late']);
  });

  test('is given nothing of what was rolled back', async () => {
    const undone = database.transaction(async (client) => {
      await write(client, 'undone');
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await read()).toEqual([]);
  });

  test('may ask for one type only', async () => {
    await database.transaction(async (client) => {
      await write(client, 'paper', FIRM, 'CEB312');
      await write(client, 'list');
    });
    await transactionsEnded(database);
    expect(orders(await read(undefined, { type: 'CEB312' }))).toEqual(['paper']);
  });
});

/** Lets nobody look again by themselves: only a word wakes them. */
class Patient extends Notifier {
  override wait(keys: readonly string[], _timeoutMs: number, signal?: AbortSignal): Promise<void> {
    return super.wait(keys, 20_000, signal);
  }
}

describe('a reader that waits', () => {
  test('is woken by the first receipt, and need not look by itself', async () => {
    const notifier = new Patient();
    const waiting = read(undefined, { waitMs: 20_000 }, notifier);
    await database.transaction((client) => write(client, 'A'));
    await transactionsEnded(database);
    const word = setInterval(() => notifier.notify([FIRM]), 10);
    expect(orders(await waiting)).toEqual(['A']);
    clearInterval(word);
  });

  test('looks by itself too: another server may have written it', async () => {
    const waiting = read(undefined, { waitMs: 10_000 });
    await database.transaction((client) => write(client, 'A'));
    expect(orders(await waiting)).toEqual(['A']);
  });

  test('is answered with nothing when time is up, and when the house closes', async () => {
    const notifier = new Notifier();
    expect(await read(undefined, { waitMs: 30 }, notifier)).toEqual([]);
    const waiting = read(undefined, { waitMs: 10_000 }, notifier);
    notifier.close();
    expect(await waiting).toEqual([]);
  });
});
