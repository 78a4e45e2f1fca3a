import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#postgres';
import { type TestDatabase, testDatabase } from '../postgres/testing/index.ts';
import type { DocumentRow } from './document.ts';
import { DocumentTable } from './document-table.ts';

/** A kind of document as small as can be, with everything a table may have. */
const shape = {
  table: 'house.letter',
  head: ['guid', 'appType', 'appTime', 'appStatus', 'orderNo', 'firmCode', 'amount', 'pieces', 'note'],
  items: ['gnum', 'goodsName', 'price', 'note'],
  key: ['firmCode'],
  parties: ['firmCode'],
  extra: ['our_number'],
};

let rented: TestDatabase;
let database: Database;
let table: DocumentTable;
beforeAll(async () => {
  rented = await testDatabase();
  database = rented.owner;
  await database.run('create schema house');
  await database.run(`create table house.letter (
    our_number text not null, sender text not null, message_id uuid not null, received_at timestamptz not null,
    content_hash uuid not null, deleted boolean not null, return_status text not null, return_info text not null,
    sent_for text,
    guid text not null, app_type text not null, app_time text not null, app_status text not null,
    order_no text not null, firm_code text not null, amount numeric, pieces integer, note text,
    primary key (order_no, firm_code))`);
  await database.run(`create table house.letter_item (order_no text not null, firm_code text not null,
    gnum integer not null, goods_name text not null, price numeric, note text,
    primary key (order_no, firm_code, gnum))`);
});
afterAll(() => rented.close());
beforeEach(async () => {
  await database.run('truncate house.letter, house.letter_item');
  table = new DocumentTable(shape);
});

interface Letter {
  readonly head: Readonly<Record<string, string | number | undefined>>;
  readonly items: readonly Readonly<Record<string, string | number | undefined>>[];
}

const letter = (head: Letter['head'] = {}, items: Letter['items'] = []): Letter => ({
  head: {
    ...{ guid: 'G1', appType: '1', appTime: '20261123120000', appStatus: '2', orderNo: 'D1', firmCode: 'F1' },
    ...head,
  },
  items,
});

let messages = 0;
function rowOf(document: Letter, more: Partial<DocumentRow> = {}): DocumentRow {
  messages += 1;
  return {
    document,
    prepared: table.prepare(document, database.vault),
    sender: 'F1',
    messageId: `00000000-0000-7000-8000-${String(messages).padStart(12, '0')}`,
    receivedAt: '2026-11-23T05:00:00.123Z',
    ...{ returnStatus: '120', returnInfo: '', deleted: false, extra: ['N1'] },
    ...more,
  };
}

const insert = (...rows: DocumentRow[]) => database.transaction((client) => table.insert(client, rows));
const replace = (...rows: DocumentRow[]) => database.transaction((client) => table.replace(client, rows));
/** Another server on the same database: it has nothing at hand. */
const elsewhere = () => new DocumentTable(shape);
const load = (by: DocumentTable, ...orders: string[]) =>
  database.transaction((client) => by.load<Letter>(client, orders));
const find = (...orders: string[]) => database.transaction((client) => elsewhere().find(client, orders));

/** Text as XML may carry it. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    '\\N',
    '\\',
    '\t',
    'a\nb',
    '\r\n',
    '\\.',
    "'; drop table",
    '茶马',
    '😀',
    '\u0085',
    'N\\A',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((any) => any.replaceAll('\u0000', '')),
);
const decimal = fc
  .tuple(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.stringMatching(/^(\.\d{0,4}[1-9])?$/))
  .map(([whole, rest]) => `${whole}${rest}`);

describe('a document', () => {
  test('is read back to the character, whatever its texts and amounts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(text, { nil: undefined }),
        fc.option(decimal, { nil: undefined }),
        fc.array(fc.record({ goodsName: text, price: decimal }), { maxLength: 3 }),
        async (note, amount, lines) => {
          await database.run('truncate house.letter, house.letter_item');
          const items = lines.map((line, at) => ({ gnum: at + 1, ...line }));
          const document = letter(
            { ...(note === undefined ? {} : { note }), ...(amount ? { amount } : {}) },
            items,
          );
          await insert(rowOf(document));
          expect((await load(elsewhere(), 'D1'))[0]?.document).toEqual(document);
          expect((await load(table, 'D1'))[0]?.document).toEqual(document);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('keeps a field that is empty apart from one that is absent', async () => {
    await insert(rowOf(letter({ note: '' })), rowOf(letter({ orderNo: 'D2', note: undefined })));
    const [empty, absent] = await load(elsewhere(), 'D1', 'D2');
    expect(empty?.document.head).toHaveProperty('note', '');
    expect(absent?.document.head).not.toHaveProperty('note');
  });

  test.each(['12.5', '0', '0.00001', '99999999999999.99999', '-1', '12.50'])(
    'keeps the amount %s as it was sent',
    async (amount) => {
      await insert(rowOf(letter({ amount })));
      expect((await load(elsewhere(), 'D1'))[0]?.document.head.amount).toBe(amount);
    },
  );

  test('comes back with who sent it, in which message, when, and our own number', async () => {
    const row = rowOf(letter({ pieces: 7 }));
    await insert(row);
    expect(await load(elsewhere(), 'D1')).toEqual([
      {
        document: row.document,
        key: table.keyOf(row.document.head),
        sender: 'F1',
        messageId: row.messageId,
        receivedAt: new Date('2026-11-23T05:00:00.123Z'),
        extra: ['N1'],
      },
    ]);
    expect((await load(table, 'D1'))[0]).toEqual((await load(elsewhere(), 'D1'))[0]);
  });

  test('that was sent for another enterprise says so, whether it is at hand or read', async () => {
    await insert(rowOf(letter(), { sentFor: 'F2' }), rowOf(letter({ orderNo: 'D2' })));
    for (const by of [table, elsewhere()])
      expect((await load(by, 'D1', 'D2')).map((found) => found.sentFor)).toEqual(['F2', undefined]);
  });

  test('has its goods lines in the order of their numbers, whether it is at hand or read', async () => {
    const lines = [3, 1, 2].map((gnum) => ({ gnum, goodsName: `tea ${gnum}` }));
    await insert(rowOf(letter({}, lines)));
    for (const by of [table, elsewhere()])
      expect((await load(by, 'D1'))[0]?.document.items.map(({ gnum }) => gnum)).toEqual([1, 2, 3]);
  });

  test('is known by its key: two firms may use one order number', async () => {
    await insert(rowOf(letter()), rowOf(letter({ firmCode: 'F2' })));
    expect([...(await find('D1')).keys()].sort()).toEqual(
      [table.keyOf(letter().head), table.keyOf(letter({ firmCode: 'F2' }).head)].sort(),
    );
    expect(await load(elsewhere(), 'D1')).toHaveLength(2);
  });

  test('that is on file cannot be written a second time', async () => {
    await insert(rowOf(letter()));
    await expect(insert(rowOf(letter()))).rejects.toMatchObject({ code: '23505' });
  });
});

/** Waits until the question has an answer. */
async function until(question: string): Promise<void> {
  while ((await database.query(question)).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('what is found on file', () => {
  test('tells what a repeat or a change is judged by, deletions included', async () => {
    await insert(
      rowOf(letter({ orderNo: 'D2' }), { deleted: true, returnStatus: '2', returnInfo: '已删除' }),
    );
    expect((await find('D2', 'D3')).get(table.keyOf(letter({ orderNo: 'D2' }).head))).toEqual({
      ...{ guid: 'G1', appTime: '20261123120000', deleted: true, returnStatus: '2', returnInfo: '已删除' },
      ...{ parties: { firmCode: 'F1' }, extra: ['N1'], appType: '1', sender: 'F1', sentFor: undefined },
      ...{ messageId: expect.stringMatching(/^0{8}-/), receivedAt: expect.any(Date) },
      contentHash: table.prepare(letter({ orderNo: 'D2' }), database.vault).contentHash,
    });
  });

  test('is held until the end: who changes it meanwhile waits, and then finds it changed', async () => {
    await insert(rowOf(letter()));
    const first = await database.connect();
    try {
      await first.query('begin');
      expect((await table.find(first, ['D1'])).size).toBe(1);
      const other = elsewhere();
      const second = database.transaction((client) => other.find(client, ['D1']));
      second.catch(() => undefined);
      await until(
        'select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()',
      );
      await table.replace(first, [rowOf(letter({ note: 'changed' }))]);
      await first.query('commit');
      await expect(second).rejects.toMatchObject({ code: '40001' });
    } finally {
      first.release();
    }
  });
});

describe('a document at hand is never served when it is not what is on file', () => {
  const first = letter({ note: 'first' }, [
    { gnum: 1, goodsName: 'tea' },
    { gnum: 2, goodsName: 'coffee' },
  ]);

  test('when another server has replaced it', async () => {
    await insert(rowOf(first));
    const other = elsewhere();
    const changed = letter({ note: 'second' }, [{ gnum: 1, goodsName: 'rice' }]);
    await database.transaction((client) => other.replace(client, [rowOf(changed)]));
    expect((await load(table, 'D1'))[0]?.document).toEqual(changed);
  });

  test('when another server has deleted it', async () => {
    await insert(rowOf(first));
    const other = elsewhere();
    await database.transaction((client) => other.replace(client, [rowOf(first, { deleted: true })]));
    expect(await load(table, 'D1')).toEqual([]);
  });

  test('when it was replaced or deleted here', async () => {
    await insert(rowOf(first));
    await replace(rowOf(letter({ note: 'second' })));
    expect((await load(table, 'D1'))[0]?.document).toEqual(letter({ note: 'second' }));
    await replace(rowOf(letter(), { deleted: true }));
    expect(await load(table, 'D1')).toEqual([]);
  });

  test('when the transaction that wrote it was rolled back', async () => {
    const undo = (work: 'insert' | 'replace', document: Letter) =>
      database.transaction(async (client) => {
        await table[work](client, [rowOf(document)]);
        throw new Error('undo');
      });
    await expect(undo('insert', first)).rejects.toThrow('undo');
    expect(await load(table, 'D1')).toEqual([]);
    await insert(rowOf(first));
    await expect(undo('replace', letter({ note: 'undone' }))).rejects.toThrow('undo');
    expect((await load(table, 'D1'))[0]?.document).toEqual(first);
  });

  test('and with one at hand and one not, each is loaded once', async () => {
    await insert(rowOf(first));
    const other = elsewhere();
    await database.transaction((client) => other.insert(client, [rowOf(letter({ firmCode: 'F2' }))]));
    const loaded = await load(table, 'D1');
    expect(loaded.map(({ document }) => document.head.firmCode).sort()).toEqual(['F1', 'F2']);
  });
});

test('a replaced document leaves no goods line of the old one behind', async () => {
  await insert(
    rowOf(
      letter(
        {},
        [1, 2, 3].map((gnum) => ({ gnum, goodsName: 'tea' })),
      ),
    ),
  );
  await replace(rowOf(letter({}, [{ gnum: 2, goodsName: 'rice' }])));
  expect((await load(elsewhere(), 'D1'))[0]?.document.items).toEqual([{ gnum: 2, goodsName: 'rice' }]);
});
