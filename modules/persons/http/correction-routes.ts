import { z } from 'zod';
import { accessTo, callerOf, partyOf } from '#access';
import { answer, counted, type Http, harmlessTwice, problems } from '#http';
import { answerCorrection, correctionsSeenBy, openCorrection } from '../application/corrections.ts';
import { askCorrection, ownCorrections, withdrawCorrection } from '../application/own-corrections.ts';
import type { OwnDataPorts } from '../application/own-data.ts';
import type { Reader } from '../application/showing-list.ts';
import {
  answerBody,
  correctionBody,
  correctionMade,
  correctionParams,
  correctionsQuery,
  correctionsView,
  correctionWords,
  ownCorrectionsView,
} from './correction-schemas.ts';
import { askerOf, mine } from './own-routes.ts';

/** What a person asks about what is held of them. */
export function ownCorrectionRoutes(app: Http, ports: OwnDataPorts): void {
  app.get(
    '/api/me/corrections',
    {
      config: accessTo('own-data', 'read'),
      schema: {
        ...mine,
        operationId: 'getOwnCorrections',
        summary: 'What I have asked to have corrected, deleted or explained, and what was answered',
        response: { 200: answer('The latest first.', ownCorrectionsView), ...problems(401, 403, 409, 503) },
      },
    },
    async (request, reply) => ownCorrections(ports, askerOf(request, reply)),
  );
  app.post(
    '/api/me/corrections',
    {
      config: accessTo('own-data', 'ask'),
      schema: {
        ...mine,
        operationId: 'askCorrection',
        summary: 'Ask to have something held about me corrected, deleted or explained',
        description:
          'Whoever sent the paper has to answer by a day (our own limit, until the law names one). A paper customs has decided ' +
          'on is not rewritten: a note is put beside it, and goes with it wherever it is shown in full.',
        body: correctionBody,
        response: {
          201: answer('It waits for an answer.', correctionMade),
          ...problems(400, 401, 403, 404, 409, 415, 422, 503),
        },
      },
    },
    async (request, reply) => {
      const made = await askCorrection(ports, askerOf(request, reply), request.body);
      return reply.code(201).send(made);
    },
  );
  app.post(
    '/api/me/corrections/:requestId/withdrawal',
    {
      config: { ...accessTo('own-data', 'ask'), ...harmlessTwice('Taken back twice is taken back.') },
      schema: {
        ...mine,
        operationId: 'withdrawCorrection',
        summary: 'Take back what I have asked',
        params: correctionParams,
        response: {
          204: z.null().meta({ description: 'Taken back.' }),
          ...problems(400, 401, 403, 404, 409, 503),
        },
      },
    },
    async (request, reply) => {
      await withdrawCorrection(ports, askerOf(request, reply), request.params.requestId);
      return reply.code(204).send(null);
    },
  );
}

const described = { tags: ['persons'], security: [{ apiKey: [] }, { session: [] }] };

const readerOf = (request: Parameters<typeof callerOf>[0] & { readonly ip: string }): Reader => ({
  ...{ caller: callerOf(request), party: partyOf(request), address: request.ip },
});

/** What persons ask, for those who have to answer. */
export function correctionRoutes(app: Http, ports: OwnDataPorts): void {
  app.get(
    '/api/corrections',
    {
      config: accessTo('corrections', 'read'),
      schema: {
        ...described,
        operationId: 'listCorrections',
        summary: 'What persons ask about their data: open ones by when they are due, or ended ones',
        querystring: correctionsQuery,
        response: { 200: answer('A page.', correctionsView), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => correctionsSeenBy(ports, partyOf(request), request.query),
  );
  app.post(
    '/api/corrections/:requestId/showing',
    {
      config: {
        ...accessTo('corrections', 'show'),
        ...counted('reveal'),
        ...harmlessTwice('Each showing is on record; an answer in full is never kept.'),
      },
      schema: {
        ...described,
        operationId: 'openCorrection',
        summary:
          'What a person has written, and what the paper says now; on record like every reading in full',
        params: correctionParams,
        response: { 200: answer('In full.', correctionWords), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return openCorrection(ports, readerOf(request), request.params.requestId);
    },
  );
  answerRoute(app, ports);
}

function answerRoute(app: Http, ports: OwnDataPorts): void {
  app.post(
    '/api/corrections/:requestId/answer',
    {
      config: accessTo('corrections', 'answer'),
      schema: {
        ...described,
        operationId: 'answerCorrection',
        summary: 'Answer what a person asks',
        description:
          'That something is corrected is taken only when the paper says otherwise now; a note only where it can no longer be ' +
          'changed. An operator answers what the platform itself holds, and what is late.',
        params: correctionParams,
        body: answerBody,
        response: {
          204: z.null().meta({ description: 'The person sees it.' }),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      await answerCorrection(ports, readerOf(request), request.params.requestId, request.body);
      return reply.code(204).send(null);
    },
  );
}
