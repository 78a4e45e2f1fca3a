import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import { cellsOf } from '../../platform/sheets/testing/sheets.ts';
import { Stand } from '../faults/stand.ts';
import { csvOf } from './tables.ts';
import { badOf, call, codesOf, handIn, readThrough, type Uploader, untilState } from './uploading.ts';

let stand: Stand;
let seller: Uploader;
let sellerCode: string;

beforeAll(async () => {
  stand = await Stand.open(1);
  const [first] = stand.zone.sellers;
  if (!first) throw new Error('the zone has sellers');
  sellerCode = first.customsCode;
  const { token } = await issueKey(stand.database, sellerCode, '', 'enterprise', new Date());
  seller = { url: stand.url(), key: token };
}, 60_000);
afterEach(() => expect(stand.faults).toEqual([]));
afterAll(() => stand.close());

const coffee = {
  ...{ itemNo: 'BULK-1', itemName: '老挝咖啡豆', gcode: '0901210000', gname: '咖啡', gmodel: '250克/袋' },
  ...{ country: '119', unit: '136', unit1: '035', unit1Quantity: '0.25', price: '68', validFrom: '2026/1/1' },
};
const columns = Object.keys(coffee);
const csv = (...rows: readonly Readonly<Record<string, string>>[]) =>
  csvOf(
    rows.map((row) => ({ ...coffee, ...row })),
    [...new Set(rows.flatMap(Object.keys).concat(columns))],
  );
const asGoods = { kind: 'goods', name: 'goods.csv' };
const filed = (search: string) =>
  stand.database.query<Record<string, string>>(
    `select item_no, state, filed_by, unit1_quantity, price, valid_from from registry.goods
     where ebc_code = $1 and item_no like $2 order by item_no`,
    [sellerCode, search],
  );

describe('a table of goods', () => {
  test('is filed row by row by whoever uploaded it, and the same goods again are on file already', async () => {
    const text = csv({ itemNo: 'T-1' }, { itemNo: 'T-2', country: '119 老挝' });
    const file = await readThrough(seller, text, asGoods);
    expect([codesOf(file), file.documents]).toMatchObject([[], { good: 2, bad: 0 }]);
    expect(await filed('T-%')).toEqual([]);
    await handIn(seller, file.fileId);
    expect((await untilState(seller, file.fileId, 'done')).documents).toMatchObject({ accepted: 2 });
    const [first] = await filed('T-%');
    expect(first).toMatchObject({ state: 'filed', unit1_quantity: '0.25', price: '68' });
    expect(String(first?.valid_from)).toContain('2026-01-01');
    const [uploaded] = await stand.database.query<{ made_by: string }>(
      'select made_by from bulk.file where file_id = $1',
      [file.fileId],
    );
    expect(first?.filed_by).toBe(uploaded?.made_by);
    const again = await readThrough(seller, text, { ...asGoods, acceptGood: true });
    expect((await untilState(seller, again.fileId, 'done')).documents).toMatchObject({
      ...{ accepted: 0, repeated: 2 },
    });
  });

  test('tells of every bad row what is wrong and in which cell: codes, tariff, figures, others’ rows, repeats', async () => {
    const text = csv(
      { itemNo: 'B-1', gcode: '9999999999' },
      { itemNo: 'B-2', unit1: '011', unit1Quantity: '0' },
      { itemNo: 'B-3', barCode: '6901234567893' },
      { itemNo: 'B-4', ebcCode: '5301960009' },
      { itemNo: 'B-5' },
      { itemNo: 'B-5', itemName: '另一名称' },
      { itemNo: '', validFrom: 'soon' },
    );
    const file = await readThrough(seller, text, { ...asGoods, acceptGood: true });
    const places = (await badOf(seller, file.fileId)).map(({ row, findings }) =>
      [row, ...findings.map(({ code, heading }) => `${code} ${heading ?? ''}`.trim())].join(' | '),
    );
    expect(places).toEqual([
      '2 | REG-GOODS-TARIFF-LINE gcode',
      '3 | REG-GOODS-FIGURE unit1Quantity | REG-GOODS-LEGAL-UNIT unit1',
      '4 | REG-GTIN-CHECK barCode',
      '5 | REG-GOODS-OTHERS ebcCode',
      '7 | BULK-REPEATED',
      '8 | REG-GOODS-TEXT itemNo | REG-GOODS-PERIOD validFrom',
    ]);
    await untilState(seller, file.fileId, 'done');
    expect((await filed('B-%')).map(({ item_no }) => item_no)).toEqual(['B-5']);
    const errors = await call(seller, `/files/${file.fileId}/errors?format=xlsx&lang=en`);
    expect((await cellsOf(Buffer.from(await errors.arrayBuffer()), 'errors.xlsx')).length).toBe(7);
  });

  test('comes as a template that, filled in as it is, is sound but for its example', async () => {
    for (const format of ['csv', 'xlsx']) {
      const template = await call(seller, `/templates/goods?format=${format}&lang=en`);
      const bytes = new Uint8Array(await template.arrayBuffer());
      const file = await readThrough(seller, bytes, { kind: 'goods', name: `goods.${format}` });
      expect([codesOf(file), file.unknownColumns, file.rows]).toEqual([
        ...[[], [], { read: 0, bad: 0, examples: 1 }],
      ]);
    }
  });

  test('is no way round the rights of a key: one that may not file goods may not upload a table of them', async () => {
    const given = ['hand-in', 'read'] as const;
    const { token } = await issueKey(stand.database, sellerCode, 'papers', 'enterprise', new Date(), {
      scopes: given,
    });
    const papersOnly = { url: stand.url(), key: token };
    const body = { kind: 'goods', name: 'goods.csv', sizeBytes: 10 };
    const refused = await call(papersOnly, '/files', { method: 'POST', body });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'KEY-SCOPE']);
    const orders = await call(papersOnly, '/files', { method: 'POST', body: { ...body, kind: 'orders' } });
    expect(orders.status).toBe(201);
  });
});
