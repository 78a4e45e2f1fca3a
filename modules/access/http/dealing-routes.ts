import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answer, type Http, problems } from '#http';
import { callerOf, partyOf } from '../application/entries.ts';
import {
  change,
  type Dealing,
  endSessions,
  resetFactors,
  resetPassword,
  step,
} from '../application/keeping-accounts.ts';
import { refuse } from '../application/making-accounts.ts';
import { type Access, accessTo } from '../domain/policy.ts';
import { accountChange, accountParams, oneTime, withReason } from './account-schemas.ts';
import { type AccessRoutes, originOf, security } from './routing.ts';

const tags = ['accounts'];

/** Dealing with accounts of others. */
export function dealingRoutes(app: Http, routes: AccessRoutes): void {
  steps(app, routes);
  resets(app, routes);
}

const dealing = (request: FastifyRequest & { readonly params: { readonly accountId: string } }): Dealing => ({
  by: callerOf(request),
  party: partyOf(request),
  accountId: request.params.accountId,
  origin: originOf(request),
});

type AccountsAction = Extract<Access, { resource: 'accounts' }>['action'];

/** What is done to an account for a reason, by the last part of its address. */
const reasoned: readonly (readonly [
  name: string,
  action: AccountsAction,
  operationId: string,
  summary: string,
])[] = [
  ['refusal', 'approve', 'refuseAccount', 'Refuse an account that another administrator asked for'],
  ['lock', 'lock', 'lockAccount', 'Lock an account; its sessions end'],
  ['unlock', 'lock', 'unlockAccount', 'Unlock an account'],
  ['close', 'close', 'closeAccount', 'Close an account for good; its sessions end'],
];

function steps(app: Http, { ports }: AccessRoutes): void {
  for (const [name, action, operationId, summary] of reasoned)
    app.post(
      `/api/accounts/:accountId/${name}`,
      {
        config: accessTo('accounts', action),
        schema: {
          ...{ operationId, summary, tags, security },
          params: accountParams,
          body: withReason,
          response: {
            204: z.null().meta({ description: 'Done.' }),
            ...problems(400, 401, 403, 404, 409, 415),
          },
        },
      },
      async (request, reply) => {
        const { reason } = request.body;
        const { accountId } = request.params;
        if (name === 'refusal') await refuse(ports, callerOf(request), accountId, reason, originOf(request));
        else await step(ports, dealing(request), name as 'lock' | 'unlock' | 'close', reason);
        return reply.code(204).send(null);
      },
    );
  app.patch(
    '/api/accounts/:accountId',
    {
      config: accessTo('accounts', 'change'),
      schema: {
        operationId: 'changeAccount',
        summary: 'Change the name of an account, and the right of a member of an enterprise',
        ...{ tags, security },
        params: accountParams,
        body: accountChange,
        response: {
          204: z.null().meta({ description: 'Changed.' }),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      await change(ports, dealing(request), request.body);
      return reply.code(204).send(null);
    },
  );
}

function resets(app: Http, { ports }: AccessRoutes): void {
  app.post(
    '/api/accounts/:accountId/password',
    {
      config: accessTo('accounts', 'reset-password'),
      schema: {
        operationId: 'resetPassword',
        summary: 'Give an account a one-time password; its second factor stays, its sessions end',
        ...{ tags, security },
        params: accountParams,
        response: { 200: answer('Shown only now.', oneTime), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => ({ password: await resetPassword(ports, dealing(request)) }),
  );
  app.delete(
    '/api/accounts/:accountId/factors',
    {
      config: accessTo('accounts', 'reset-factors'),
      schema: {
        operationId: 'resetFactors',
        summary: 'Take off a second factor that was lost; the password stays, its sessions end',
        ...{ tags, security },
        params: accountParams,
        response: { 204: z.null().meta({ description: 'Taken off.' }), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await resetFactors(ports, dealing(request));
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/accounts/:accountId/sessions',
    {
      config: accessTo('accounts', 'lock'),
      schema: {
        operationId: 'endAccountSessions',
        summary: 'End all sessions of an account',
        ...{ tags, security },
        params: accountParams,
        response: { 204: z.null().meta({ description: 'Ended.' }), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await endSessions(ports, dealing(request));
      return reply.code(204).send(null);
    },
  );
}
