import { accessTo, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readWords } from '#http';
import type { B2bPorts } from '../application/ports.ts';
import {
  type ContractAct,
  contractsAfter,
  enterContract,
  principalReport as reportOf,
  settle,
  tellPrincipal,
} from '../application/principals.ts';
import {
  newPrincipalContract,
  newPrincipalExport,
  principalContract,
  principalContractsPage,
  principalExport,
  principalParams,
  principalReport,
  reportQuery,
} from './contract-schemas.ts';
import { described, doerOf } from './described.ts';
import { pageQuery } from './schemas.ts';

/** Agents and the principals they export for. */
export function principalRoutes(app: Http, ports: B2bPorts): void {
  contractRoutes(app, ports);
  settling(app, ports, 'confirm', 'Confirm a contract as its principal');
  settling(app, ports, 'decline', 'Decline a contract as its principal');
  settling(app, ports, 'end', 'End a contract; what was exported under it stays on record');
  app.post(
    '/api/b2b/principals/exports',
    {
      config: accessTo('principals', 'keep'),
      schema: {
        ...described,
        operationId: 'tellPrincipal',
        summary: 'Put on record whose an export really was, and its amount',
        description: 'Told once for each export; told again alike it is answered the same.',
        body: newPrincipalExport,
        response: {
          200: answer('On record.', principalExport),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request) => tellPrincipal(ports, doerOf(request), request.body),
  );
  app.get(
    '/api/b2b/principals/report',
    {
      config: accessTo('principals', 'read'),
      schema: {
        ...described,
        operationId: 'getPrincipalReport',
        summary: 'What agents exported for whom in a quarter',
        querystring: reportQuery,
        response: {
          200: answer('Sums by agent and principal.', principalReport),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { sums, ...span } = await reportOf(ports, partyOf(request), request.query.quarter);
      return { ...span, sums: [...sums] };
    },
  );
}

function contractRoutes(app: Http, ports: B2bPorts): void {
  app.get(
    '/api/b2b/principals/contracts',
    {
      config: accessTo('principals', 'read'),
      schema: {
        ...described,
        operationId: 'listPrincipalContracts',
        summary: 'Contracts of agents with principals, of either side',
        querystring: pageQuery,
        response: {
          200: answer('In the order of agent and number.', principalContractsPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      const [agent = '', contractNo = ''] = cursor === undefined ? [] : readWords(cursor, 2);
      const contracts = await contractsAfter(ports, {
        ...{ party: partyOf(request), after: [agent, contractNo], limit },
      });
      const last = contracts.length === limit ? contracts.at(-1) : undefined;
      return { contracts, ...(last ? { next: cursorOf(last.agent, last.contractNo) } : {}) };
    },
  );
  app.post(
    '/api/b2b/principals/contracts',
    {
      config: accessTo('principals', 'keep'),
      schema: {
        ...described,
        operationId: 'enterPrincipalContract',
        summary: 'Enter a contract to export for a principal',
        body: newPrincipalContract,
        response: {
          201: answer('A principal registered here is to confirm it.', principalContract),
          ...problems(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) => reply.code(201).send(await enterContract(ports, doerOf(request), request.body)),
  );
}

function settling(app: Http, ports: B2bPorts, act: ContractAct, summary: string): void {
  app.post(
    `/api/b2b/principals/contracts/:agent/:contractNo/${act}`,
    {
      config: accessTo('principals', 'keep'),
      schema: {
        ...described,
        operationId: `${act}PrincipalContract`,
        summary,
        params: principalParams,
        response: { 200: answer('Settled.', principalContract), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => settle(ports, doerOf(request), request.params, act),
  );
}
