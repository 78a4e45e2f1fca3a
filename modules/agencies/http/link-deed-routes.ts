import { accessTo, answererOf } from '#access';
import { answer, type Http, problems } from '#http';
import { confirmLink, pauseLink, resumeLink } from '../application/link-deeds.ts';
import type { AgencyPorts } from '../application/ports.ts';
import { agencyParams, done, linkSeen, pauseWish, setLinkView } from './link-schemas.ts';

const described = { tags: ['agencies'], security: [{ session: [] }], params: agencyParams };

/** What takes a second person, and having a link rest. */
export function linkDeedRoutes(app: Http, ports: AgencyPorts): void {
  confirming(app, ports);
  pauses(app, ports);
}

function confirming(app: Http, ports: AgencyPorts): void {
  app.post(
    '/api/agency-links/:agency/confirmation',
    {
      config: accessTo('agency-links', 'confirm'),
      schema: {
        ...described,
        operationId: 'confirmAgencyLink',
        summary: 'Let an agency decide over its link, as somebody else has asked',
        description: 'Refused to whoever asked for it, and where it is another address by now.',
        body: linkSeen,
        response: {
          200: answer('It decides itself from now on.', setLinkView.omit({ secret: true })),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request) => confirmLink(ports, request.params.agency, request.body.address, answererOf(request)),
  );
}

function pauses(app: Http, ports: AgencyPorts): void {
  app.post(
    '/api/agency-links/:agency/pause',
    {
      config: accessTo('agency-links', 'pause'),
      schema: {
        ...described,
        operationId: 'pauseAgencyLink',
        summary: 'Have a link rest: nothing goes over it, and what is asked waits',
        body: pauseWish,
        response: { 204: done, ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      await pauseLink(ports, request.params.agency, request.body.reason, answererOf(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/agency-links/:agency/resume',
    {
      config: accessTo('agency-links', 'pause'),
      schema: {
        ...described,
        operationId: 'resumeAgencyLink',
        summary: 'Have a paused link go on at once',
        response: { 204: done, ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await resumeLink(ports, request.params.agency, answererOf(request));
      return reply.code(204).send(null);
    },
  );
}
