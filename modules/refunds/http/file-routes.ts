import { Readable } from 'node:stream';
import { z } from 'zod';
import { accessTo, callerOf, partyOf } from '#access';
import { answer, cursorOf, type Http, harmlessTwice, problems, readCursor } from '#http';
import { formatDecimal } from '#kernel';
import type { Rate } from '#tax';
import { takeFile } from '../application/file-text.ts';
import { type FileName, fileFor, filesBefore, makeFile, type TaxFile } from '../application/files.ts';
import { incomeFor } from '../application/income.ts';
import type { RefundPorts } from '../application/ports.ts';
import { noFirm } from '../application/refusals.ts';
import { described, placeOf } from './described.ts';
import {
  contentQuery,
  file,
  fileDetail,
  fileParams,
  filesPageSchema,
  filesQuery,
  incomeParams,
  incomeQuery,
  incomeSheet,
  newFile,
} from './file-schemas.ts';

const fileView = ({ madeAt, ...plain }: TaxFile) => ({ ...plain, madeAt: madeAt.toISOString() });

/** Files for the tax bureau, and the sheet of assessed income tax. */
export function fileRoutes(app: Http, ports: RefundPorts): void {
  pageRoute(app, ports);
  takingRoutes(app, ports);
  incomeRoute(app, ports);
  app.post(
    '/api/export-tax/files',
    {
      config: {
        ...accessTo('tax-files', 'make'),
        ...harmlessTwice('Where nothing has changed, the edition before is given again.'),
      },
      schema: {
        ...described,
        operationId: 'makeTaxFile',
        summary: 'Make a file for the tax bureau',
        description:
          'The same data make the same file, to the byte; where something has changed it is a further edition.',
        body: newFile,
        response: { 200: answer('The file.', file), ...problems(400, 401, 403, 415, 422) },
      },
    },
    async (request) => {
      const { kind, period } = request.body;
      return fileView(await makeFile(ports, callerOf(request).id, kind, period));
    },
  );
}

function pageRoute(app: Http, ports: RefundPorts): void {
  app.get(
    '/api/export-tax/files',
    {
      config: accessTo('tax-files', 'read'),
      schema: {
        ...described,
        operationId: 'listTaxFiles',
        summary: 'Files for the tax bureau',
        querystring: filesQuery,
        response: { 200: answer('The latest first.', filesPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [at = '', period = '', kind = '', edition = ''] =
        cursor === undefined ? [] : readCursor(cursor, 4);
      const before = { at, period, kind: kind as FileName['kind'], edition: placeOf(edition) };
      const rows = await filesBefore(ports, cursor === undefined ? undefined : before, limit);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        files: rows.map(fileView),
        ...(last
          ? { next: cursorOf(last.madeAt.toISOString(), last.period, last.kind, String(last.edition)) }
          : {}),
      };
    },
  );
}

const media = {
  json: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const binary = { schema: z.any().meta({ type: 'string', format: 'binary' }) };

function takingRoutes(app: Http, ports: RefundPorts): void {
  app.get(
    '/api/export-tax/files/:kind/:period/:edition',
    {
      config: accessTo('tax-files', 'read'),
      schema: {
        ...described,
        operationId: 'getTaxFile',
        summary: 'A file for the tax bureau, and who took it',
        params: fileParams,
        response: { 200: answer('The file.', fileDetail), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { takings, ...found } = await fileFor(ports, request.params);
      return {
        ...fileView(found),
        takings: takings.map(({ takenAt, ...taking }) => ({ ...taking, takenAt: takenAt.toISOString() })),
      };
    },
  );
  app.get(
    '/api/export-tax/files/:kind/:period/:edition/content',
    {
      config: accessTo('tax-files', 'read'),
      schema: {
        ...described,
        operationId: 'takeTaxFile',
        summary: 'What a file holds, as CSV, XLSX or JSON; who takes it is on record',
        description: 'As JSON, one row a line, it is to the byte what its digest was taken of.',
        params: fileParams,
        querystring: contentQuery,
        response: {
          200: {
            description: 'The file, given out as it is read.',
            content: { 'text/csv': binary, [media.xlsx]: binary, 'application/x-ndjson': binary },
          },
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request, reply) => {
      const { kind, period, edition } = request.params;
      const { format } = request.query;
      const text = await takeFile(ports, request.params, format, callerOf(request).id);
      const name = `${kind}-${period}-${edition}.${format === 'json' ? 'ndjson' : format}`;
      return reply
        .type(media[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(text, { objectMode: false }));
    },
  );
}

const rateView = ({ value, rule, source }: Rate) => ({ value: formatDecimal(value), rule, source });

function incomeRoute(app: Http, ports: RefundPorts): void {
  app.get(
    '/api/export-tax/income/:enterprise',
    {
      config: accessTo('export-tax', 'read'),
      schema: {
        ...described,
        operationId: 'getAssessedIncome',
        summary: 'The sheet of assessed income tax, quarter by quarter from the beginning of the year',
        params: incomeParams,
        querystring: incomeQuery,
        response: { 200: answer('The sheet.', incomeSheet), ...problems(400, 401, 403, 404, 422, 503) },
      },
    },
    async (request) => {
      const { enterprise } = request.params;
      const { period } = request.query;
      const party = partyOf(request);
      if (party !== undefined && party !== enterprise) throw noFirm(enterprise);
      const { smallFirm, quarters, uncounted } = await incomeFor(ports, enterprise, period);
      return {
        ...{ enterprise, period, smallFirm, uncounted: [...uncounted] },
        quarters: quarters.map(({ quarter, dueOn, by, rate, ...money }) => ({
          ...{ quarter, dueOn, assessedRate: rateView(by), incomeTaxRate: rateView(rate) },
          ...{
            revenue: formatDecimal(money.revenue, 2),
            revenueToDate: formatDecimal(money.revenueToDate, 2),
          },
          ...{ taxableIncome: formatDecimal(money.taxableIncome, 2) },
          ...{ incomeTax: formatDecimal(money.incomeTax, 2), before: formatDecimal(money.before, 2) },
          due: formatDecimal(money.due, 2),
        })),
      };
    },
  );
}
