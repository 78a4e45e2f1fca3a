import { z } from 'zod';
import { answer, bodyText, bytesScope, type Http, harmlessTwice, problems, rawBody } from '#http';
import { endByAgency } from '../application/agency-logout.ts';
import {
  agenciesToSignInBy,
  beginAtAgency,
  confirmAtAgency,
  signInByAgency,
} from '../application/agency-sign-in.ts';
import { newBrowserSecret } from '../application/agency-visits.ts';
import { accessTo } from '../domain/policy.ts';
import { agenciesOffered, agencyAnswer, agencyFactor, going, providerParams } from './agency-schemas.ts';
import { setWay, wayIn } from './cookie.ts';
import { type AccessRoutes, opening, originOf, siteOf, waited } from './routing.ts';
import { session } from './schemas.ts';

const tags = ['session'];
const signsIn = accessTo('session', 'sign-in');

/** Signing in by one's agency, and being signed out by it. */
export function agencySignInRoutes(app: Http, routes: AccessRoutes): void {
  beginning(app, routes);
  coming(app, routes);
  bytesScope(app, ['application/x-www-form-urlencoded'], (scope) => ending(scope, routes));
}

function beginning(app: Http, routes: AccessRoutes): void {
  const { ports, secureCookies } = routes;
  app.get(
    '/api/agency-sign-in',
    {
      config: accessTo('session', 'read'),
      schema: {
        operationId: 'listAgenciesToSignInBy',
        summary: 'Agencies that sign their own people in',
        ...{ tags, security: [] },
        response: { 200: answer('All of them.', agenciesOffered), ...problems(503) },
      },
    },
    async () => ({
      agencies: (await agenciesToSignInBy(ports)).map(({ providerId, settings }) => ({
        ...{ providerId, name: settings.name },
      })),
    }),
  );
  app.post(
    '/api/agency-sign-in/:providerId',
    {
      config: { ...signsIn, ...harmlessTwice('Each is a way of its own, and leads nowhere by itself.') },
      schema: {
        operationId: 'beginAgencySignIn',
        summary: 'Begin to sign in by an agency',
        description:
          'Sets a cookie by which this browser is known when it comes back to /sign-in/agency with `code` and `state`.',
        ...{ tags, security: [] },
        params: providerParams,
        response: { 200: answer('Where to go.', going), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const browser = wayIn(request.headers.cookie, secureCookies) ?? newBrowserSecret();
      const { providerId } = request.params;
      const location = await beginAtAgency(ports, providerId, browser, siteOf(request, routes));
      setWay(reply, browser, ports.parameters().agencies.visitMs / 1000, secureCookies);
      return { location };
    },
  );
}

/** What a browser brings back, and our own second factor where that is still missing. */
function coming(app: Http, routes: AccessRoutes): void {
  const { ports, secureCookies } = routes;
  app.post(
    '/api/session/agency',
    {
      config: { ...signsIn, ...harmlessTwice('An answer is taken once; the second is told so.') },
      schema: {
        operationId: 'signInByAgency',
        summary: 'Sign in with what the agency has sent back',
        description:
          'Where the agency has not shown two factors and the account has one of ours, the answer is 401 SECOND-FACTOR-NEEDED: go on at /api/session/agency/factor with the same `state`.',
        ...{ tags, security: [] },
        body: agencyAnswer,
        response: { 200: answer('Signed in.', session), ...problems(400, 401, 403, 409, 415, 503) },
      },
    },
    async (request, reply) => {
      const { state, ...rest } = request.body;
      const brought = { state, answer: rest as Readonly<Record<string, string>> };
      const browser = wayIn(request.headers.cookie, secureCookies) ?? '';
      const opened = await signInByAgency(
        ports,
        brought,
        browser,
        siteOf(request, routes),
        originOf(request),
      );
      return opening(request, reply, routes, opened);
    },
  );
  app.post(
    '/api/session/agency/factor',
    {
      config: { ...signsIn, ...harmlessTwice('Each code is good once.') },
      schema: {
        operationId: 'showFactorAfterAgency',
        summary: 'Show the second factor of the account after the agency has vouched',
        ...{ tags, security: [] },
        body: agencyFactor,
        response: { 200: answer('Signed in.', session), ...problems(400, 401, 403, 415, 429) },
      },
    },
    async (request, reply) => {
      const browser = wayIn(request.headers.cookie, secureCookies) ?? '';
      const site = siteOf(request, routes);
      const opened = await waited(reply, () =>
        confirmAtAgency(ports, request.body, browser, site, originOf(request)),
      );
      return opening(request, reply, routes, opened);
    },
  );
}

function ending(app: Http, routes: AccessRoutes): void {
  app.post(
    '/api/agency-sign-in/:providerId/logout',
    {
      config: {
        ...accessTo('session', 'sign-out'),
        ...harmlessTwice('Each token ends sessions once.'),
        ...rawBody('application/x-www-form-urlencoded', {
          type: 'object',
          properties: { logout_token: { type: 'string' } },
          required: ['logout_token'],
        }),
      },
      schema: {
        operationId: 'endSessionsByAgency',
        summary: 'End the sessions of whom an agency has signed out (OpenID Connect Back-Channel Logout 1.0)',
        ...{ tags, security: [] },
        params: providerParams,
        // The standard says 200, and some providers take nothing else.
        response: { 200: answer('Ended.', z.object({})), ...problems(400, 403, 404, 415, 503) },
      },
    },
    async (request, reply) => {
      const token = new URLSearchParams(bodyText(request.body)).get('logout_token') ?? '';
      await endByAgency(routes.ports, request.params.providerId, token, originOf(request));
      void reply.header('cache-control', 'no-store');
      return {};
    },
  );
}
