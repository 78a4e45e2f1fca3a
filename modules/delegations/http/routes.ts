import { accessTo, enterpriseOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import { actOn, type DelegatingPorts, propose } from '../application/delegating.ts';
import { pageOf, storyOf, viewOf } from '../application/reading.ts';
import {
  delegation,
  delegationParams,
  delegationsPageSchema,
  delegationsQuery,
  newDelegation,
  why,
  whyMaybe,
} from './schemas.ts';

const described = { tags: ['delegations'], security: [{ apiKey: [] }, { session: [] }] };

/** Delegations the caller's enterprise has given and received. */
export function delegationRoutes(app: Http, ports: DelegatingPorts): void {
  readingRoutes(app, ports);
  principalsRoutes(app, ports);
  agentsRoutes(app, ports);
  ending(app, ports);
}

function readingRoutes(app: Http, ports: DelegatingPorts): void {
  app.get(
    '/api/delegations',
    {
      config: accessTo('delegations', 'read'),
      schema: {
        ...described,
        operationId: 'listDelegations',
        summary: 'Delegations given and received',
        querystring: delegationsQuery,
        response: {
          200: answer('The latest proposed first.', delegationsPageSchema),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => pageOf(ports, partyOf(request), request.query),
  );
  app.get(
    '/api/delegations/:delegationId',
    {
      config: accessTo('delegations', 'read'),
      schema: {
        ...described,
        operationId: 'getDelegation',
        summary: 'One delegation and what was done with it',
        params: delegationParams,
        response: { 200: answer('The delegation.', delegation), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => storyOf(ports, partyOf(request), request.params.delegationId),
  );
}

function principalsRoutes(app: Http, ports: DelegatingPorts): void {
  app.post(
    '/api/delegations',
    {
      config: accessTo('delegations', 'give'),
      schema: {
        ...described,
        operationId: 'proposeDelegation',
        summary: 'Let another enterprise hand in documents for yours',
        description:
          'It holds once the agent has accepted it, from its first day to its last. Then the agent hands in, with its own key and its own ' +
          '`copCode`, documents of these kinds that name your enterprise as if you sent them; it gets their receipts. To change a delegation, end it and propose another.',
        body: newDelegation,
        response: {
          201: answer('Proposed; the agent is to accept it.', delegation),
          ...problems(400, 401, 403, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { paperPlace = '', ...wish } = request.body;
      const made = await propose(ports, enterpriseOf(request), { ...wish, paperPlace });
      void reply.code(201);
      return viewOf(ports, made);
    },
  );
  app.post(
    '/api/delegations/:delegationId/withdraw',
    {
      config: accessTo('delegations', 'give'),
      schema: {
        ...described,
        operationId: 'withdrawDelegation',
        summary: 'Take back what the agent has not accepted yet',
        params: delegationParams,
        body: whyMaybe,
        response: { 200: answer('Withdrawn.', delegation), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { delegationId } = request.params;
      const { reason = '' } = request.body;
      return viewOf(ports, await actOn(ports, enterpriseOf(request), delegationId, 'withdraw', reason));
    },
  );
}

function agentsRoutes(app: Http, ports: DelegatingPorts): void {
  app.post(
    '/api/delegations/:delegationId/accept',
    {
      config: accessTo('delegations', 'answer'),
      schema: {
        ...described,
        operationId: 'acceptDelegation',
        summary: 'Accept to act for another enterprise',
        params: delegationParams,
        body: whyMaybe,
        response: { 200: answer('Accepted.', delegation), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { delegationId } = request.params;
      const { reason = '' } = request.body;
      return viewOf(ports, await actOn(ports, enterpriseOf(request), delegationId, 'accept', reason));
    },
  );
  app.post(
    '/api/delegations/:delegationId/decline',
    {
      config: accessTo('delegations', 'answer'),
      schema: {
        ...described,
        operationId: 'declineDelegation',
        summary: 'Decline to act for another enterprise',
        params: delegationParams,
        body: why,
        response: { 200: answer('Declined.', delegation), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { delegationId } = request.params;
      const { reason } = request.body;
      return viewOf(ports, await actOn(ports, enterpriseOf(request), delegationId, 'decline', reason));
    },
  );
}

function ending(app: Http, ports: DelegatingPorts): void {
  app.post(
    '/api/delegations/:delegationId/end',
    {
      config: accessTo('delegations', 'end'),
      schema: {
        ...described,
        operationId: 'endDelegation',
        summary: 'End an accepted delegation, from either side, at once',
        description: 'Holds within three seconds on every server.',
        params: delegationParams,
        body: why,
        response: { 200: answer('Ended.', delegation), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { delegationId } = request.params;
      const { reason } = request.body;
      return viewOf(ports, await actOn(ports, enterpriseOf(request), delegationId, 'end', reason));
    },
  );
}
