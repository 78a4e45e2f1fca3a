import { z } from 'zod';
import { answer, type Http, problems } from '#http';
import { callerOf } from '../application/entries.ts';
import { changePassword, endOwnSessions, ownAccount, ownSessions } from '../application/own-account.ts';
import { accessTo } from '../domain/policy.ts';
import { newPassword, ownAccountView, ownSessionsView, sessionParams } from './account-schemas.ts';
import { type AccessRoutes, originOf, security, waited } from './routing.ts';
import { written } from './written.ts';

const tags = ['account'];
const done = z.null();

/** One's own account: what it is, its password and its sessions. */
export function ownAccountRoutes(app: Http, { ports }: AccessRoutes): void {
  app.get(
    '/api/account',
    {
      config: accessTo('account', 'read'),
      schema: {
        operationId: 'getOwnAccount',
        summary: "One's own account",
        ...{ tags, security },
        response: { 200: answer('The account.', ownAccountView), ...problems(401, 409) },
      },
    },
    async (request) => written(await ownAccount(ports, callerOf(request))),
  );
  app.post(
    '/api/account/password',
    {
      config: accessTo('account', 'secure'),
      schema: {
        operationId: 'changePassword',
        summary: "Change one's password; one's other sessions end",
        ...{ tags, security },
        body: newPassword,
        response: {
          204: done.meta({ description: 'Changed.' }),
          ...problems(400, 401, 403, 409, 415, 422, 429),
        },
      },
    },
    async (request, reply) => {
      const change = () => changePassword(ports, callerOf(request), request.body, originOf(request));
      await waited(reply, change);
      return reply.code(204).send(null);
    },
  );
  sessionsRoutes(app, ports);
}

function sessionsRoutes(app: Http, ports: AccessRoutes['ports']): void {
  app.get(
    '/api/account/sessions',
    {
      config: accessTo('account', 'read'),
      schema: {
        operationId: 'listOwnSessions',
        summary: 'Where one is signed in',
        ...{ tags, security },
        response: {
          200: answer('The open sessions, last used first.', ownSessionsView),
          ...problems(401, 409),
        },
      },
    },
    async (request) => ({ sessions: written(await ownSessions(ports, callerOf(request))) }),
  );
  app.delete(
    '/api/account/sessions',
    {
      config: accessTo('account', 'secure'),
      schema: {
        operationId: 'endOtherSessions',
        summary: 'Sign out everywhere else',
        ...{ tags, security },
        response: {
          204: done.meta({ description: 'Only this session is left.' }),
          ...problems(401, 403, 409),
        },
      },
    },
    async (request, reply) => {
      await endOwnSessions(ports, callerOf(request), undefined, originOf(request));
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/account/sessions/:sessionId',
    {
      config: accessTo('account', 'secure'),
      schema: {
        operationId: 'endSession',
        summary: 'Sign out in one place',
        ...{ tags, security },
        params: sessionParams,
        response: { 204: done.meta({ description: 'Ended.' }), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await endOwnSessions(ports, callerOf(request), request.params.sessionId, originOf(request));
      return reply.code(204).send(null);
    },
  );
}
