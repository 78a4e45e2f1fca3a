import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import { cellsOf } from '../../platform/sheets/testing/sheets.ts';
import { Stand } from '../faults/stand.ts';
import { csvOf } from './tables.ts';
import { badOf, call, codesOf, handIn, readThrough, type Uploader, untilState } from './uploading.ts';

let stand: Stand;
let exporter: Uploader;
let exporterCode: string;

beforeAll(async () => {
  stand = await Stand.open(1);
  const [first] = stand.zone.sellers;
  if (!first) throw new Error('the zone has sellers');
  exporterCode = first.customsCode;
  const { token } = await issueKey(stand.database, exporterCode, '', 'enterprise', new Date());
  exporter = { url: stand.url(), key: token };
}, 60_000);
afterEach(() => expect(stand.faults).toEqual([]));
afterAll(() => stand.close());

const tea = {
  ...{ invoiceNo: '26530001', invoicedOn: '2026/1/5', sellerUscc: '91530100MA6EXAMP10' },
  ...{ sellerName: '勐海示例茶厂', line: '1', gname: '普洱茶（熟茶）', unit: '011' },
  ...{ quantity: '100', net: '6000.00', vat: '780.00', vatRate: '0.13' },
};
const csv = (...rows: readonly Readonly<Record<string, string>>[]) =>
  csvOf(
    rows.map((row) => ({ ...tea, ...row })),
    Object.keys(tea),
  );
const asInvoices = { kind: 'purchase-invoices', name: 'invoices.csv' };
const filed = (search: string) =>
  stand.database.query<{ invoice_no: string; net: string; lines: number; filed_by: string }>(
    `select invoice_no, net::text, filed_by, (select count(*)::int from refunds.invoice_line l
       where l.ebc_code = i.ebc_code and l.invoice_no = i.invoice_no) as lines
     from refunds.invoice i where ebc_code = $1 and invoice_no like $2 order by invoice_no`,
    [exporterCode, search],
  );

describe('a table of purchase invoices', () => {
  test('files each invoice with its lines, once, by whoever uploaded it', async () => {
    const text = csv(
      { invoiceNo: 'T1', line: '' },
      { invoiceNo: 'T1', line: '', gname: '普洱茶（生茶）', unit: '011 件' },
      { invoiceNo: 'T2' },
    );
    const file = await readThrough(exporter, text, asInvoices);
    expect([codesOf(file), file.documents]).toMatchObject([[], { good: 2, bad: 0 }]);
    expect(await filed('T%')).toEqual([]);
    await handIn(exporter, file.fileId);
    expect((await untilState(exporter, file.fileId, 'done')).documents).toMatchObject({ accepted: 2 });
    const [uploaded] = await stand.database.query<{ made_by: string }>(
      'select made_by from bulk.file where file_id = $1',
      [file.fileId],
    );
    expect(await filed('T%')).toMatchObject([
      { invoice_no: 'T1', net: '12000.00', lines: 2, filed_by: uploaded?.made_by },
      { invoice_no: 'T2', net: '6000.00', lines: 1 },
    ]);
    const again = await readThrough(exporter, text, { ...asInvoices, acceptGood: true });
    expect((await untilState(exporter, again.fileId, 'done')).documents).toMatchObject({
      ...{ accepted: 0, repeated: 2 },
    });
  });

  test('tells of every bad row what is wrong and in which cell, and gives the rows back', async () => {
    const text = csv(
      { invoiceNo: 'B1', vat: '700.00' },
      { invoiceNo: 'B2', unit: '999', sellerUscc: '123' },
      { invoiceNo: 'B3', invoicedOn: '2099-01-01' },
      { invoiceNo: 'B4' },
      { invoiceNo: 'B4', line: '1' },
      { invoiceNo: 'B5' },
      { invoiceNo: 'B6', quantity: '' },
    );
    const file = await readThrough(exporter, text, { ...asInvoices, acceptGood: true });
    const places = (await badOf(exporter, file.fileId)).map(({ row, findings }) =>
      [row, ...findings.map(({ code, heading }) => `${code} ${heading ?? ''}`.trim())].join(' | '),
    );
    expect(places).toEqual([
      '2 | REFUND-INVOICE-VAT vat',
      '3 | REFUND-FIELD-FORM sellerUscc',
      '4 | REFUND-DAY invoicedOn',
      '5 | REFUND-INVOICE-LINES line',
      '8 | REFUND-FIELD-MISSING quantity',
    ]);
    await untilState(exporter, file.fileId, 'done');
    expect((await filed('B%')).map(({ invoice_no }) => invoice_no)).toEqual(['B5']);
    const errors = await call(exporter, `/files/${file.fileId}/errors?format=xlsx&lang=en`);
    expect((await cellsOf(Buffer.from(await errors.arrayBuffer()), 'errors.xlsx')).length).toBe(7);
  });

  test('leaves an invoice that is on file as it is, and says so, while the others are filed', async () => {
    const first = await readThrough(exporter, csv({ invoiceNo: 'O1' }), { ...asInvoices, acceptGood: true });
    await untilState(exporter, first.fileId, 'done');
    const text = csv({ invoiceNo: 'O1', net: '7000.00', vat: '910.00' }, { invoiceNo: 'O2' });
    const file = await readThrough(exporter, text, { ...asInvoices, acceptGood: true });
    expect((await untilState(exporter, file.fileId, 'done')).documents).toMatchObject({
      ...{ accepted: 1, refused: 1 },
    });
    expect(await badOf(exporter, file.fileId)).toMatchObject([
      { row: 2, findings: [{ code: 'REFUND-INVOICE-OTHER', heading: 'invoiceNo' }] },
    ]);
    expect((await filed('O%')).map(({ net }) => net)).toEqual(['6000.00', '6000.00']);
  });

  test('comes as a template that, filled in as it is, is sound but for its example', async () => {
    for (const format of ['csv', 'xlsx']) {
      const template = await call(exporter, `/templates/purchase-invoices?format=${format}&lang=zh`);
      const bytes = new Uint8Array(await template.arrayBuffer());
      const name = `invoices.${format}`;
      const file = await readThrough(exporter, bytes, { ...asInvoices, name });
      expect([codesOf(file), file.unknownColumns, file.rows]).toEqual([
        ...[[], [], { read: 0, bad: 0, examples: 1 }],
      ]);
    }
  });

  test('is for those who may file for the tax of exports', async () => {
    const given = ['hand-in', 'read'] as const;
    const { token } = await issueKey(stand.database, exporterCode, 'papers', 'enterprise', new Date(), {
      scopes: given,
    });
    const body = { kind: 'purchase-invoices', name: 'invoices.csv', sizeBytes: 10 };
    const refused = await call({ url: stand.url(), key: token }, '/files', { method: 'POST', body });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'KEY-SCOPE']);
  });
});
