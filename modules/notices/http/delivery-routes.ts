import { accessTo, enterpriseOf } from '#access';
import { answer, counted, type Http, problems } from '#http';
import { deliveriesOf, deliveryOf } from '../application/reading.ts';
import { replay, test } from '../application/subscriptions.ts';
import { storyView } from '../application/views.ts';
import {
  deliveriesPage,
  deliveriesQuery,
  deliveryParams,
  deliveryStory,
  replayed,
  replayWish,
  webhookParams,
} from './schemas.ts';
import { described, type WebhookRoutes } from './webhook-routes.ts';

/** The log of a webhook, its test, and the replay of what failed. */
export function deliveryRoutes(app: Http, routes: WebhookRoutes): void {
  logRoutes(app, routes);
  app.post(
    '/api/webhooks/:webhookId/test',
    {
      config: { ...accessTo('webhooks', 'manage'), ...counted('outward') },
      schema: {
        ...described,
        operationId: 'testWebhook',
        summary: 'Send a `webhook.test` now, once, and say what came back',
        params: webhookParams,
        response: {
          200: answer('The sending, whether it arrived or not.', deliveryStory),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const caller = enterpriseOf(request);
      return storyView(await test(routes, caller, request.params.webhookId));
    },
  );
  app.post(
    '/api/webhooks/:webhookId/replay',
    {
      config: { ...accessTo('webhooks', 'manage'), ...counted('outward') },
      schema: {
        ...described,
        operationId: 'replayWebhook',
        summary: 'Have failed deliveries sent again, in their order, under their ids',
        params: webhookParams,
        body: replayWish,
        response: { 200: answer('How many.', replayed), ...problems(400, 401, 403, 404, 415) },
      },
    },
    async (request) => {
      const caller = enterpriseOf(request);
      return { replayed: await replay(routes, caller, request.params.webhookId, request.body.numbers) };
    },
  );
}

function logRoutes(app: Http, routes: WebhookRoutes): void {
  app.get(
    '/api/webhooks/:webhookId/deliveries',
    {
      config: accessTo('webhooks', 'read'),
      schema: {
        ...described,
        operationId: 'listWebhookDeliveries',
        summary: 'What was sent to a webhook, newest first',
        params: webhookParams,
        querystring: deliveriesQuery,
        response: {
          200: answer('A page of deliveries.', deliveriesPage),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const caller = enterpriseOf(request);
      return deliveriesOf(routes, caller, request.params.webhookId, request.query);
    },
  );
  app.get(
    '/api/webhooks/:webhookId/deliveries/:number',
    {
      config: accessTo('webhooks', 'read'),
      schema: {
        ...described,
        operationId: 'getWebhookDelivery',
        summary: 'One delivery: what was sent, and what came back each time',
        params: deliveryParams,
        response: { 200: answer('The delivery.', deliveryStory), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const caller = enterpriseOf(request);
      return deliveryOf(routes, caller, request.params.webhookId, request.params.number);
    },
  );
}
