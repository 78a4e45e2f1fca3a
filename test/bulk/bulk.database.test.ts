import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Stand } from '../faults/stand.ts';
import { csvOf, orderColumns, orderRows } from './tables.ts';
import {
  announce,
  badOf,
  call,
  codesOf,
  fileOf,
  handIn,
  readThrough,
  sendPart,
  type Uploader,
  untilState,
  uploadAll,
} from './uploading.ts';

let stand: Stand;
let who: Uploader;
let other: Uploader;
let platform: { readonly customsCode: string; readonly name: string };
let number = 0;

beforeAll(async () => {
  stand = await Stand.open(1);
  const [first, second] = stand.zone.platforms;
  if (!first || !second) throw new Error('the zone has two platforms');
  platform = first;
  who = { url: stand.url(), key: stand.key(first.customsCode) };
  other = { url: stand.url(), key: stand.key(second.customsCode) };
}, 60_000);
afterEach(() => expect(stand.faults).toEqual([]));
afterAll(() => stand.close());

/** The rows of an order nobody has sent yet. */
function order(goodsLines = 1, fields: Readonly<Record<string, string>> = {}) {
  number += 1;
  const rows = orderRows(platform, `BULK${String(number).padStart(6, '0')}`, goodsLines);
  return rows.map((row) => ({ ...row, ...fields }));
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const found = (documents: Awaited<ReturnType<typeof badOf>>) =>
  documents.map(({ row, findings }) => [row, ...findings.map(({ code }) => code)]);

describe('a table of orders', () => {
  test('is read, its good orders go in when its owner says so, and each once', async () => {
    const rows = [...order(), ...order(2), ...order()];
    const file = await readThrough(who, csvOf(rows));
    expect(codesOf(file)).toEqual([]);
    expect(file).toMatchObject({ state: 'read', rows: { read: 4, bad: 0 }, documents: { good: 3, bad: 0 } });
    await handIn(who, file.fileId);
    const done = await untilState(who, file.fileId, 'done');
    expect(done.documents).toMatchObject({ accepted: 3, repeated: 0, refused: 0 });
    const numbers = rows.map(({ orderNo }) => orderNo);
    const stored = await stand.database.query<{ items: string }>(
      'select count(*) as items from orders.import_order_item where order_no = any($1)',
      [numbers],
    );
    expect(stored).toEqual([{ items: '4' }]);
    const receipts = await stand.database.query<{ status: string }>(
      `select return_status as status from exchange.receipt where order_no = any($1)`,
      [numbers],
    );
    expect(receipts.map(({ status }) => status)).toEqual(['120', '120', '120']);
    expect(await handIn(who, file.fileId)).toMatchObject({ state: 'done' });
    // The same orders in another file are on file already.
    const again = await uploadAll(who, bytes(csvOf(rows)), { acceptGood: true });
    expect((await untilState(who, again, 'done')).documents).toMatchObject({ accepted: 0, repeated: 3 });
  });

  test('tells of every bad row all that is wrong, by the codes of messages, and which cell', async () => {
    const file = await readThrough(
      who,
      csvOf([
        ...order(),
        ...order(1, { buyerName: '', qty: '-1' }),
        ...order(1, { country: '999', freight: 'a' }),
      ]),
    );
    expect(file.documents).toMatchObject({ good: 1, bad: 2 });
    const [third, fourth] = await badOf(who, file.fileId);
    const places = (one: typeof third) =>
      one?.findings.map(({ code, heading, row }) => `${code} ${heading} ${row}`);
    expect(third?.stage).toBe('reading');
    expect(places(third)).toEqual(['CEB-MISSING buyerName 3']);
    expect(places(fourth)).toEqual(['CEB-DECIMAL freight 4']);
    expect(third?.findings[0]).toMatchObject({ message: { zh: expect.stringContaining('订购人姓名') } });
  });

  test('finds what only the fields show once the form is sound: codes, totals, times, rights', async () => {
    const rows = [
      ...order(1, { country: 'XYZ' }),
      ...order(1, { totalPrice: '1' }),
      ...order(1, { appTime: '2026-02-30 10:00:00' }),
      ...order(1, { ebpCode: '5301960000', ebcCode: '5301960000' }),
    ];
    const columns = [...orderColumns];
    const file = await readThrough(who, csvOf(rows, columns));
    expect(found(await badOf(who, file.fileId))).toEqual([
      [2, 'CEB-CODE-LIST'],
      [3, 'CEB-PRODUCT'],
      [4, 'CEB-TIME'],
      [5, 'EXCHANGE-RIGHT'],
    ]);
  });

  test('is known by Chinese, English and field names in any order; others are told of, not held against it', async () => {
    const rows = order();
    const titles: Readonly<Record<string, string>> = {
      orderNo: '订单编号*',
      ebpCode: 'Platform code',
      buyerName: 'BUYERNAME',
    };
    const columns = [...orderColumns].reverse();
    const [head = '', ...body] = csvOf(rows, columns, ';').split('\r\n');
    const named = head
      .split(';')
      .map((name) => titles[name] ?? name)
      .join(';');
    const file = await readThrough(who, [`${named};内部备注`, ...body].join('\r\n'));
    expect(file).toMatchObject({ documents: { good: 1, bad: 0 }, unknownColumns: ['内部备注'] });
  });

  test('has rows of one document next to each other, and no document twice', async () => {
    const first = order(2);
    const second = order();
    const [, back] = first;
    const rows = [...first, ...second, back ?? {}, ...second];
    const file = await readThrough(who, csvOf(rows));
    expect(file.documents).toMatchObject({ good: 2, bad: 2 });
    expect(found(await badOf(who, file.fileId))).toEqual([
      [5, 'BULK-REPEATED'],
      [6, 'BULK-REPEATED'],
    ]);
  });

  test('tells of heads that differ, of long numbers that have lost digits, and of cells beyond the names', async () => {
    const [first = {}, second = {}] = order(2);
    const [lost = {}] = order(1, { buyerIdNumber: '5.30102E+17' });
    const [more = {}] = order();
    const text = csvOf([first, { ...second, buyerName: '别人' }, lost, more]).trimEnd();
    const file = await readThrough(who, `${text},多出\r\n`);
    expect(found(await badOf(who, file.fileId))).toEqual([
      [2, 'BULK-HEAD-DIFFERS'],
      [4, 'BULK-NUMBER-LOST'],
      [5, 'BULK-CELLS'],
    ]);
  });
});

describe('what cannot be read at all', () => {
  test.each<[string, () => string, string[]]>([
    ['has no name of a column', () => 'x,y\n1,2\n', ['BULK-COLUMNS-UNKNOWN']],
    [
      'lacks a column that must be filled',
      () =>
        csvOf(
          order(),
          orderColumns.filter((name) => name !== 'buyerName'),
        ),
      ['BULK-COLUMN-MISSING'],
    ],
    ['has a column twice', () => csvOf(order(), [...orderColumns, 'orderNo']), ['BULK-COLUMN-TWICE']],
    ['leaves a quote open', () => `${csvOf(order())}"a`, ['SHEET-QUOTE']],
  ])('is told once: it %s', async (_what, text, codes) => {
    const file = await readThrough(who, text());
    expect(file.state).toBe('unreadable');
    expect(codesOf(file)).toEqual(codes);
    expect((await call(who, `/files/${file.fileId}/hand-in`, { method: 'POST' })).status).toBe(409);
  });
});

describe('an upload', () => {
  test('goes on where it broke off, and takes no part twice or out of order', async () => {
    const content = bytes(csvOf(order()));
    const { fileId } = await announce(who, content.length);
    const half = content.subarray(0, 700);
    expect((await sendPart(who, fileId, 0, half)).status).toBe(200);
    expect((await sendPart(who, fileId, 0, half)).status).toBe(409);
    expect((await sendPart(who, fileId, 750, content.subarray(750))).status).toBe(409);
    const { receivedBytes } = await fileOf(who, fileId);
    expect(receivedBytes).toBe(700);
    expect((await sendPart(who, fileId, 700, new Uint8Array(content.length))).status).toBe(409);
    expect((await sendPart(who, fileId, 700, content.subarray(700))).status).toBe(200);
    expect((await untilState(who, fileId, 'read')).documents.good).toBe(1);
  });

  test('is listed from the first where somebody makes a cursor up', async () => {
    for (const cursor of [`1.${'-'.repeat(36)}`, `${'9'.repeat(15)}.${randomUUID()}`, '%27'])
      expect((await call(who, `/files?cursor=${cursor}`)).status).toBe(200);
  });

  test('is nobody else’s, and an enterprise has so many at once', async () => {
    const { fileId } = await announce(who, 10);
    expect((await call(other, `/files/${fileId}`)).status).toBe(404);
    expect((await sendPart(other, fileId, 0, bytes('a'))).status).toBe(404);
    const answers: number[] = [];
    for (let at = 0; at < 21; at += 1) {
      const body = { kind: 'orders', name: 'a.csv', sizeBytes: 10 };
      answers.push((await call(other, '/files', { method: 'POST', body })).status);
    }
    expect(answers.filter((status) => status === 201).length).toBe(20);
    expect(answers.at(-1)).toBe(409);
  });

  test('cancelled while it is read is ended at once, and nothing else happens', async () => {
    const rows = Array.from({ length: 1_500 }, () => order()[0] ?? {});
    const fileId = await uploadAll(who, bytes(csvOf(rows)));
    expect((await call(who, `/files/${fileId}/cancel`, { method: 'POST' })).status).toBe(200);
    const after = await readThrough(who, csvOf(order()));
    expect(after.documents.good).toBe(1);
    expect((await fileOf(who, fileId)).state).toBe('cancelled');
  });

  test('cancelled is ended and its bytes are gone', async () => {
    const file = await readThrough(who, csvOf(order()));
    const answer = await call(who, `/files/${file.fileId}/cancel`, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ state: 'cancelled' });
    expect((await call(who, `/files/${file.fileId}/hand-in`, { method: 'POST' })).status).toBe(409);
    const left = await stand.database.query(
      'select from bulk.part where file_id = $1 union all select from bulk.bundle where file_id = $1',
      [file.fileId],
    );
    expect(left).toEqual([]);
  });
});
