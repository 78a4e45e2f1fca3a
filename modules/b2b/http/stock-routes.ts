import { accessTo } from '#access';
import { answer, type Http, problems } from '#http';
import { batchFor, movementsBefore, tellStock } from '../application/batches.ts';
import type { B2bPorts } from '../application/ports.ts';
import { type BatchRefund, claimRefund, refundFor } from '../application/refund.ts';
import { noBatch } from '../application/refusals.ts';
import {
  batchOfParams,
  batchParams,
  batchRefund,
  newStockMovements,
  stockAnswers,
  stockMovementsPage,
} from './batch-schemas.ts';
import { described, doerOf, movementCursor, ownOrZone } from './described.ts';
import { pageQuery } from './schemas.ts';

const refundView = ({ lines, ...more }: BatchRefund) => ({ ...more, lines: [...lines] });

/** What becomes of goods abroad, and the refund that follows it. */
export function stockRoutes(app: Http, ports: B2bPorts): void {
  movementRoutes(app, ports);
  app.get(
    '/api/b2b/batches/:enterprise/:batchNo/refund',
    {
      config: accessTo('overseas-stock', 'read'),
      schema: {
        ...described,
        operationId: 'getDepartureRefund',
        summary: 'The refund on departure of a batch: claimed, pre-refunded, to be paid back',
        params: batchOfParams,
        response: {
          200: answer('As sales stand.', batchRefund),
          ...problems(400, 401, 403, 404, 409, 422, 503),
        },
      },
    },
    async (request) => {
      const { enterprise, batchNo } = request.params;
      const key = { enterprise: ownOrZone(request, enterprise, () => noBatch(batchNo)), batchNo };
      return refundView(await refundFor(ports, key));
    },
  );
  app.post(
    '/api/b2b/batches/:batchNo/claim',
    {
      config: accessTo('overseas-stock', 'keep'),
      schema: {
        ...described,
        operationId: 'claimDepartureRefund',
        summary: 'Claim the refund of a batch, once: what is sold as ever, the rest as a pre-refund',
        params: batchParams,
        response: { 200: answer('Claimed.', batchRefund), ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request) => refundView(await claimRefund(ports, doerOf(request), request.params.batchNo)),
  );
}

function movementRoutes(app: Http, ports: B2bPorts): void {
  app.get(
    '/api/b2b/batches/:enterprise/:batchNo/movements',
    {
      config: accessTo('overseas-stock', 'read'),
      schema: {
        ...described,
        operationId: 'listStockMovements',
        summary: 'What became of the goods of a batch',
        params: batchOfParams,
        querystring: pageQuery,
        response: {
          200: answer('The latest first.', stockMovementsPage),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const { enterprise, batchNo } = request.params;
      const { cursor, limit = 50 } = request.query;
      const key = { enterprise: ownOrZone(request, enterprise, () => noBatch(batchNo)), batchNo };
      await batchFor(ports, key);
      const rows = await movementsBefore(ports, { ...key, before: movementCursor(cursor), limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        movements: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
        ...(last ? { next: last.movementNo } : {}),
      };
    },
  );
  app.post(
    '/api/b2b/batches/:batchNo/movements',
    {
      config: accessTo('overseas-stock', 'keep'),
      schema: {
        ...described,
        operationId: 'tellStockMovements',
        summary: 'Tell what became of goods abroad: received, sold, returned, lost',
        description: 'Each is answered by itself; what is told again is a repeat.',
        params: batchParams,
        body: newStockMovements,
        response: {
          200: answer('One answer each.', stockAnswers),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request) => ({
      movements: (await tellStock(
        ports,
        doerOf(request),
        request.params.batchNo,
        request.body.movements,
      )) as never,
    }),
  );
}
