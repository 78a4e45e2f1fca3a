import { z } from 'zod';
import { accessTo, callerOf } from '#access';
import { answer, type Http, problems } from '#http';
import { type IncidentPorts, report, say } from '../application/incidents.ts';
import type { StatusBoard } from '../application/page.ts';
import { incidentMade, incidentParams, incidentReport, incidentWord, statusPage } from './schemas.ts';

export interface StatusRoutes extends IncidentPorts {
  readonly board: StatusBoard;
}

const described = { tags: ['operation'], security: [{ apiKey: [] }, { session: [] }] };

/** How the platform is, for anybody; what is said of it, by who runs it. */
export function statusRoutes(app: Http, routes: StatusRoutes): void {
  app.get(
    '/api/status',
    {
      config: accessTo('status', 'read'),
      schema: {
        operationId: 'getStatus',
        summary: 'How the platform is, and how it has been',
        description:
          'Measured by the platform itself once a minute. Minutes nobody measured are said to be so. Open to anybody, and at most ten seconds old.',
        tags: described.tags,
        security: [],
        response: { 200: answer('How it is.', statusPage), ...problems() },
      },
    },
    async (_request, reply) => {
      void reply.header('cache-control', 'public, max-age=10');
      return routes.board.page();
    },
  );
  app.post(
    '/api/status/incidents',
    {
      config: accessTo('status', 'manage'),
      schema: {
        ...described,
        operationId: 'reportIncident',
        summary: 'Report an incident, or announce planned work',
        body: incidentReport,
        response: { 201: answer('Shown from now on.', incidentMade), ...problems(400, 401, 403, 415, 422) },
      },
    },
    async (request, reply) => {
      const incidentId = await report(routes, callerOf(request).id, request.body);
      routes.board.forget();
      return reply.code(201).send({ incidentId });
    },
  );
  app.post(
    '/api/status/incidents/:incidentId/words',
    {
      config: accessTo('status', 'manage'),
      schema: {
        ...described,
        operationId: 'tellOfIncident',
        summary: 'Say more of an incident, or that it is over',
        params: incidentParams,
        body: incidentWord,
        response: {
          204: z.null().meta({ description: 'Shown from now on.' }),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request, reply) => {
      await say(routes, callerOf(request).id, request.params.incidentId, request.body);
      routes.board.forget();
      return reply.code(204).send(null);
    },
  );
}
