import { z } from 'zod';
import { answer, type Http, problems } from '#http';
import { callerOf } from '../application/entries.ts';
import { keepPasskey, nameOwnPasskey, removeOwnPasskey, startPasskey } from '../application/own-passkeys.ts';
import { accessTo } from '../domain/policy.ts';
import { confirmation, confirmed } from './account-schemas.ts';
import { passkeyBegun, passkeyMade, passkeyNamed, passkeyParams } from './passkey-schemas.ts';
import { type AccessRoutes, originOf, security, siteOf, waited } from './routing.ts';

const tags = ['account'];
const config = accessTo('account', 'secure');
const done = z.null();

/** The passkeys of one's own account. */
export function ownPasskeyRoutes(app: Http, routes: AccessRoutes): void {
  making(app, routes);
  keeping(app, routes);
}

function making(app: Http, routes: AccessRoutes): void {
  const { ports } = routes;
  app.post(
    '/api/account/passkeys',
    {
      config,
      schema: {
        operationId: 'beginPasskey',
        summary: 'Begin to add a passkey',
        description:
          'Answers what `PublicKeyCredential.parseCreationOptionsFromJSON` takes; the challenge is good once, for this session.',
        ...{ tags, security },
        body: confirmation,
        response: {
          200: answer('What to ask of the authenticator.', passkeyBegun),
          ...problems(400, 401, 403, 409, 415, 429),
        },
      },
    },
    async (request, reply) => {
      const site = siteOf(request, routes);
      const { password } = request.body;
      return waited(reply, () => startPasskey(ports, callerOf(request), password, site, originOf(request)));
    },
  );
  app.post(
    '/api/account/passkeys/confirm',
    {
      config,
      schema: {
        operationId: 'keepPasskey',
        summary: 'Keep the passkey that was made; it counts from now on',
        ...{ tags, security },
        body: passkeyMade,
        response: { 204: done.meta({ description: 'Kept.' }), ...problems(400, 401, 403, 409, 415) },
      },
    },
    async (request, reply) => {
      const site = siteOf(request, routes);
      await keepPasskey(ports, callerOf(request), request.body, site, originOf(request));
      return reply.code(204).send(null);
    },
  );
}

function keeping(app: Http, { ports }: AccessRoutes): void {
  app.patch(
    '/api/account/passkeys/:passkeyId',
    {
      config,
      schema: {
        operationId: 'namePasskey',
        summary: 'Give a passkey another name',
        ...{ tags, security },
        params: passkeyParams,
        body: passkeyNamed,
        response: {
          204: done.meta({ description: 'Renamed.' }),
          ...problems(400, 401, 403, 404, 409, 415, 429),
        },
      },
    },
    async (request, reply) => {
      const { passkeyId } = request.params;
      const rename = () =>
        nameOwnPasskey(ports, callerOf(request), passkeyId, request.body, originOf(request));
      await waited(reply, rename);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/account/passkeys/:passkeyId/remove',
    {
      config,
      schema: {
        operationId: 'removePasskey',
        summary: 'Remove a passkey; the last second factor stays where the role needs one',
        ...{ tags, security },
        params: passkeyParams,
        body: confirmed,
        response: {
          204: done.meta({ description: 'Removed.' }),
          ...problems(400, 401, 403, 404, 409, 415, 429),
        },
      },
    },
    async (request, reply) => {
      const { passkeyId } = request.params;
      const { password } = request.body;
      await waited(reply, () =>
        removeOwnPasskey(ports, callerOf(request), passkeyId, password, originOf(request)),
      );
      return reply.code(204).send(null);
    },
  );
}
