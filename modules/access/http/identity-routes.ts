import { z } from 'zod';
import { answer, type Http, problems } from '#http';
import { confirmIdentity, identitiesOf, proposeIdentity, unbind } from '../application/keeping-identities.ts';
import { accessTo } from '../domain/policy.ts';
import {
  identitiesPage,
  identitiesQuery,
  identityMade,
  identityParams,
  identityWish,
} from './agency-schemas.ts';
import { keeperOf } from './provider-routes.ts';
import { type AccessRoutes, security } from './routing.ts';
import { written } from './written.ts';

const tags = ['agency sign-in'];

/** Which account is whose at an agency. */
export function identityRoutes(app: Http, { ports }: AccessRoutes): void {
  app.get(
    '/api/agency-identities',
    {
      config: accessTo('agency-sign-in', 'read'),
      schema: {
        operationId: 'listAgencyBindings',
        summary: 'Whom agencies mean by whom, those that wait first',
        ...{ tags, security },
        querystring: identitiesQuery,
        response: { 200: answer('A page of them.', identitiesPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => written(await identitiesOf(ports, request.query)),
  );
  app.post(
    '/api/agency-identities',
    {
      config: accessTo('agency-sign-in', 'set-up'),
      schema: {
        operationId: 'bindAccount',
        summary:
          "Bind an officer's account to a person at an agency; counts once a system administrator has confirmed it",
        description: 'From then on the account signs in by its agency alone.',
        ...{ tags, security },
        body: identityWish,
        response: { 201: answer('Asked for.', identityMade), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request, reply) => {
      const identityId = await proposeIdentity(ports, request.body, keeperOf(request));
      return reply.code(201).send({ identityId });
    },
  );
  app.post(
    '/api/agency-identities/:identityId/confirmation',
    {
      config: accessTo('agency-sign-in', 'confirm'),
      schema: {
        operationId: 'confirmBinding',
        summary: 'Let a binding count',
        ...{ tags, security },
        params: identityParams,
        response: { 204: z.null().meta({ description: 'It counts.' }), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await confirmIdentity(ports, request.params.identityId, keeperOf(request));
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/agency-identities/:identityId',
    {
      config: accessTo('agency-sign-in', 'set-up'),
      schema: {
        operationId: 'unbindAccount',
        summary: 'Undo a binding; what was opened by it ends',
        ...{ tags, security },
        params: identityParams,
        response: { 204: z.null().meta({ description: 'Undone.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await unbind(ports, request.params.identityId, keeperOf(request));
      return reply.code(204).send(null);
    },
  );
}
