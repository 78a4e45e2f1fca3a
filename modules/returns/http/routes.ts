import { accessTo, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import type { ReturnsPorts } from '../application/ports.ts';
import { caseDetail, casesBefore, waitingCases } from '../application/reading.ts';
import { applyingRoutes } from './applying-routes.ts';
import { decidingRoutes } from './deciding-routes.ts';
import { caseDetailSchema, caseParams, casesPageSchema, casesQuery } from './schemas.ts';
import { described, detailView, fileView } from './views.ts';

/** Cancellations and returns. */
export function returnsRoutes(app: Http, ports: ReturnsPorts): void {
  app.get(
    '/api/returns',
    {
      config: accessTo('returns', 'read'),
      schema: {
        ...described,
        operationId: 'listReturns',
        summary: 'Cancellations and returns',
        querystring: casesQuery,
        response: { 200: answer('The latest first.', casesPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit, state, kind, direction, orderNo } = request.query;
      const party = partyOf(request);
      const [at = '', returnNo = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, returnNo };
      const rows = await casesBefore(ports, { party, state, kind, direction, orderNo, before, limit });
      const counts = await waitingCases(ports, party);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        returns: rows.map(({ firstGoods, lineCount, ...file }) => ({
          ...{ ...fileView(file), firstGoods, lineCount },
        })),
        waiting: Object.fromEntries(counts.map(({ state: name, cases }) => [name, cases])),
        ...(last ? { next: cursorOf(last.appliedAt.toISOString(), last.returnNo) } : {}),
      };
    },
  );
  app.get(
    '/api/returns/:returnNo',
    {
      config: accessTo('returns', 'read'),
      schema: {
        ...described,
        operationId: 'getReturn',
        summary: 'One cancellation or return',
        params: caseParams,
        response: {
          200: answer('All there is of it.', caseDetailSchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => detailView(await caseDetail(ports, request.params.returnNo, partyOf(request))),
  );
  applyingRoutes(app, ports);
  decidingRoutes(app, ports);
}
