import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accessTo, enterpriseOf } from '#access';
import { answer, type Http, ifMatch, ifMatchHeader, problems, tagged, tagOf } from '#http';
import {
  beginDraft,
  draftFor,
  handDraftIn,
  listDrafts,
  throwAway,
  writeDraft,
} from '../application/drafts.ts';
import { formOf } from '../application/forms.ts';
import type { EntryPorts } from '../application/ports.ts';
import {
  draft,
  draftList,
  draftParams,
  draftSaved,
  form,
  formParams,
  handInWish,
  newDraft,
  savedDraft,
} from './draft-schemas.ts';
import { handedIn } from './schemas.ts';

const described = { tags: ['exchange'], security: [{ apiKey: [] }, { session: [] }] };

/** What somebody has begun to write, and the forms to write in. */
export function draftRoutes(app: Http, ports: EntryPorts): void {
  readingRoutes(app, ports);
  app.post(
    '/api/drafts',
    {
      config: accessTo('drafts', 'write'),
      schema: {
        ...described,
        operationId: 'beginDraft',
        summary: 'Begin a document: empty, or from what is on file',
        description:
          'Persons in it are not copied but kept: they stay as they are on file until something else is written.',
        body: newDraft,
        response: { 201: answer('Begun.', draft), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const begun = await beginDraft(ports, enterpriseOf(request), request.body);
      tagged(reply, tagOf(begun.revision));
      return reply.code(201).send(begun);
    },
  );
  writingRoutes(app, ports);
}

function readingRoutes(app: Http, ports: EntryPorts): void {
  app.get(
    '/api/forms/:kind',
    {
      config: accessTo('drafts', 'read'),
      schema: {
        ...described,
        operationId: 'getEntryForm',
        summary: 'The form of a document: fields, needs, lengths and codes, from the tables of the standard',
        params: formParams,
        response: { 200: answer('The form.', form), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => formOf(ports, request.params.kind),
  );
  app.get(
    '/api/drafts',
    {
      config: accessTo('drafts', 'read'),
      schema: {
        ...described,
        operationId: 'listDrafts',
        summary: 'What one has begun to write',
        response: { 200: answer('One’s own drafts.', draftList), ...problems(401, 403, 503) },
      },
    },
    async (request) => listDrafts(ports, enterpriseOf(request)),
  );
  app.get(
    '/api/drafts/:draftId',
    {
      config: accessTo('drafts', 'read'),
      schema: {
        ...described,
        operationId: 'getDraft',
        summary: 'One draft of one’s own',
        params: draftParams,
        response: { 200: answer('The draft.', draft), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const found = await draftFor(ports, enterpriseOf(request), request.params.draftId);
      tagged(reply, tagOf(found.revision));
      return reply.send(found);
    },
  );
}

function writingRoutes(app: Http, ports: EntryPorts): void {
  app.put(
    '/api/drafts/:draftId',
    {
      config: accessTo('drafts', 'write'),
      schema: {
        ...described,
        operationId: 'saveDraft',
        summary: 'Save a draft, on top of what one has seen',
        params: draftParams,
        headers: ifMatchHeader,
        body: savedDraft,
        response: { 200: answer('Saved.', draftSaved), ...problems(400, 401, 403, 404, 412, 413, 415) },
      },
    },
    async (request, reply) => {
      const seen = await revisionSeen(ports, request, request.params.draftId);
      const saved = await writeDraft(
        ports,
        enterpriseOf(request),
        request.params.draftId,
        seen,
        request.body,
      );
      tagged(reply, tagOf(saved.revision));
      return reply.send(saved);
    },
  );
  app.delete(
    '/api/drafts/:draftId',
    {
      config: accessTo('drafts', 'write'),
      schema: {
        ...described,
        operationId: 'removeDraft',
        summary: 'Throw a draft away',
        params: draftParams,
        response: { 204: z.null().meta({ description: 'It is gone.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await throwAway(ports, enterpriseOf(request), request.params.draftId);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/drafts/:draftId/hand-in',
    {
      config: accessTo('drafts', 'hand-in'),
      schema: {
        ...described,
        operationId: 'handDraftIn',
        summary: 'Hand a draft in as a message of the enterprise; who does it is on record',
        description:
          'Taken in, it is a draft no longer; refused, it stays, and the answer has every finding.',
        params: draftParams,
        headers: ifMatchHeader,
        body: handInWish,
        response: {
          200: answer('What became of it.', handedIn),
          ...problems(400, 401, 403, 404, 412, 415),
        },
      },
    },
    async (request) => {
      const seen = await revisionSeen(ports, request, request.params.draftId);
      return handDraftIn(ports, enterpriseOf(request), request.params.draftId, seen, request.body.declare);
    },
  );
}

/** The revision whoever changes a draft has seen: by its tag, or whichever there is. */
async function revisionSeen(ports: EntryPorts, request: FastifyRequest, draftId: string): Promise<number> {
  const { revision } = await draftFor(ports, enterpriseOf(request), draftId);
  ifMatch(request, tagOf(revision));
  return revision;
}
