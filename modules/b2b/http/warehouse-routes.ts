import { accessTo, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readWords } from '#http';
import type { B2bPorts } from '../application/ports.ts';
import { endWarehouse, fileWarehouse, warehousesAfter } from '../application/warehouses.ts';
import { described, doerOf } from './described.ts';
import { newWarehouse, pageQuery, warehouse, warehouseParams, warehousesPage } from './schemas.ts';

/** Overseas warehouses. */
export function warehouseRoutes(app: Http, ports: B2bPorts): void {
  app.get(
    '/api/b2b/warehouses',
    {
      config: accessTo('overseas-stock', 'read'),
      schema: {
        ...described,
        operationId: 'listOverseasWarehouses',
        summary: 'Overseas warehouses',
        querystring: pageQuery,
        response: {
          200: answer('In the order of exporter and number.', warehousesPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      const [enterprise = '', warehouseNo = ''] = cursor === undefined ? [] : readWords(cursor, 2);
      const warehouses = await warehousesAfter(ports, {
        ...{ enterprise: partyOf(request), after: [enterprise, warehouseNo], limit },
      });
      const last = warehouses.length === limit ? warehouses.at(-1) : undefined;
      return {
        warehouses,
        ...(last ? { next: cursorOf(last.enterprise, last.warehouseNo) } : {}),
      };
    },
  );
  app.post(
    '/api/b2b/warehouses',
    {
      config: accessTo('overseas-stock', 'keep'),
      schema: {
        ...described,
        operationId: 'fileOverseasWarehouse',
        summary: 'File an overseas warehouse',
        body: newWarehouse,
        response: { 201: answer('Filed.', warehouse), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request, reply) => reply.code(201).send(await fileWarehouse(ports, doerOf(request), request.body)),
  );
  app.post(
    '/api/b2b/warehouses/:warehouseNo/close',
    {
      config: accessTo('overseas-stock', 'keep'),
      schema: {
        ...described,
        operationId: 'closeOverseasWarehouse',
        summary: 'Close an overseas warehouse for new bookings',
        params: warehouseParams,
        response: { 200: answer('Closed.', warehouse), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => endWarehouse(ports, doerOf(request), request.params.warehouseNo),
  );
}
