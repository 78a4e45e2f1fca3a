import { accessTo, enterpriseOf, partyOf } from '#access';
import { answer, cursorOf, type Http, harmlessTwice, problems, readCursor } from '#http';
import type { TransitPorts } from '../application/ports.ts';
import { reportPositions } from '../application/positions.ts';
import { listsOfTransit, positionsOfTransit, transitsOfList } from '../application/reading.ts';
import { routesOn } from '../domain/corridors.ts';
import { described, told } from './described.ts';
import * as schemas from './schemas.ts';

/** Where transits go, where they were, and what they carry. */
export function placeRoutes(app: Http, ports: TransitPorts): void {
  corridorRoutes(app, ports);
  positionRoutes(app, ports);
  cargoRoutes(app, ports);
}

function corridorRoutes(app: Http, ports: TransitPorts): void {
  app.get(
    '/api/transit-corridors',
    {
      config: accessTo('transit-corridors', 'read'),
      schema: {
        ...{ tags: ['transit'], security: [] },
        operationId: 'listTransitCorridors',
        summary: 'Corridors that are open today, with their places',
        response: { 200: answer('All of them.', schemas.corridors), ...problems(429, 503) },
      },
    },
    async () => {
      const routes = routesOn(ports.corridors, ports.today());
      const places = new Map(routes.flatMap(({ line }) => line.map((place) => [place.code, place])));
      return {
        corridors: routes.map(({ legs: _legs, line, departureOffice, destinationOffice, ...plain }) => ({
          ...{ ...plain, borderOffice: departureOffice, inlandOffice: destinationOffice },
          line: line.map(({ code }) => code),
        })),
        places: [...places.values()].map(({ office, ...place }) => ({
          ...place,
          ...(office === undefined ? {} : { office }),
        })),
      };
    },
  );
}

function positionRoutes(app: Http, ports: TransitPorts): void {
  app.post(
    '/api/transit-positions',
    {
      config: {
        ...accessTo('transits', 'report'),
        ...harmlessTwice('a position of a moment is kept once, and told as a repeat when it comes again'),
      },
      schema: {
        ...described,
        operationId: 'reportTransitPositions',
        summary: 'Report where vehicles are',
        description:
          'In whatever order, and as often as need be: each position has its own answer. Coordinates are those of WGS 84; what lies off the route raises an alert.',
        body: schemas.newPositions,
        response: {
          200: answer('Looked at, one by one.', schemas.positionAnswers),
          ...problems(400, 401, 403, 415),
        },
      },
    },
    async (request) => {
      const { customsCode } = enterpriseOf(request);
      const answers = await reportPositions(ports, customsCode, request.body.positions);
      return {
        // Nothing is compared with other papers here.
        positions: answers.map(({ outcome, finding }) => ({
          outcome,
          ...(finding ? { finding: { ...finding, evidence: undefined } } : {}),
        })),
      };
    },
  );
  app.get(
    '/api/transits/:transitNo/positions',
    {
      config: accessTo('transits', 'read'),
      schema: {
        ...described,
        operationId: 'listTransitPositions',
        summary: 'Where a transit was',
        params: schemas.transitParams,
        querystring: schemas.pageQuery,
        response: {
          200: answer('The latest first.', schemas.positionsPage),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [before] = cursor === undefined ? [] : readCursor(cursor, 1);
      const wish = { enterprise: partyOf(request), before, limit };
      const rows = await positionsOfTransit(ports, request.params.transitNo, wish);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        positions: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
        ...(last ? { next: cursorOf(last.at.toISOString()) } : {}),
      };
    },
  );
}

function cargoRoutes(app: Http, ports: TransitPorts): void {
  app.get(
    '/api/transits/:transitNo/lists',
    {
      config: accessTo('transits', 'read'),
      schema: {
        ...described,
        operationId: 'listTransitLists',
        summary: 'The lists a transit carries',
        params: schemas.transitParams,
        querystring: schemas.pageQuery,
        response: {
          200: answer('In the order of their numbers.', schemas.cargoPage),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [ebpCode = '', ...order] = cursor?.split('/') ?? [];
      const rows = await listsOfTransit(ports, request.params.transitNo, {
        ...{ enterprise: partyOf(request), limit },
        after: cursor === undefined ? undefined : { orderNo: order.join('/'), ebpCode },
      });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { lists: rows, ...(last ? { next: `${last.ebpCode}/${last.orderNo}` } : {}) };
    },
  );
  app.get(
    '/api/lists/:ebpCode/:orderNo/transits',
    {
      config: accessTo('lists', 'read'),
      schema: {
        ...described,
        operationId: 'listTransitsOfList',
        summary: 'The transits a list goes or went with',
        params: schemas.listParams,
        response: {
          200: answer('The latest first.', schemas.transitsOfList),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const rows = await transitsOfList(ports, request.params, partyOf(request));
      return { transits: rows.map(({ orderNo: _order, ebpCode: _platform, ...row }) => told(row)) };
    },
  );
}
