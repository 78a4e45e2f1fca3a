import { z } from 'zod';
import { accessTo, enterpriseOf } from '#access';
import { answer, type Http, ifMatch, ifMatchHeader, problems, tagged, tagOf } from '#http';
import { viewOf, webhookOf, webhooksOf } from '../application/reading.ts';
import {
  change,
  rotateSecret,
  type SubscriptionPorts,
  subscribe,
  unsubscribe,
} from '../application/subscriptions.ts';
import {
  newSecret,
  newWebhook,
  webhook,
  webhookChange,
  webhookParams,
  webhooksPage,
  webhookWithSecret,
} from './schemas.ts';

export type WebhookRoutes = SubscriptionPorts;

export const described = { tags: ['webhooks'], security: [{ apiKey: [] }, { session: [] }] };

/** Subscriptions of the caller's enterprise. */
export function webhookRoutes(app: Http, routes: WebhookRoutes): void {
  readingRoutes(app, routes);
  subscribing(app, routes);
  changing(app, routes);
}

function readingRoutes(app: Http, routes: WebhookRoutes): void {
  app.get(
    '/api/webhooks',
    {
      config: accessTo('webhooks', 'read'),
      schema: {
        ...described,
        operationId: 'listWebhooks',
        summary: "The caller's webhooks, and what can be subscribed to",
        response: { 200: answer('All of them, the oldest first.', webhooksPage), ...problems(401, 403, 503) },
      },
    },
    async (request) => webhooksOf(routes, enterpriseOf(request)),
  );
  app.get(
    '/api/webhooks/:webhookId',
    {
      config: accessTo('webhooks', 'read'),
      schema: {
        ...described,
        operationId: 'getWebhook',
        summary: 'One webhook and how it is',
        description: 'Its `ETag` stands for what you can change, not for the counts.',
        params: webhookParams,
        response: { 200: answer('The webhook.', webhook), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const found = await webhookOf(routes, enterpriseOf(request), request.params.webhookId);
      tagged(reply, tagOfWebhook(found));
      return found;
    },
  );
}

function subscribing(app: Http, routes: WebhookRoutes): void {
  app.post(
    '/api/webhooks',
    {
      config: accessTo('webhooks', 'manage'),
      schema: {
        ...described,
        operationId: 'createWebhook',
        summary: 'Have events sent to an address of yours, from now on',
        description:
          'Signed by Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`), in order, at least once: ' +
          'remember `webhook-id` and drop what comes twice. Any 2xx is taken for an arrival; everything else is tried again.',
        body: newWebhook,
        response: {
          201: answer('Subscribed; the secret is not shown again.', webhookWithSecret),
          ...problems(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const caller = enterpriseOf(request);
      const { address, events, label = '' } = request.body;
      const { made, secret } = await subscribe(routes, caller, { address, events, label });
      void reply.code(201).header('cache-control', 'no-store');
      return { ...(await viewOf(routes, made)), secret };
    },
  );
  app.delete(
    '/api/webhooks/:webhookId',
    {
      config: accessTo('webhooks', 'manage'),
      schema: {
        ...described,
        operationId: 'removeWebhook',
        summary: 'Remove a webhook with its log',
        params: webhookParams,
        response: { 204: z.null().meta({ description: 'Removed.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await unsubscribe(routes, enterpriseOf(request), request.params.webhookId);
      return reply.code(204).send(null);
    },
  );
}

/** What the owner of a webhook can change. */
interface Changeable {
  readonly address: string;
  readonly events: readonly string[];
  readonly label: string;
  readonly state: string;
  readonly changedAt: Date | string;
}

/** Of what the owner can change; the counts of what waits and failed go on by themselves. */
function tagOfWebhook({ changedAt, address, events, label, state }: Changeable): string {
  return tagOf(changedAt, address, events, label, state);
}

function changing(app: Http, routes: WebhookRoutes): void {
  app.patch(
    '/api/webhooks/:webhookId',
    {
      config: accessTo('webhooks', 'manage'),
      schema: {
        ...described,
        operationId: 'changeWebhook',
        summary: 'Change address, events or label; pause and resume',
        description: 'With `If-Match` only where it is still as its `ETag` said.',
        params: webhookParams,
        headers: ifMatchHeader,
        body: webhookChange,
        response: { 200: answer('As it is now.', webhook), ...problems(400, 401, 403, 404, 412, 415, 422) },
      },
    },
    async (request, reply) => {
      const { webhookId } = request.params;
      const holdsTo = (before: Changeable): boolean => ifMatch(request, tagOfWebhook(before));
      const changed = await change(routes, enterpriseOf(request), webhookId, request.body, holdsTo);
      tagged(reply, tagOfWebhook(changed));
      return viewOf(routes, changed);
    },
  );
  app.post(
    '/api/webhooks/:webhookId/secret',
    {
      config: accessTo('webhooks', 'manage'),
      schema: {
        ...described,
        operationId: 'rotateWebhookSecret',
        summary: 'Get another secret; the former one signs beside it for a day',
        params: webhookParams,
        response: {
          200: answer('The new secret; it is not shown again.', newSecret),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const caller = enterpriseOf(request);
      const { secret, formerUntil } = await rotateSecret(routes, caller, request.params.webhookId);
      void reply.header('cache-control', 'no-store');
      return { secret, formerSecretUntil: formerUntil.toISOString() };
    },
  );
}
