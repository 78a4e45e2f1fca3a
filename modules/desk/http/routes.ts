import { accessTo } from '#access';
import { answer, type Http, harmlessTwice, problems } from '#http';
import { caseDetail } from '../application/case-view.ts';
import { Loads } from '../application/loads.ts';
import { queueView } from '../application/queue-view.ts';
import { searchZone } from '../application/search.ts';
import { actRoutes } from './act-routes.ts';
import { type DeskRoutes, described, officerOf } from './officer-of.ts';
import {
  caseDetail as caseDetailSchema,
  caseParams,
  casesPage,
  deskLoad,
  loadQuery,
  queueQuery,
  searchPage,
  searchWish,
} from './schemas.ts';

/** The officer's desk over HTTP. */
export function deskRoutes(app: Http, routes: DeskRoutes): void {
  queueRoutes(app, routes);
  caseRoutes(app, routes);
  actRoutes(app, routes);
}

function queueRoutes(app: Http, routes: DeskRoutes): void {
  const loads = new Loads(routes);
  app.get(
    '/api/desk/cases',
    {
      config: accessTo('cases', 'read'),
      schema: {
        ...described,
        operationId: 'listCases',
        summary: 'Held lists that wait for an officer, the one due first first',
        description: 'Every list that stands held is a case here, from the same transaction on.',
        querystring: queueQuery,
        response: { 200: answer('A page of the queue.', casesPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { office, holder, cursor, skip, limit, ...wish } = request.query;
      const officer = await officerOf(routes, request);
      const whose = holder === 'mine' ? { officer: officer.id } : ({ free: true } as const);
      return queueView(
        routes,
        officer,
        { ...wish, customsCode: office, ...(holder ? { holder: whose } : {}) },
        { cursor, skip, limit },
      );
    },
  );
  app.get(
    '/api/desk/load',
    {
      config: accessTo('cases', 'read'),
      schema: {
        ...described,
        operationId: 'getDeskLoad',
        summary: 'Backlog, age, what comes and goes, and who has how much in hand',
        querystring: loadQuery,
        response: { 200: answer('As it is now.', deskLoad), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => loads.of(request.query.office),
  );
}

function caseRoutes(app: Http, routes: DeskRoutes): void {
  app.get(
    '/api/desk/cases/:ebpCode/:orderNo',
    {
      config: accessTo('cases', 'read'),
      schema: {
        ...described,
        operationId: 'getCase',
        summary: 'A case: the list and why it is here, what may be done, and what was done',
        params: caseParams,
        response: { 200: answer('The case.', caseDetailSchema), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => caseDetail(routes, await officerOf(routes, request), request.params),
  );
  app.post(
    '/api/desk/search',
    {
      config: {
        ...accessTo('cases', 'search'),
        ...harmlessTwice('It changes nothing; a search for a buyer is put on record each time.'),
      },
      schema: {
        ...described,
        operationId: 'searchZone',
        summary: 'Lists of the whole zone by number, firm, goods, days or buyer',
        description:
          'A buyer is looked for by identity document and with a reason, which is put on record before anything is shown; found are lists that have taken of the buyer’s allowance.',
        body: searchWish,
        response: { 200: answer('A page of lists.', searchPage), ...problems(400, 401, 403, 415, 503) },
      },
    },
    async (request) => searchZone(routes, await officerOf(routes, request), request.body),
  );
}
