import { accessTo, callerOf } from '#access';
import { answer, type Http, problems } from '#http';
import type { Queryable } from '#postgres';
import {
  agencyAnswers,
  dispatchesPage,
  type LinkDescription,
  linkViews,
  unreadablePieces,
} from '../application/overview.ts';
import { type ReplayPorts, replay } from '../application/replay.ts';
import {
  agencyParams,
  answersPage,
  answersQuery,
  arrivalsPage,
  dispatchesPage as dispatchesPageSchema,
  dispatchesQuery,
  linksPage,
  replayed,
  replayParams,
} from './schemas.ts';

export interface LinkRoutes extends ReplayPorts {
  readonly readers: Queryable;
  readonly links: readonly LinkDescription[];
  /** Something has been put down to be sent. */
  readonly nudge: () => void;
}

const security = [{ apiKey: [] }, { session: [] }];
const tags = ['links'];

/** The operator's view of the links; nobody else has one. */
export function linkRoutes(app: Http, routes: LinkRoutes): void {
  app.get(
    '/api/links',
    {
      config: accessTo('links', 'read'),
      schema: {
        operationId: 'listLinks',
        summary: 'The links to agencies: who decides, and how they are',
        description: 'For the operator.',
        tags,
        security,
        response: { 200: answer('Every link.', linksPage), ...problems(401, 403, 503) },
      },
    },
    async () => {
      return { links: await linkViews(routes.readers, routes.links), now: routes.now().toISOString() };
    },
  );
  dispatchRoutes(app, routes);
  answerRoutes(app, routes);
}

function dispatchRoutes(app: Http, routes: LinkRoutes): void {
  app.get(
    '/api/links/:agency/dispatches',
    {
      config: accessTo('links', 'read'),
      schema: {
        operationId: 'listDispatches',
        summary: 'Messages forwarded to an agency, by what became of them',
        description: 'For the operator; newest first.',
        tags,
        security,
        params: agencyParams,
        querystring: dispatchesQuery,
        response: {
          200: answer('A page of messages.', dispatchesPageSchema),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      return dispatchesPage(routes.readers, request.params.agency, request.query);
    },
  );
  app.post(
    '/api/links/:agency/dispatches/:messageId/replay',
    {
      config: accessTo('links', 'replay'),
      schema: {
        operationId: 'replayDispatch',
        summary: 'Have a lost or failed message sent again, under its old identity',
        description: 'For the operator. One that waits out a fault is tried at once.',
        tags,
        security,
        params: replayParams,
        response: { 200: answer('It will be sent.', replayed), ...problems(400, 401, 403, 404, 409, 503) },
      },
    },
    async (request) => {
      const operator = callerOf(request).id;
      const { agency, messageId } = request.params;
      await replay(routes, agency, messageId, operator);
      routes.nudge();
      return { messageId, state: 'waiting' as const };
    },
  );
}

function answerRoutes(app: Http, routes: LinkRoutes): void {
  app.get(
    '/api/links/:agency/answers',
    {
      config: accessTo('links', 'read'),
      schema: {
        operationId: 'listAgencyAnswers',
        summary: 'Receipts of an agency, by what became of them',
        description: 'For the operator; newest first. `unmatched` ones speak of documents nobody knows here.',
        tags,
        security,
        params: agencyParams,
        querystring: answersQuery,
        response: { 200: answer('A page of them.', answersPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      return agencyAnswers(routes.readers, request.params.agency, request.query);
    },
  );
  app.get(
    '/api/links/:agency/unreadable',
    {
      config: accessTo('links', 'read'),
      schema: {
        operationId: 'listUnreadableArrivals',
        summary: 'Pieces of an agency that could not be read',
        description: 'For the operator; newest first. The bytes are kept.',
        tags,
        security,
        params: agencyParams,
        querystring: answersQuery.pick({ cursor: true, limit: true }),
        response: { 200: answer('A page of them.', arrivalsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      return unreadablePieces(routes.readers, request.params.agency, request.query);
    },
  );
}
