import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BulkParameters } from '#bulk';
import { exampleMessage, messageTables } from '#ceb';
import { BulkDesk } from '../../modules/bulk/application/desk.ts';
import { Pace } from '../../modules/bulk/application/pace.ts';
import { cellsOf, workbookOf } from '../../platform/sheets/testing/sheets.ts';
import { Stand } from '../faults/stand.ts';
import { foundIn } from '../personal-data/planted.ts';
import { csvOf, orderColumns, orderRows } from './tables.ts';
import {
  announce,
  badOf,
  call,
  fileOf,
  handIn,
  readThrough,
  sendPart,
  type Uploader,
  untilState,
  uploadAll,
} from './uploading.ts';

type Fields = Readonly<Record<string, string | number>>;

interface Paper {
  readonly head: Fields;
  readonly items: readonly Fields[];
}

let stand: Stand;
let who: Uploader;
let platform: { readonly customsCode: string; readonly name: string };
let number = 0;

beforeAll(async () => {
  stand = await Stand.open(2, { bulk: { lookMs: 50 } });
  platform = stand.zone.platforms[0] as typeof platform;
  who = { url: stand.url(), key: stand.key(platform.customsCode) };
}, 60_000);
afterEach(() => expect(stand.faults).toEqual([]));
afterAll(() => stand.close());

function order(fields: Readonly<Record<string, string>> = {}) {
  number += 1;
  const [row] = orderRows(platform, `BACK${String(number).padStart(6, '0')}`);
  return { ...row, ...fields };
}

async function download(path: string): Promise<Buffer> {
  const response = await call(who, path);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** A file read to its end, with what it left. */
const xlsxOf = (rows: readonly Readonly<Record<string, string>>[]): Promise<Buffer> =>
  workbookOf([orderColumns, ...rows.map((row) => orderColumns.map((name) => row[name] ?? ''))]);

describe('the rows that were not taken come back', () => {
  test.each(['xlsx', 'csv'] as const)('as %s, as they were, and mended go in', async (format) => {
    const rows = [order(), order({ country: 'XYZ', note: '=cmd()' }), order({ buyerName: '' }), order()];
    const file = await readThrough(who, await xlsxOf(rows), { name: 'orders.xlsx' });
    expect(file.documents).toMatchObject({ good: 2, bad: 2 });
    const back = await download(`/files/${file.fileId}/errors?format=${format}&lang=en`);
    if (format === 'csv') expect(back.toString()).toContain(",'=cmd(),");
    const [heading = [], ...bad] = await cellsOf(back, `back.${format}`);
    expect(heading).toEqual([...orderColumns, '# row', '# findings']);
    expect(bad.map((cells) => cells.at(-2))).toEqual(['3', '4']);
    expect(bad[0]?.at(-1)).toMatch(/^CEB-CODE-LIST .*XYZ.* → /);
    const as = (name: string, cells: readonly string[]) => cells[orderColumns.indexOf(name)];
    expect(bad.map((cells) => as('orderNo', cells))).toEqual([rows[1]?.orderNo, rows[2]?.orderNo]);
    expect(as('buyerIdNumber', bad[0] ?? [])).toBe(rows[1]?.buyerIdNumber);
    expect(as('note', bad[0] ?? [])).toBe('=cmd()');
    const mended = bad.map((cells) =>
      cells.map((cell, at) => ({ country: '116', buyerName: '李清和' })[heading[at] ?? ''] ?? cell),
    );
    const again = await uploadAll(who, await workbookOf([heading, ...mended]), {
      name: 'mended.xlsx',
      acceptGood: true,
    });
    const done = await untilState(who, again, 'done');
    expect(done).toMatchObject({ documents: { accepted: 2, bad: 0 }, unknownColumns: [] });
  });

  test('with those among them that the exchange refuses, since another has come before', async () => {
    const first = order();
    const other = { ...first, note: '改' };
    await untilState(
      who,
      await uploadAll(who, await xlsxOf([first]), { name: 'a.xlsx', acceptGood: true }),
      'done',
    );
    const file = await readThrough(who, csvOf([other, order()]));
    await handIn(who, file.fileId);
    const done = await untilState(who, file.fileId, 'done');
    expect(done.documents).toMatchObject({ accepted: 1, refused: 1 });
    const [refused] = await badOf(who, file.fileId);
    expect(refused).toMatchObject({
      row: 2,
      stage: 'handing-in',
      findings: [{ code: 'EXCHANGE-EXISTS', heading: 'appType' }],
    });
    const [, cells] = await cellsOf(await download(`/files/${file.fileId}/errors`));
    expect(cells?.[orderColumns.indexOf('note')]).toBe('改');
  });
});

describe('a table of import lists', () => {
  test('goes in without a signature, which nobody can write into a table', async () => {
    const columns = messageTables.CEB621Message.groups.flatMap(({ name, fields }, at) =>
      fields.map((field) => (at === 0 ? field.name : `${name}/${field.name}`)),
    );
    const { head, items } = exampleMessage('CEB621Message').documents[0] as unknown as Paper;
    const { guid, appType, appTime, appStatus, ...fields } = head;
    const firm = { agentCode: platform.customsCode, agentName: platform.name };
    const line = Object.entries(items[0] ?? {}).map(([name, value]) => [`InventoryList/${name}`, value]);
    const written = Object.entries({ ...fields, ...Object.fromEntries(line), ...firm, orderNo: 'BULKLIST1' });
    const row = Object.fromEntries(written.map(([name, value]) => [name, String(value)]));
    const file = await readThrough(who, csvOf([row], columns), { kind: 'lists', acceptGood: true });
    const { documents } = await untilState(who, file.fileId, 'done');
    expect(documents).toMatchObject({ good: 1, bad: 0, accepted: 1, refused: 0 });
  });
});

describe('the templates', () => {
  test.each(['orders', 'payments', 'waybills', 'lists'])(
    'of %s are read again, their example passed over',
    async (kind) => {
      for (const format of ['xlsx', 'csv'])
        for (const lang of ['zh', 'en']) {
          const table = await download(`/templates/${kind}?format=${format}&lang=${lang}`);
          const file = await readThrough(who, table, { kind, name: `t.${format}` });
          expect([kind, format, lang, file.state, file.findings, file.unknownColumns]).toEqual([
            ...[kind, format, lang, 'read', [], []],
          ]);
          expect(file).toMatchObject({ rows: { read: 0, examples: 1 }, documents: { good: 0, bad: 0 } });
          await call(who, `/files/${file.fileId}/cancel`, { method: 'POST' });
        }
    },
  );

  test('offer codes with their names, and what is chosen there is understood', async () => {
    const { kinds } = (await (await call(who, '/kinds')).json()) as {
      kinds: { kind: string; columns: { name: string; choices: number; need: string }[] }[];
    };
    const column = (name: string) => kinds[0]?.columns.find((one) => one.name === name);
    expect(column('country')?.choices).toBeGreaterThan(200);
    expect(column('orderNo')?.need).toBe('required');
    expect(column('guid')?.need).toBe('filled');
    const file = await readThrough(who, csvOf([order({ country: '116 日本', unit: '035 千克' })]));
    expect(file.documents).toMatchObject({ good: 1, bad: 0 });
  });
});

test('whoever dies at whatever moment, another goes on, and each document goes in once', async () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => order(at % 50 === 7 ? { qty: '0' } : {}));
  const { faults } = stand;
  const fileId = await uploadAll(who, new TextEncoder().encode(csvOf(rows)), { acceptGood: true });
  let thefts = 0;
  for (let state = ''; state !== 'done'; thefts += 1) {
    // What a death leaves behind: a file in hands nobody hears of any more, its lease over.
    await stand.owner.run(
      `update bulk.file set taken_by = gen_random_uuid(), taken_until = made_at where file_id = $1 and taken_by is not null`,
      [fileId],
    );
    // Each is given a little longer than the one before: on a slow machine, too, there is one that gets on.
    await sleep(150 + Math.random() * 350 + thefts * 50);
    ({ state } = await untilState(who, fileId, 'reading', 'handing-in', 'done'));
  }
  expect(faults).toEqual([]);
  expect(thefts).toBeGreaterThan(1);
  const file = await untilState(who, fileId, 'done');
  expect(file).toMatchObject({
    rows: { read: 2_000, bad: 40 },
    documents: { good: 1_960, bad: 40, refused: 0 },
  });
  expect(file.documents.accepted + file.documents.repeated).toBe(1_960);
  const [stored] = await stand.database.query(
    `select count(*) as orders, count(distinct order_no) as numbers from orders.import_order where order_no = any($1)`,
    [rows.map(({ orderNo }) => orderNo)],
  );
  expect(stored).toEqual({ orders: '1960', numbers: '1960' });
}, 120_000);

test('what was uploaded tells of nobody to whoever has a copy of the database', async () => {
  const buyer = {
    buyerName: '段木清源',
    buyerTelephone: '13987659901',
    consigneeAddress: '昆明市示例路 77 号 3 单元',
  };
  const file = await readThrough(who, csvOf([order(buyer), order({ ...buyer, country: 'XYZ' })]));
  expect(file.documents).toMatchObject({ good: 1, bad: 1 });
  const { found, unsealed } = await foundIn(stand.owner, Object.values(buyer));
  expect([found, unsealed]).toEqual([[], []]);
});

test('what nobody goes on with, and what is past its time, is removed with all that belongs to it', async () => {
  const { fileId: begun } = await announce(who, 100);
  await sendPart(who, begun, 0, new TextEncoder().encode('orderNo'));
  const read = await readThrough(who, csvOf([order(), order({ country: 'XYZ' })]));
  const young = await readThrough(who, csvOf([order()]));
  const old = [begun, read.fileId];
  await stand.owner.run(
    `update bulk.file set changed_at = changed_at - interval '31 days' where file_id = any($1)`,
    [old],
  );
  const desk = new BulkDesk(
    {
      database: stand.database,
      now: () => new Date(),
      parameters: () =>
        ({
          uploadMs: 86_400_000,
          keepMs: 30 * 86_400_000,
          readingLanes: 0,
          handingLanes: 0,
        }) as BulkParameters,
      targets: new Map(),
      pace: new Pace(
        () => 0,
        () => 1,
      ),
      fault: (error) => {
        throw error;
      },
    },
    60_000,
  );
  desk.start();
  await desk.stop();
  for (const fileId of old) expect((await call(who, `/files/${fileId}`)).status).toBe(404);
  const left = await stand.database.query(
    `select file_id from bulk.part where file_id = any($1) union all select file_id from bulk.bundle where file_id = any($1)
     union all select file_id from bulk.document where file_id = any($1) union all select file_id from bulk.bad_document where file_id = any($1)`,
    [old],
  );
  expect(left).toEqual([]);
  expect((await fileOf(who, young.fileId)).state).toBe('read');
});
