import { accessTo, callerOf, partyOf } from '#access';
import { answer, counted, type Http, harmlessTwice, problems } from '#http';
import { readShowings } from '../application/read-showings.ts';
import { type ShowingPorts, showPersons } from '../application/showing-list.ts';
import { listParams, showingBody, showings, showingsQuery, shownPersons } from './schemas.ts';

const described = { tags: ['persons'], security: [{ apiKey: [] }, { session: [] }] };

/** Persons in full, with a reason, and who has been shown them. */
export function showingRoutes(app: Http, ports: ShowingPorts): void {
  app.post(
    '/api/lists/:ebpCode/:orderNo/persons',
    {
      config: {
        ...accessTo('persons', 'show'),
        ...counted('reveal'),
        ...harmlessTwice('Each showing is on record; an answer in full is never kept.'),
      },
      schema: {
        ...described,
        operationId: 'showPersonsOfList',
        summary: 'The persons in the papers of a list, in full, with a reason',
        description:
          'Recorded before it is answered: who, when, from where, which papers, why. An enterprise is shown its own papers; ' +
          'it sees the record of its papers, auditors see all.',
        params: listParams,
        body: showingBody,
        response: { 200: answer('The persons.', shownPersons), ...problems(400, 401, 403, 404, 415, 503) },
      },
    },
    async (request, reply) => {
      const reader = { caller: callerOf(request), party: partyOf(request), address: request.ip };
      const papers = await showPersons(ports, reader, request.params, request.body.reason);
      reply.header('cache-control', 'no-store');
      return {
        papers: papers.map((paper) => ({ ...paper, fields: { ...paper.fields }, notes: [...paper.notes] })),
      };
    },
  );
  app.get(
    '/api/showings',
    {
      config: accessTo('showings', 'read'),
      schema: {
        ...described,
        operationId: 'listShowings',
        summary: 'Who has been shown personal data in full, the latest first',
        description:
          'Of an enterprise those of its papers; of an auditor all, with the address they came from.',
        querystring: showingsQuery,
        response: { 200: answer('Showings.', showings), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => readShowings(ports, partyOf(request), request.query),
  );
}
