import { answer, type Http, problems } from '#http';
import { callerOf, partyOf } from '../application/entries.ts';
import { approve, makeAccount } from '../application/making-accounts.ts';
import { accountsOf, eventsOf, oneAccount, sessionsOfAccount } from '../application/reading-accounts.ts';
import { accessTo } from '../domain/policy.ts';
import {
  accountParams,
  accountsPage,
  accountsQuery,
  accountView,
  accountWish,
  eventsPage,
  eventsQuery,
  handed,
  sessionsView,
} from './account-schemas.ts';
import { type AccessRoutes, originOf, security } from './routing.ts';
import { written } from './written.ts';

const tags = ['accounts'];

/** Accounts of others: seeing and making them. */
export function accountsRoutes(app: Http, routes: AccessRoutes): void {
  const { ports } = routes;
  readingRoutes(app, routes);
  app.post(
    '/api/accounts',
    {
      config: accessTo('accounts', 'make'),
      schema: {
        operationId: 'makeAccount',
        summary:
          'Make an account: an enterprise for its staff, the system administrator for all who work for the zone',
        description:
          "One of an enterprise's own staff works at once. Any other waits for a security administrator; each of the two is shown one half of the first password.",
        ...{ tags, security },
        body: accountWish,
        response: {
          201: answer('Made, or waiting for approval.', handed),
          ...problems(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const made = await makeAccount(ports, callerOf(request), request.body, originOf(request));
      return reply.code(201).send(written(made));
    },
  );
  app.post(
    '/api/accounts/:accountId/approval',
    {
      config: accessTo('accounts', 'approve'),
      schema: {
        operationId: 'approveAccount',
        summary: 'Approve an account that another administrator asked for',
        ...{ tags, security },
        params: accountParams,
        response: { 200: answer('Approved.', handed), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) =>
      written(await approve(ports, callerOf(request), request.params.accountId, originOf(request))),
  );
}

function readingRoutes(app: Http, { ports }: AccessRoutes): void {
  app.get(
    '/api/accounts',
    {
      config: accessTo('accounts', 'read'),
      schema: {
        operationId: 'listAccounts',
        summary: 'Accounts, by login',
        ...{ tags, security },
        querystring: accountsQuery,
        response: { 200: answer('A page of them.', accountsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => written(await accountsOf(ports, partyOf(request), request.query)),
  );
  app.get(
    '/api/accounts/:accountId',
    {
      config: accessTo('accounts', 'read'),
      schema: {
        operationId: 'getAccount',
        summary: 'One account',
        ...{ tags, security },
        params: accountParams,
        response: { 200: answer('The account.', accountView), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => written(await oneAccount(ports, partyOf(request), request.params.accountId)),
  );
  app.get(
    '/api/accounts/:accountId/sessions',
    {
      config: accessTo('accounts', 'read'),
      schema: {
        operationId: 'listAccountSessions',
        summary: 'Where somebody is signed in',
        ...{ tags, security },
        params: accountParams,
        response: { 200: answer('The open sessions.', sessionsView), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => ({
      sessions: written(await sessionsOfAccount(ports, partyOf(request), request.params.accountId)),
    }),
  );
  app.get(
    '/api/account-events',
    {
      config: accessTo('account-events', 'read'),
      schema: {
        operationId: 'listAccountEvents',
        summary: 'What is on record of sign-ins and accounts, newest first',
        ...{ tags, security },
        querystring: eventsQuery,
        response: { 200: answer('A page of it.', eventsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => written(await eventsOf(ports, request.query)),
  );
}
