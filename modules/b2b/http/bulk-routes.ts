import { accessTo, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readWords } from '#http';
import {
  bulkContractFor,
  bulkContractsAfter,
  closeContract,
  deliver,
  enterBulkContract,
  noContract,
} from '../application/bulk-contracts.ts';
import type { B2bPorts } from '../application/ports.ts';
import {
  bulkContract,
  bulkContractsPage,
  bulkDetail,
  bulkOfParams,
  bulkParams,
  newBulkContract,
  newDelivery,
} from './contract-schemas.ts';
import { described, doerOf, ownOrZone } from './described.ts';
import { pageQuery } from './schemas.ts';

/** Contracts of bulk goods and deliveries on them. */
export function bulkRoutes(app: Http, ports: B2bPorts): void {
  reading(app, ports);
  app.post(
    '/api/b2b/contracts',
    {
      config: accessTo('bulk-contracts', 'keep'),
      schema: {
        ...described,
        operationId: 'enterBulkContract',
        summary: 'Enter a contract of bulk goods',
        body: newBulkContract,
        response: {
          201: answer('Open for deliveries.', bulkContract),
          ...problems(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await enterBulkContract(ports, doerOf(request), request.body)),
  );
  app.post(
    '/api/b2b/contracts/:contractNo/deliveries',
    {
      config: accessTo('bulk-contracts', 'keep'),
      schema: {
        ...described,
        operationId: 'tellBulkDelivery',
        summary: 'Tell of a delivery on a contract',
        description: 'Up to what the contract allows with its tolerance; told again alike it is a repeat.',
        params: bulkParams,
        body: newDelivery,
        response: {
          200: answer('As the contract stands.', bulkContract),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request) => deliver(ports, doerOf(request), request.params.contractNo, request.body),
  );
  app.post(
    '/api/b2b/contracts/:contractNo/close',
    {
      config: accessTo('bulk-contracts', 'keep'),
      schema: {
        ...described,
        operationId: 'closeBulkContract',
        summary: 'Close a contract: fulfilled where enough was delivered, else ended short',
        params: bulkParams,
        response: { 200: answer('Closed.', bulkContract), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => closeContract(ports, doerOf(request), request.params.contractNo),
  );
}

function reading(app: Http, ports: B2bPorts): void {
  app.get(
    '/api/b2b/contracts',
    {
      config: accessTo('bulk-contracts', 'read'),
      schema: {
        ...described,
        operationId: 'listBulkContracts',
        summary: 'Contracts of bulk goods',
        querystring: pageQuery,
        response: {
          200: answer('In the order of seller and number.', bulkContractsPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      const [seller = '', contractNo = ''] = cursor === undefined ? [] : readWords(cursor, 2);
      const contracts = await bulkContractsAfter(ports, {
        ...{ seller: partyOf(request), after: [seller, contractNo], limit },
      });
      const last = contracts.length === limit ? contracts.at(-1) : undefined;
      return { contracts, ...(last ? { next: cursorOf(last.seller, last.contractNo) } : {}) };
    },
  );
  app.get(
    '/api/b2b/contracts/:seller/:contractNo',
    {
      config: accessTo('bulk-contracts', 'read'),
      schema: {
        ...described,
        operationId: 'getBulkContract',
        summary: 'A contract of bulk goods with its deliveries',
        params: bulkOfParams,
        response: { 200: answer('As it stands.', bulkDetail), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { seller, contractNo } = request.params;
      const own = ownOrZone(request, seller, () => noContract(contractNo));
      const { contract, deliveries } = await bulkContractFor(ports, own, contractNo);
      return { ...contract, deliveries: [...deliveries] };
    },
  );
}
