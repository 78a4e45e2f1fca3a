import type { Database } from '#postgres';
import { foreigner, owner } from './callers.ts';
import { type Example, json } from './example.ts';

const fileOf = '/api/export-tax/files/sellers/2026Q1/1';
const claimNo = 'TS202699999999';

/** What both enterprises have told and received, and a withdrawn claim of the owner's. */
export async function keepExportTax(database: Database, now: Date): Promise<void> {
  for (const enterprise of [owner, foreigner])
    await database.query(
      `insert into refunds.firm (ebc_code, kind, general_taxpayer, zone_registered, small_firm, told_at, told_by)
       values ($1, 'trader', true, true, true, $2, 'test')`,
      [enterprise, now],
    );
  await database.query(
    `insert into refunds.claim (ebc_code, claim_no, month, state, lines, net, refund, drafted_at, drafted_by, settled_at, settled_by)
     values ($1, $2, '2026-07-01', 'withdrawn', 1, 1, 1, $3, 'test', $3, 'test')`,
    [owner, claimNo, now],
  );
  await database.query(
    `insert into refunds.file (period, kind, edition, due_on, complete, rows, sha256, content, made_at, made_by)
     values ('2026Q1', 'sellers', 1, '2026-04-30', false, 0, '00', '', $1, 'test')`,
    [now],
  );
}

/** Examples of the tax of exports: of their exporter, and of others who find nothing. */
export function exportTaxExamples(): Readonly<Record<string, Example>> {
  const claim = `/api/export-tax/claims/${claimNo}`;
  const found = { good: 200, foreign: 404 };
  const invoice = {
    ...{ invoiceNo: 'INV-1', invoicedOn: '2026-01-01', sellerUscc: '91530100MA6EXAMP10', sellerName: '示例' },
    lines: [
      {
        ...{ line: 1, gname: '茶', unit: '011', quantity: '1', net: '1.00', vat: '0.13', vatRate: '0.13' },
      },
    ],
  };
  const receipt = { reference: 'BOC-1', receivedOn: '2026-01-01', currency: '142', amount: '1.00' };
  return {
    'PUT /api/export-tax/firm': {
      ...json({ kind: 'trader', generalTaxpayer: true, zoneRegistered: true, smallFirm: true }),
      good: 200,
    },
    // Let in, and told that something else was told since.
    'POST /api/export-tax/firms/:enterprise/confirm': {
      ...json({ toldAt: '2020-01-01T00:00:00.000Z' }),
      ...{ url: `/api/export-tax/firms/${owner}/confirm`, good: 409 },
    },
    'POST /api/export-tax/invoices': { ...json({ invoices: [invoice] }), good: 200 },
    'POST /api/export-tax/receipts': { ...json({ ...receipt, month: '2026-01' }), good: 200 },
    'GET /api/export-tax/lines': { url: '/api/export-tax/lines?month=2026-07', good: 200 },
    'GET /api/export-tax/picture': { url: '/api/export-tax/picture?month=2026-07', good: 200 },
    'POST /api/export-tax/files': { ...json({ kind: 'exports', period: '2026-01' }), good: 200 },
    'GET /api/export-tax/files/:kind/:period/:edition': { url: fileOf, good: 200 },
    'GET /api/export-tax/files/:kind/:period/:edition/content': { url: `${fileOf}/content`, good: 200 },
    'GET /api/export-tax/income/:enterprise': {
      ...{ url: `/api/export-tax/income/${owner}?period=2026Q1`, ...found },
    },
    'POST /api/export-tax/claims': { ...json({ month: '2026-07' }), good: 409 },
    'GET /api/export-tax/claims/:claimNo': { url: claim, ...found },
    'GET /api/export-tax/claims/:claimNo/lines': { url: `${claim}/lines`, ...found },
    'POST /api/export-tax/claims/:claimNo/hand-in': { url: `${claim}/hand-in`, good: 409, foreign: 404 },
    'POST /api/export-tax/claims/:claimNo/withdraw': { url: `${claim}/withdraw`, good: 409, foreign: 404 },
    'POST /api/export-tax/claims/:claimNo/decision': {
      ...{ url: `${claim}/decision`, ...json({ verdict: 'refuse', reason: '核对' }), good: 409 },
    },
  };
}
