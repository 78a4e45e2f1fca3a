import { accessTo, callerOf, partyOf } from '#access';
import { answer, cursorOf, type Http, harmlessTwice, problems, readWords } from '#http';
import { fileInvoices, fileReceipt, invoicesAfter } from '../application/filing.ts';
import { confirm, type FirmRow, firmsAfter, tellOfFirm } from '../application/firms.ts';
import type { RefundPorts } from '../application/ports.ts';
import { described, doerOf, told } from './described.ts';
import {
  confirming,
  firm,
  firmParams,
  firmsPageSchema,
  invoicesFiled,
  invoicesPageSchema,
  newFirm,
  newInvoices,
  newReceipt,
  pageQuery,
  receipt,
} from './schemas.ts';

const firmView = ({ ebcCode, ...row }: FirmRow) => ({ enterprise: ebcCode, ...told(row) });

/** What exporters file for the tax of their exports. */
export function filingRoutes(app: Http, ports: RefundPorts): void {
  firmRoutes(app, ports);
  invoiceRoutes(app, ports);
  app.post(
    '/api/export-tax/receipts',
    {
      config: {
        ...accessTo('export-tax', 'file'),
        ...harmlessTwice('A receipt has its number: filed again alike it covers what has left since.'),
      },
      schema: {
        ...described,
        operationId: 'fileForeignExchange',
        summary: 'File foreign exchange received for exports',
        body: newReceipt,
        response: { 200: answer('What it covers.', receipt), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request) => {
      const { reference, receivedOn, currency, amount, ...covers } = request.body;
      const filed = { reference, receivedOn, currency, amount };
      const which = 'month' in covers ? { month: `${covers.month}-01` } : covers;
      return fileReceipt(ports, doerOf(request), filed, which);
    },
  );
}

function firmRoutes(app: Http, ports: RefundPorts): void {
  app.get(
    '/api/export-tax/firms',
    {
      config: accessTo('export-tax', 'read'),
      schema: {
        ...described,
        operationId: 'listExportTaxFirms',
        summary: 'What exporters have told that decides the tax of their exports',
        querystring: pageQuery,
        response: { 200: answer('By customs code.', firmsPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [after = ''] = cursor === undefined ? [] : readWords(cursor, 1);
      const rows = await firmsAfter(ports, { party: partyOf(request), after, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { firms: rows.map(firmView), ...(last ? { next: cursorOf(last.ebcCode) } : {}) };
    },
  );
  app.put(
    '/api/export-tax/firm',
    {
      config: accessTo('export-tax', 'file'),
      schema: {
        ...described,
        operationId: 'tellExportTaxFirm',
        summary: 'Tell what decides the tax of your exports; the tax bureau confirms it',
        body: newFirm,
        response: { 200: answer('As it stands.', firm), ...problems(400, 401, 403, 415) },
      },
    },
    async (request) => {
      const { refundFilingNo = null, ...facts } = request.body;
      return firmView(await tellOfFirm(ports, doerOf(request), { ...facts, refundFilingNo }));
    },
  );
  app.post(
    '/api/export-tax/firms/:enterprise/confirm',
    {
      config: accessTo('export-tax', 'decide'),
      schema: {
        ...described,
        operationId: 'confirmExportTaxFirm',
        summary: 'Confirm what an exporter has told',
        params: firmParams,
        body: confirming,
        response: { 200: answer('Confirmed.', firm), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { toldAt } = request.body;
      return firmView(
        await confirm(ports, request.params.enterprise, new Date(toldAt), callerOf(request).id),
      );
    },
  );
}

function invoiceRoutes(app: Http, ports: RefundPorts): void {
  app.get(
    '/api/export-tax/invoices',
    {
      config: accessTo('export-tax', 'read'),
      schema: {
        ...described,
        operationId: 'listPurchaseInvoices',
        summary: 'VAT invoices of goods bought for export',
        querystring: pageQuery,
        response: {
          200: answer('By exporter and number.', invoicesPageSchema),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [ebcCode = '', invoiceNo = ''] = cursor === undefined ? [] : readWords(cursor, 2);
      const rows = await invoicesAfter(ports, {
        ...{ party: partyOf(request), after: [ebcCode, invoiceNo], limit },
      });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        invoices: rows.map(({ ebcCode: enterprise, ...row }) => ({ enterprise, ...row })),
        ...(last ? { next: cursorOf(last.ebcCode, last.invoiceNo) } : {}),
      };
    },
  );
  app.post(
    '/api/export-tax/invoices',
    {
      config: {
        ...accessTo('export-tax', 'file'),
        ...harmlessTwice('An invoice has its number: filed again alike it is a repeat.'),
      },
      schema: {
        ...described,
        operationId: 'filePurchaseInvoices',
        summary: 'File VAT invoices of goods bought for export',
        description:
          'They back exports of the same name and unit, the oldest by the oldest; an export is backed once it is covered wholly.',
        body: newInvoices,
        response: { 200: answer('On file.', invoicesFiled), ...problems(400, 401, 403, 415, 422) },
      },
    },
    async (request) => fileInvoices(ports, doerOf(request), request.body.invoices),
  );
}
