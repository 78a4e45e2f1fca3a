import { accessTo, enterpriseOf, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import { applyForTransit } from '../application/apply.ts';
import type { TransitPorts } from '../application/ports.ts';
import { transitDetail, transits } from '../application/reading.ts';
import { actRoutes } from './act-routes.ts';
import { actorOf, described, detailView, transitView } from './described.ts';
import { placeRoutes } from './place-routes.ts';
import * as schemas from './schemas.ts';

/** Transfers under customs control. */
export function transitRoutes(app: Http, ports: TransitPorts): void {
  reading(app, ports);
  applying(app, ports);
  actRoutes(app, ports);
  placeRoutes(app, ports);
}

function reading(app: Http, ports: TransitPorts): void {
  app.get(
    '/api/transits',
    {
      config: accessTo('transits', 'read'),
      schema: {
        ...described,
        operationId: 'listTransits',
        summary: 'Transits applied for or carried by you, or those of the zone',
        querystring: schemas.transitsQuery,
        response: {
          200: answer('The latest applied for first.', schemas.transitsPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, live, ...wish } = request.query;
      const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const rows = await transits(ports, {
        ...{ enterprise: partyOf(request), state: wish.state, office: wish.office, search: wish.search },
        ...{ live: live === undefined ? undefined : live === 'true', limit: wish.limit },
        before: cursor === undefined ? undefined : { at, id },
      });
      const last = rows.length === wish.limit ? rows.at(-1) : undefined;
      return {
        now: ports.now().toISOString(),
        transits: rows.map(transitView),
        ...(last ? { next: cursorOf(last.appliedAt.toISOString(), last.transitNo) } : {}),
      };
    },
  );
  app.get(
    '/api/transits/:transitNo',
    {
      config: accessTo('transits', 'read'),
      schema: {
        ...described,
        operationId: 'getTransit',
        summary: 'One transit with its steps, seals and alerts, and what you may do with it',
        params: schemas.transitParams,
        response: {
          200: answer('The transit.', schemas.transitDetail),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) =>
      detailView(await transitDetail(ports, request.params.transitNo, actorOf(request)), ports.now()),
  );
}

function applying(app: Http, ports: TransitPorts): void {
  app.post(
    '/api/transits',
    {
      config: accessTo('transits', 'apply'),
      schema: {
        ...described,
        operationId: 'applyForTransit',
        summary: 'Apply for a direct transfer of one batch under a master bill',
        description:
          'The goods are named as one batch of cross-border goods; the lists they belong to are attached. A list is in one transit at a time.',
        body: schemas.newTransit,
        response: {
          201: answer('The office of departure is to approve it.', schemas.transitDetail),
          ...problems(400, 401, 403, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { id, customsCode } = enterpriseOf(request);
      const { transitNo } = await applyForTransit(ports, { id, customsCode }, request.body);
      return reply
        .code(201)
        .send(detailView(await transitDetail(ports, transitNo, actorOf(request)), ports.now()));
    },
  );
}
