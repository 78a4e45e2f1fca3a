import { Readable } from 'node:stream';
import { z } from 'zod';
import { accessTo, enterpriseOf } from '#access';
import { answer, type Http, problems } from '#http';
import { exported } from '../application/export.ts';
import { pageOf, wishOf } from '../application/pages.ts';
import type { PaperworkPorts } from '../application/ports.ts';
import { filtersFor, removeFilter, saveFilter } from '../application/saved-filters.ts';
import {
  attention,
  exportQuery,
  filterParams,
  filtersQuery,
  kindParams,
  newFilter,
  pageQuery,
  paperworkPage,
  savedFilter,
  savedFilters,
} from './schemas.ts';

const described = { tags: ['paperwork'], security: [{ apiKey: [] }, { session: [] }] };

/** Orders, payments and waybills of the caller's enterprise, its filters, and what needs somebody. */
export function paperworkRoutes(app: Http, ports: PaperworkPorts): void {
  documentRoutes(app, ports);
  filterRoutes(app, ports);
  attentionRoute(app, ports);
}

const media: Readonly<Record<'csv' | 'xlsx', string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const binary = { schema: z.any().meta({ type: 'string', format: 'binary' }) };
const file = {
  description: 'The file, given out as it is read.',
  content: { 'text/csv': binary, [media.xlsx]: binary },
};

function documentRoutes(app: Http, ports: PaperworkPorts): void {
  app.get(
    '/api/documents/:kind',
    {
      config: accessTo('documents', 'read'),
      schema: {
        ...described,
        operationId: 'findDocuments',
        summary: 'Orders, payments or waybills of the enterprise, the newest first',
        description: 'What it has handed in, or what names it; personal data masked.',
        params: kindParams,
        querystring: pageQuery,
        response: { 200: answer('A stretch of them.', paperworkPage), ...problems(400, 401, 403, 422, 503) },
      },
    },
    async (request) => pageOf(ports, request.params.kind, enterpriseOf(request).customsCode, request.query),
  );
  app.get(
    '/api/documents/:kind/export',
    {
      config: accessTo('documents', 'read'),
      schema: {
        ...described,
        operationId: 'exportDocuments',
        summary: 'Everything a filter finds as CSV or XLSX',
        description:
          'All fields of the head by their names in the standard, personal data masked. CSV is UTF-8 with a byte order mark; a cell that a ' +
          'spreadsheet program would take for a formula begins with an apostrophe.',
        params: kindParams,
        querystring: exportQuery,
        response: { 200: file, ...problems(400, 401, 403, 422, 503) },
      },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const { customsCode } = enterpriseOf(request);
      // What cannot be answered is said before the file begins.
      await wishOf(ports, kind, customsCode, request.query);
      const { format } = request.query;
      return reply
        .type(media[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${kind}.${format}"`)
        .send(Readable.from(exported(ports, kind, customsCode, request.query), { objectMode: false }));
    },
  );
}

function filterRoutes(app: Http, ports: PaperworkPorts): void {
  app.get(
    '/api/saved-filters',
    {
      config: accessTo('saved-filters', 'read'),
      schema: {
        ...described,
        operationId: 'listSavedFilters',
        summary: 'Filters of a page: one’s own, and those colleagues share',
        querystring: filtersQuery,
        response: { 200: answer('One’s own first.', savedFilters), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => ({ filters: await filtersFor(ports, enterpriseOf(request), request.query.page) }),
  );
  app.post(
    '/api/saved-filters',
    {
      config: accessTo('saved-filters', 'manage'),
      schema: {
        ...described,
        operationId: 'saveFilter',
        summary: 'Save a filter, in the place of one’s own of the same name',
        body: newFilter,
        response: { 200: answer('Saved.', savedFilter), ...problems(400, 401, 403, 409, 415) },
      },
    },
    async (request) => saveFilter(ports, enterpriseOf(request), request.body),
  );
  app.delete(
    '/api/saved-filters/:filterId',
    {
      config: accessTo('saved-filters', 'manage'),
      schema: {
        ...described,
        operationId: 'removeSavedFilter',
        summary: 'Remove a filter of one’s own',
        params: filterParams,
        response: { 204: z.null().meta({ description: 'Removed.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await removeFilter(ports, enterpriseOf(request), request.params.filterId);
      return reply.code(204).send(null);
    },
  );
}

function attentionRoute(app: Http, ports: PaperworkPorts): void {
  app.get(
    '/api/attention',
    {
      config: accessTo('attention', 'read'),
      schema: {
        ...described,
        operationId: 'getAttention',
        summary: 'What of the enterprise needs somebody',
        description: 'Kinds with nothing to do are left out; new kinds may come.',
        response: { 200: answer('What there is to do.', attention), ...problems(401, 403, 503) },
      },
    },
    async (request) => {
      const now = ports.now();
      const { customsCode } = enterpriseOf(request);
      const found = await Promise.all(ports.attention.map((source) => source(customsCode, now)));
      return {
        items: found
          .flat()
          .filter(({ count }) => count > 0)
          .map(({ kind, count, since }) => ({
            kind,
            count,
            ...(since ? { since: since.toISOString() } : {}),
          })),
        now: now.toISOString(),
      };
    },
  );
}
