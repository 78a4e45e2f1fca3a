import type { FastifyRequest } from 'fastify';
import { answer, counted, type Http, problems } from '#http';
import { redirectUriOf, signedOutUriOf } from '../application/agency-visits.ts';
import { callerOf } from '../application/entries.ts';
import {
  changeProvider,
  changeSecret,
  confirmProvider,
  type Keeper,
  type Provider,
  proposeProvider,
  providersOf,
  stopProvider,
} from '../application/keeping-providers.ts';
import { backChannelUriOf, tryProvider } from '../application/trying-providers.ts';
import { accessTo } from '../domain/policy.ts';
import { withReason } from './account-schemas.ts';
import {
  newSecret,
  providerChange,
  providerParams,
  providersView,
  providerView,
  providerWish,
  seen,
  trialView,
} from './agency-schemas.ts';
import { type AccessRoutes, originOf, security, siteOf } from './routing.ts';
import { written } from './written.ts';

const tags = ['agency sign-in'];
const setsUp = accessTo('agency-sign-in', 'set-up');

/** Agencies that sign their own people in, as administrators keep them. */
export function providerRoutes(app: Http, routes: AccessRoutes): void {
  listing(app, routes);
  settingUp(app, routes);
  deeds(app, routes);
}

export const keeperOf = (request: FastifyRequest): Keeper => ({
  ...{ by: callerOf(request), origin: originOf(request) },
});

function shown(request: FastifyRequest, routes: AccessRoutes, provider: Provider) {
  const site = siteOf(request, routes);
  const enter = {
    ...{ redirectUri: redirectUriOf(site), signedOutUri: signedOutUriOf(site) },
    backChannelUri: backChannelUriOf(site, provider.providerId),
  };
  return { ...written(provider), enter };
}

function listing(app: Http, routes: AccessRoutes): void {
  app.get(
    '/api/agency-providers',
    {
      config: accessTo('agency-sign-in', 'read'),
      schema: {
        operationId: 'listAgencySignIns',
        summary: "Agencies' sign-ins as they are set up, without secrets",
        ...{ tags, security },
        response: { 200: answer('All of them.', providersView), ...problems(401, 403, 503) },
      },
    },
    async (request) => ({
      providers: (await providersOf(routes.ports)).map((one) => shown(request, routes, one)),
    }),
  );
}

function settingUp(app: Http, routes: AccessRoutes): void {
  const { ports } = routes;
  app.post(
    '/api/agency-providers',
    {
      config: setsUp,
      schema: {
        operationId: 'proposeAgencySignIn',
        summary: "Enter an agency's sign-in; it counts once a system administrator has confirmed it",
        ...{ tags, security },
        body: providerWish,
        response: { 201: answer('Entered.', providerView), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const made = await proposeProvider(ports, request.body, keeperOf(request));
      return reply.code(201).send(shown(request, routes, made));
    },
  );
  app.put(
    '/api/agency-providers/:providerId',
    {
      config: setsUp,
      schema: {
        operationId: 'changeAgencySignIn',
        summary: 'Change what is set of it; it has to be confirmed anew, and its sessions end',
        ...{ tags, security },
        params: providerParams,
        body: providerChange,
        response: { 200: answer('Changed.', providerView), ...problems(400, 401, 403, 404, 415, 422) },
      },
    },
    async (request) => {
      const { providerId } = request.params;
      return shown(request, routes, await changeProvider(ports, providerId, request.body, keeperOf(request)));
    },
  );
  app.post(
    '/api/agency-providers/:providerId/secret',
    {
      config: setsUp,
      schema: {
        operationId: 'changeAgencySecret',
        summary: 'Replace the secret we are known by there; all else stands',
        ...{ tags, security },
        params: providerParams,
        body: newSecret,
        response: { 200: answer('Replaced.', providerView), ...problems(400, 401, 403, 404, 415) },
      },
    },
    async (request) => {
      const { clientSecret } = request.body;
      const { providerId } = request.params;
      return shown(request, routes, await changeSecret(ports, providerId, clientSecret, keeperOf(request)));
    },
  );
}

function deeds(app: Http, routes: AccessRoutes): void {
  const { ports } = routes;
  app.post(
    '/api/agency-providers/:providerId/trial',
    {
      config: { ...setsUp, ...counted('outward') },
      schema: {
        operationId: 'tryAgencySignIn',
        summary: 'Try the connection, as far as it goes without a person',
        ...{ tags, security },
        params: providerParams,
        response: { 200: answer('How it went.', trialView), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { steps } = await tryProvider(
        ...([ports, request.params.providerId, siteOf(request, routes), keeperOf(request)] as const),
      );
      return { steps: [...steps] };
    },
  );
  app.post(
    '/api/agency-providers/:providerId/confirmation',
    {
      config: accessTo('agency-sign-in', 'confirm'),
      schema: {
        operationId: 'confirmAgencySignIn',
        summary: "Let an agency's sign-in count, as it was looked at",
        ...{ tags, security },
        params: providerParams,
        body: seen,
        response: { 200: answer('It counts.', providerView), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { changedAt } = request.body;
      const { providerId } = request.params;
      return shown(request, routes, await confirmProvider(ports, providerId, changedAt, keeperOf(request)));
    },
  );
  app.post(
    '/api/agency-providers/:providerId/stop',
    {
      config: setsUp,
      schema: {
        operationId: 'stopAgencySignIn',
        summary: 'Let nobody sign in by it any more; its sessions end',
        ...{ tags, security },
        params: providerParams,
        body: withReason,
        response: { 200: answer('Stopped.', providerView), ...problems(400, 401, 403, 404, 415) },
      },
    },
    async (request) => {
      const { reason } = request.body;
      const { providerId } = request.params;
      return shown(request, routes, await stopProvider(ports, providerId, reason, keeperOf(request)));
    },
  );
}
