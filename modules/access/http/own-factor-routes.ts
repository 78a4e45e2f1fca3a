import { z } from 'zod';
import { answer, type Http, problems } from '#http';
import { callerOf } from '../application/entries.ts';
import { confirmTotpBy, removeOwnTotp, renewRecoveryCodes, startTotp } from '../application/own-account.ts';
import { accessTo } from '../domain/policy.ts';
import { confirmation, confirmed, oneCode, recoveryCodes, totpBegun } from './account-schemas.ts';
import { type AccessRoutes, originOf, security, waited } from './routing.ts';

const tags = ['account'];
const config = accessTo('account', 'secure');

/** The second factor of one's own account. */
export function ownFactorRoutes(app: Http, { ports }: AccessRoutes): void {
  app.post(
    '/api/account/totp',
    {
      config,
      schema: {
        operationId: 'beginTotp',
        summary: 'Begin to set up an authenticator app, also in the place of another',
        description:
          'The secret counts once a code of it has been confirmed; until then the one before does.',
        ...{ tags, security },
        body: confirmation,
        response: { 200: answer('The secret.', totpBegun), ...problems(400, 401, 403, 409, 415, 429) },
      },
    },
    async (request, reply) =>
      waited(reply, () => startTotp(ports, callerOf(request), request.body.password, originOf(request))),
  );
  app.post(
    '/api/account/totp/confirm',
    {
      config,
      schema: {
        operationId: 'confirmTotp',
        summary: 'Confirm an authenticator app by its first code',
        ...{ tags, security },
        body: oneCode,
        response: {
          200: answer('It counts; these are the recovery codes.', recoveryCodes),
          ...problems(400, 401, 403, 409, 415),
        },
      },
    },
    async (request) => ({
      codes: [...(await confirmTotpBy(ports, callerOf(request), request.body.code, originOf(request)))],
    }),
  );
  passwordOnceMore(app, ports);
}

/** What takes the password once more. */
function passwordOnceMore(app: Http, ports: AccessRoutes['ports']): void {
  app.post(
    '/api/account/totp/remove',
    {
      config,
      schema: {
        operationId: 'removeTotp',
        summary: 'Go without a second factor again, where the role may',
        ...{ tags, security },
        body: confirmed,
        response: {
          204: z.null().meta({ description: 'Removed.' }),
          ...problems(400, 401, 403, 409, 415, 429),
        },
      },
    },
    async (request, reply) => {
      const { password } = request.body;
      await waited(reply, () => removeOwnTotp(ports, callerOf(request), password, originOf(request)));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/account/recovery-codes',
    {
      config,
      schema: {
        operationId: 'renewRecoveryCodes',
        summary: 'Make new recovery codes in the place of all before',
        ...{ tags, security },
        body: confirmed,
        response: { 200: answer('The codes.', recoveryCodes), ...problems(400, 401, 403, 409, 415, 429) },
      },
    },
    async (request, reply) => {
      const { password } = request.body;
      const renew = () => renewRecoveryCodes(ports, callerOf(request), password, originOf(request));
      return { codes: [...(await waited(reply, renew))] };
    },
  );
}
