import { accessTo, answererOf, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import { bookFor } from '../application/books.ts';
import { decideCount, proposeCount } from '../application/counts.ts';
import type { BondedPorts } from '../application/ports.ts';
import { countsBefore, type StockCount } from '../application/reading.ts';
import { described, keeperOf } from './described.ts';
import {
  bookParams,
  count,
  countParams,
  countsPageSchema,
  countVerdict,
  newCount,
  pageQuery,
} from './schemas.ts';

function viewOf({ proposedBy: _by, proposedAt, settledAt, lines, ...plain }: StockCount) {
  return {
    ...{ ...plain, lines: [...lines], proposedAt: proposedAt.toISOString() },
    ...(settledAt ? { settledAt: settledAt.toISOString() } : {}),
  };
}

/** Stock counts. */
export function countRoutes(app: Http, ports: BondedPorts): void {
  reading(app, ports);
  counting(app, ports);
}

function reading(app: Http, ports: BondedPorts): void {
  app.get(
    '/api/bonded/books/:bookNo/counts',
    {
      config: accessTo('account-books', 'read'),
      schema: {
        ...described,
        operationId: 'listStockCounts',
        summary: 'Stock counts of a book',
        params: bookParams,
        querystring: pageQuery,
        response: {
          200: answer('The latest first.', countsPageSchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const { bookNo } = await bookFor(ports, request.params.bookNo, partyOf(request));
      const { cursor, limit } = request.query;
      const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, id };
      const rows = await countsBefore(ports, { bookNo, before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        counts: rows.map(viewOf),
        ...(last ? { next: cursorOf(last.proposedAt.toISOString(), last.countId) } : {}),
      };
    },
  );
}

function counting(app: Http, ports: BondedPorts): void {
  app.post(
    '/api/bonded/books/:bookNo/counts',
    {
      config: accessTo('account-books', 'keep'),
      schema: {
        ...described,
        operationId: 'proposeStockCount',
        summary: 'Hand in what was counted',
        description: 'The book is adjusted by the differences once customs has approved the count.',
        params: bookParams,
        body: newCount,
        response: {
          201: answer('Customs is to approve it.', count),
          ...problems(400, 401, 403, 404, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { lines, note = '' } = request.body;
      const made = await proposeCount(ports, request.params.bookNo, keeperOf(request), lines, note);
      return reply.code(201).send(viewOf(made));
    },
  );
  app.post(
    '/api/bonded/counts/:countId/verdict',
    {
      config: accessTo('account-books', 'approve'),
      schema: {
        ...described,
        operationId: 'decideStockCount',
        summary: 'Approve or reject a stock count',
        params: countParams,
        body: countVerdict,
        response: { 200: answer('Settled.', count), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { verdict, reason = '' } = request.body;
      const settled = { state: verdict, reason };
      return viewOf(await decideCount(ports, answererOf(request), request.params.countId, settled));
    },
  );
}
