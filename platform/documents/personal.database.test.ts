import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#postgres';
import { type TestDatabase, testDatabase } from '../postgres/testing/index.ts';
import { isSealed } from '../vault/index.ts';
import type { DocumentRow } from './document.ts';
import { DocumentTable } from './document-table.ts';

const shape = {
  table: 'house.card',
  head: ['guid', 'appType', 'appTime', 'orderNo', 'city', 'name', 'idNumber', 'phone'],
  items: ['gnum', 'gift'],
  key: [],
  parties: [],
  personal: ['name', 'idNumber', 'phone'],
  person: (head: object) => `1:${(head as { idNumber: string }).idNumber}`,
};

let rented: TestDatabase;
let database: Database;
let table: DocumentTable;
beforeAll(async () => {
  rented = await testDatabase();
  database = rented.owner;
  await database.run('create schema house');
  await database.run(`create table house.card (
    sender text not null, message_id uuid not null, received_at timestamptz not null, erased_at timestamptz, content_hash uuid not null,
    deleted boolean not null, return_status text not null, return_info text not null, sent_for text, personal bytea, person text,
    guid text not null, app_type text not null, app_time text not null, order_no text not null, city text not null,
    name text, id_number text, phone text, primary key (order_no))`);
  await database.run(`create table house.card_item (order_no text not null, gnum integer not null, gift text,
    primary key (order_no, gnum))`);
});
afterAll(() => rented.close());
beforeEach(async () => {
  await database.run('truncate house.card, house.card_item');
  table = new DocumentTable(shape);
});

const card = (orderNo: string, more: Readonly<Record<string, string | undefined>> = {}) => ({
  head: {
    ...{ guid: 'G1', appType: '1', appTime: '20261123120000', orderNo, city: '昆明' },
    ...{ name: '段誉', idNumber: '530102199001011234', phone: '13987650001', ...more },
  },
  items: [{ gnum: 1, gift: 'tea' }],
});
type Card = ReturnType<typeof card>;
const rowOf = (document: Card): DocumentRow => ({
  document,
  prepared: table.prepare(document, database.vault),
  ...{ sender: 'S', messageId: '00000000-0000-7000-8000-000000000001', receivedAt: '2026-11-23T05:00:00Z' },
  ...{ returnStatus: '120', returnInfo: '', deleted: false },
});
const insert = (...cards: Card[]) => database.transaction((client) => table.insert(client, cards.map(rowOf)));
/** As another server reads them: nothing at hand. */
const load = (...orderNos: string[]) =>
  database.transaction((client) => new DocumentTable(shape).load<Card>(client, orderNos));

/** Puts a row on file as it was written before there were keys. */
async function keepBare({ head }: Card): Promise<void> {
  await database.run(
    `insert into house.card (sender, message_id, received_at, content_hash, deleted, return_status, return_info,
       guid, app_type, app_time, order_no, city, name, id_number, phone)
     values ('S', '00000000-0000-7000-8000-000000000002', now(), md5('bare')::uuid, false, '120', '',
       $1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[head.guid, head.appType, head.appTime, head.orderNo, head.city],
      ...[head.name, head.idNumber, head.phone],
    ],
  );
  await database.run(`insert into house.card_item values ($1, 1, 'tea')`, [head.orderNo]);
}

describe('what tells a person in a document', () => {
  test('lies sealed in its row and nowhere else, and is read back whole', async () => {
    await insert(card('D1'), card('D2', { phone: undefined, name: '' }));
    const rows = await database.query<{ personal: Buffer; row: string }>(
      `select personal, c::text as row from house.card c order by order_no`,
    );
    expect(rows.every(({ personal }) => isSealed(personal))).toBe(true);
    for (const { row } of rows) expect(row).not.toMatch(/段誉|530102199001011234|13987650001/);
    const [first, second] = await load('D1', 'D2');
    expect(first?.document).toEqual(card('D1'));
    const { phone: _, ...rest } = card('D2', { name: '' }).head;
    expect(second?.document.head).toEqual(rest);
  });

  test('cannot be moved to another row', async () => {
    await insert(card('D1'), card('D2', { name: '木婉清' }));
    await database.run(`update house.card set personal = (select personal from house.card where order_no = 'D2')
      where order_no = 'D1'`);
    await expect(load('D1')).rejects.toThrow();
  });

  test('is found by a digest that says nothing', async () => {
    await insert(card('D1'), card('D2'), card('D3', { idNumber: '530102199001015678' }));
    const rows = await database.query<{ orderNo: string }>(
      'select order_no as "orderNo" from house.card where person = $1 order by 1',
      [database.vault.personDigest('1:530102199001011234')],
    );
    expect(rows.map(({ orderNo }) => orderNo)).toEqual(['D1', 'D2']);
  });

  test('makes another document of the same paper', () => {
    const digest = (more: Readonly<Record<string, string>>): string =>
      table.prepare(card('D1', more), database.vault).contentHash;
    expect(digest({ name: '木婉清' })).not.toBe(digest({}));
    expect(digest({ name: '段', idNumber: '誉530102199001011234' })).not.toBe(digest({}));
  });
});

describe('a row from before there were keys', () => {
  test('is read as it is, and a repeat of it is known as a repeat', async () => {
    await keepBare(card('D1'));
    expect((await load('D1'))[0]?.document).toEqual(card('D1'));
    const found = await database.transaction((client) => table.find(client, ['D1']));
    expect([...found.values()].map(({ contentHash }) => contentHash)).toEqual([
      table.prepare(card('D1'), database.vault).contentHash,
    ]);
  });
});
