import { accessTo, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import { type Batch, batchesBefore, batchFor, book, cancelBooking, depart } from '../application/batches.ts';
import type { B2bPorts } from '../application/ports.ts';
import { noBatch } from '../application/refusals.ts';
import {
  batch,
  batchDetail,
  batchesPage,
  batchesQuery,
  batchOfParams,
  batchParams,
  departure,
  newBatch,
} from './batch-schemas.ts';
import { described, doerOf, ownOrZone } from './described.ts';

const viewOf = (one: Batch) => ({ ...one, bookedAt: one.bookedAt.toISOString() });

/** Goods booked into overseas warehouses. */
export function batchRoutes(app: Http, ports: B2bPorts): void {
  reading(app, ports);
  app.post(
    '/api/b2b/batches',
    {
      config: accessTo('overseas-stock', 'keep'),
      schema: {
        ...described,
        operationId: 'bookIntoWarehouse',
        summary: 'Book goods into an overseas warehouse',
        body: newBatch,
        response: { 201: answer('Booked.', batch), ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => reply.code(201).send(viewOf(await book(ports, doerOf(request), request.body))),
  );
  app.post(
    '/api/b2b/batches/:batchNo/departure',
    {
      config: accessTo('overseas-stock', 'keep'),
      schema: {
        ...described,
        operationId: 'tellWarehouseDeparture',
        summary: 'Tell that booked goods have left, and under which export',
        params: batchParams,
        body: departure,
        response: {
          200: answer('All of it is on the way.', batch),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request) => viewOf(await depart(ports, doerOf(request), request.params.batchNo, request.body)),
  );
  app.post(
    '/api/b2b/batches/:batchNo/cancel',
    {
      config: accessTo('overseas-stock', 'keep'),
      schema: {
        ...described,
        operationId: 'cancelWarehouseBooking',
        summary: 'Cancel a booking that has not left',
        params: batchParams,
        response: { 200: answer('Cancelled.', batch), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => viewOf(await cancelBooking(ports, doerOf(request), request.params.batchNo)),
  );
}

function reading(app: Http, ports: B2bPorts): void {
  app.get(
    '/api/b2b/batches',
    {
      config: accessTo('overseas-stock', 'read'),
      schema: {
        ...described,
        operationId: 'listWarehouseBookings',
        summary: 'Goods booked into overseas warehouses',
        querystring: batchesQuery,
        response: { 200: answer('The latest first.', batchesPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit = 50, warehouseNo } = request.query;
      const [at = '', enterprise = '', batchNo = ''] = cursor === undefined ? [] : readCursor(cursor, 3);
      const before = cursor === undefined ? undefined : { at, enterprise, batchNo };
      const batches = await batchesBefore(ports, {
        enterprise: partyOf(request),
        warehouseNo,
        before,
        limit,
      });
      const last = batches.length === limit ? batches.at(-1) : undefined;
      return {
        batches: batches.map(viewOf),
        ...(last ? { next: cursorOf(last.bookedAt.toISOString(), last.enterprise, last.batchNo) } : {}),
      };
    },
  );
  app.get(
    '/api/b2b/batches/:enterprise/:batchNo',
    {
      config: accessTo('overseas-stock', 'read'),
      schema: {
        ...described,
        operationId: 'getWarehouseBooking',
        summary: 'A booking with its goods and where they are',
        params: batchOfParams,
        response: { 200: answer('As it stands.', batchDetail), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { enterprise, batchNo } = request.params;
      const key = { enterprise: ownOrZone(request, enterprise, () => noBatch(batchNo)), batchNo };
      const found = await batchFor(ports, key);
      return { ...viewOf(found.batch), lines: [...found.lines] };
    },
  );
}
