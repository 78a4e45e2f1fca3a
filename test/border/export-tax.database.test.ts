import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLines, markDeclared } from '../../modules/refunds/storage/lines.ts';
import { openPlatform, type Platform } from '../portal/platform.ts';

const exporter = '5301963601';
const other = '5301363602';

let platform: Platform;
let officer = '';
beforeAll(async () => {
  platform = await openPlatform({ portal: false });
  officer = await platform.signIn({ role: 'officer', agency: 'tax' });
  for (const ebcCode of [exporter, other]) await leave(ebcCode, 2);
});
afterAll(() => platform?.close());

/** Tea of an exporter that has left and stands in a summary declaration. */
async function leave(ebcCode: string, lists: number): Promise<void> {
  const lines = Array.from({ length: lists }, (_, at) => ({
    ...{ ebcCode, invtNo: `86002026E${ebcCode.slice(-4)}${at}`, gnum: 1, month: '2026-02-01' },
    ...{
      departedOn: '2026-02-20',
      claimBy: '2029-02-20',
      ebpCode: '无',
      orderNo: `O${at}`,
      tradeMode: '9610',
    },
    ...{
      gcode: '0902303100',
      gname: '普洱茶（熟茶）',
      unit: '011',
      qty: '20',
      currency: '142',
      price: '100',
    },
    ...{ totalPrice: '2000', refundRate: '0.09' },
  }));
  await platform.database.transaction(async (client) => {
    await addLines(client, lines, new Date('2026-02-21T02:00:00Z'));
    const declared = lines.map(({ invtNo }) => ({ invtNo, declSeqNo: 'D1', entryId: '860020260000000001' }));
    await markDeclared(client, ebcCode, declared);
  });
}

const call = async (method: string, path: string, as: string, body?: object) => {
  const who =
    as === 'tax'
      ? { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' }
      : { authorization: `Bearer ${platform.keyOf(as)}` };
  const answer = await fetch(`${platform.url}/api/export-tax${path}`, {
    method,
    headers: { ...who, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as never as Record<string, never> };
};

const firm = { kind: 'trader', generalTaxpayer: true, refundFilingNo: 'KM2026-118', zoneRegistered: true };
const invoice = (invoiceNo: string, quantity: string) => ({
  ...{ invoiceNo, invoicedOn: '2026-02-01', sellerUscc: '91530100MA6EXAMP10', sellerName: '勐海示例茶厂' },
  lines: [
    {
      ...{ line: 1, gname: '普洱茶（熟茶）', unit: '011', quantity, net: '1000.00', vat: '130.00' },
      vatRate: '0.13',
    },
  ],
});

describe('an exporter', () => {
  test('files what is missing line by line, claims a month once, and the tax bureau decides', async () => {
    const told = await call('PUT', '/firm', exporter, { ...firm, smallFirm: true });
    const { toldAt } = told.body;
    expect((await call('POST', `/firms/${exporter}/confirm`, exporter, { toldAt })).status).toBe(403);
    expect((await call('POST', `/firms/${exporter}/confirm`, 'tax', { toldAt })).body).toMatchObject({
      ...{ enterprise: exporter, confirmedAt: expect.any(String) },
    });
    const receipt = {
      ...{ reference: 'BOC-0301', receivedOn: '2026-03-01', currency: '142', amount: '4000.00' },
      month: '2026-02',
    };
    expect((await call('POST', '/receipts', exporter, receipt)).body).toMatchObject({
      ...{ lines: 2, sameCurrency: '4000.00000' },
    });
    expect((await call('POST', '/receipts', exporter, { ...receipt, amount: '1.00' })).body.code).toBe(
      'FX-RECEIPT-TAKEN',
    );
    expect((await call('POST', '/claims', exporter, { month: '2026-02' })).body.code).toBe('CLAIM-NOTHING');
    const invoices = { invoices: [invoice('26532000000012345678', '20')] };
    expect((await call('POST', '/invoices', exporter, invoices)).body).toEqual({
      ...{ filed: 1, repeated: 0, backed: 1 },
    });
    const picture = await call('GET', '/picture?month=2026-02', exporter);
    expect(picture.body).toMatchObject({
      ...{ claimBy: '2029-02-20', claimable: { lines: 1, net: '1000.00', refund: '90.00' } },
      missing: [{ code: 'INVOICE', lines: 1 }],
      routes: [
        { route: 'exempt', lines: 1, claimed: 0 },
        { route: 'refund', lines: 1, claimed: 0 },
      ],
    });
    const drafted = await call('POST', '/claims', exporter, { month: '2026-02' });
    expect(drafted.body).toMatchObject({ state: 'drafted', lines: 1, refund: '90.00', month: '2026-02' });
    const claim = `/claims/${drafted.body.claimNo}`;
    expect((await call('GET', claim, other)).status).toBe(404);
    expect((await call('GET', claim, exporter)).body).toEqual(drafted.body);
    expect((await call('POST', `${claim}/hand-in`, exporter)).body.state).toBe('handed-in');
    const verdict = { verdict: 'accept', refused: [] };
    expect((await call('POST', `${claim}/decision`, exporter, verdict)).status).toBe(403);
    expect((await call('GET', '/claims?state=handed-in', 'tax')).body.claims).toHaveLength(1);
    expect((await call('POST', `${claim}/decision`, 'tax', verdict)).body).toMatchObject({
      ...{ state: 'accepted', acceptedRefund: '90.00', acceptedLines: 1 },
    });
    expect((await call('GET', `${claim}/lines`, 'tax')).body.lines).toMatchObject([
      { entryId: '860020260000000001', net: '1000.00', refund: '90.00', toCost: '40.00', live: true },
    ]);
    expect((await call('POST', '/claims', exporter, { month: '2026-02' })).status).toBe(409);
  });

  test('sees its own lines alone, page by page; the tax bureau those of the zone', async () => {
    const own = await call('GET', '/lines?month=2026-02&limit=1', other);
    expect(own.body.lines).toMatchObject([{ enterprise: other, route: 'taxed', hasInvoice: false }]);
    const next = encodeURIComponent(own.body.next ?? '');
    expect((await call('GET', `/lines?month=2026-02&limit=2&cursor=${next}`, other)).body.lines).toHaveLength(
      1,
    );
    expect((await call('GET', '/lines?month=2026-02', 'tax')).body.lines).toHaveLength(4);
    expect((await call('GET', '/lines?month=2026-02&route=refund', 'tax')).body.lines).toHaveLength(1);
    expect((await call('GET', '/firms', 'tax')).body.firms).toHaveLength(1);
    expect((await call('GET', '/invoices', 'tax')).body.invoices).toMatchObject([
      { enterprise: exporter, lines: 1, usedUp: 1 },
    ]);
  });

  test('is told all that is wrong with what it files', async () => {
    const wrong = { invoices: [{ ...invoice('INV-9', '1'), invoicedOn: '2026-03-11' }] };
    const filed = await call('POST', '/invoices', other, wrong);
    expect(filed).toMatchObject({ status: 422, body: { code: 'EXPORT-TAX-INPUT' } });
    const receipt = { reference: 'B-1', receivedOn: '2026-03-01', currency: '999', amount: '1.00' };
    const received = await call('POST', '/receipts', other, { ...receipt, invtNos: ['86002026E9'] });
    expect(received.body.findings).toMatchObject([{ code: 'REFUND-CODE', path: 'currency' }]);
    const unknown = await call('POST', '/receipts', other, {
      ...{ ...receipt, currency: '142', invtNos: ['86002026E36020', '86002026E9'] },
    });
    expect(unknown.body.findings).toMatchObject([{ code: 'REFUND-LIST-UNKNOWN', path: 'invtNos[1]' }]);
    expect(
      (await call('POST', '/firms/5301960001/confirm', 'tax', { toldAt: '2026-03-01T00:00:00.000Z' })).status,
    ).toBe(404);
  });

  test('that withdraws a claim may claim the same again', async () => {
    const told = await call('PUT', '/firm', other, { ...firm, smallFirm: false });
    await call('POST', `/firms/${other}/confirm`, 'tax', { toldAt: told.body.toldAt });
    await call('POST', '/invoices', other, { invoices: [invoice('INV-2', '40')] });
    const invtNos = ['86002026E36020', '86002026E36021'];
    const receipt = {
      ...{ reference: 'B-2', receivedOn: '2026-03-01', currency: '142', amount: '4000.00', invtNos },
    };
    const lessThanTheyCost = await call('POST', '/receipts', other, { ...receipt, amount: '3999.99' });
    expect(lessThanTheyCost.body.findings).toMatchObject([{ code: 'REFUND-FX-AMOUNT', path: 'amount' }]);
    const otherMoney = await call('POST', '/receipts', other, { ...receipt, currency: '502' });
    expect(otherMoney.body.findings).toMatchObject([
      { code: 'REFUND-FX-CURRENCY', path: 'invtNos[0]' },
      { code: 'REFUND-FX-CURRENCY', path: 'invtNos[1]' },
    ]);
    expect((await call('POST', '/receipts', other, receipt)).body.lines).toBe(2);
    const { body } = await call('POST', '/claims', other, { month: '2026-02' });
    expect((await call('POST', `/claims/${body.claimNo}/withdraw`, other)).body.state).toBe('withdrawn');
    expect((await call('POST', '/claims', other, { month: '2026-02' })).body.lines).toBe(2);
  });
});

describe('the tax bureau', () => {
  test('takes the month’s file, which is the same whenever it is made; enterprises have no part in it', async () => {
    const asked = { kind: 'exports', period: '2026-02' };
    expect((await call('POST', '/files', exporter, asked)).status).toBe(403);
    const made = await call('POST', '/files', 'tax', asked);
    expect(made.body).toMatchObject({ edition: 1, rows: 4, complete: true, dueOn: '2026-03-15' });
    expect((await call('POST', '/files', 'tax', asked)).body).toEqual(made.body);
    expect((await call('POST', '/files', 'tax', { kind: 'exports', period: '2026Q1' })).body.code).toBe(
      'BUREAU-FILE-PERIOD',
    );
    const content = await fetch(
      `${platform.url}/api/export-tax/files/exports/2026-02/1/content?format=xlsx`,
      {
        headers: { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' },
      },
    );
    expect(content.headers.get('content-disposition')).toContain('exports-2026-02-1.xlsx');
    expect(
      Buffer.from(await content.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const { body } = await call('GET', '/files/exports/2026-02/1', 'tax');
    expect(body.takings).toMatchObject([{ format: 'xlsx' }]);
    expect((await call('GET', '/files/exports/2026-02/7', 'tax')).body.code).toBe('BUREAU-FILE-NOT-FOUND');
    expect((await call('GET', '/files?limit=1', 'tax')).body.files).toEqual([made.body]);
  });

  test('sees the sheet of assessed income tax of any exporter, an exporter its own', async () => {
    const sheet = await call('GET', `/income/${exporter}?period=2026Q1`, 'tax');
    // One of its two lines is refunded, the other is exempt without invoice.
    expect(sheet.body.quarters).toMatchObject([
      { revenue: '2000.00', taxableIncome: '80.00', due: '4.00', dueOn: '2026-04-15' },
    ]);
    expect((await call('GET', `/income/${exporter}?period=2026Q1`, other)).status).toBe(404);
    expect((await call('GET', `/income/${other}?period=2019`, other)).body.code).toBe('INCOME-SHEET-PERIOD');
  });
});
