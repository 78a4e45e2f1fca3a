import { answer, type Http, Problem, problems } from '#http';
import { ownSubscription, replay, test } from '../application/subscriptions.ts';
import { deliveryView, storyView } from '../application/views.ts';
import { deliveriesBefore, findDelivery } from '../storage/deliveries.ts';
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
      schema: {
        ...described,
        operationId: 'testWebhook',
        summary: 'Send a `webhook.test` now, once, and say what came back',
        params: webhookParams,
        response: {
          200: answer('The sending, whether it arrived or not.', deliveryStory),
          ...problems(400, 401, 404),
        },
      },
    },
    async (request) => {
      const caller = await routes.caller(request);
      return storyView(await test(routes, caller, request.params.webhookId));
    },
  );
  app.post(
    '/api/webhooks/:webhookId/replay',
    {
      schema: {
        ...described,
        operationId: 'replayWebhook',
        summary: 'Have failed deliveries sent again, in their order, under their ids',
        params: webhookParams,
        body: replayWish,
        response: { 200: answer('How many.', replayed), ...problems(400, 401, 404, 415) },
      },
    },
    async (request) => {
      const caller = await routes.caller(request);
      return { replayed: await replay(routes, caller, request.params.webhookId, request.body.numbers) };
    },
  );
}

function logRoutes(app: Http, routes: WebhookRoutes): void {
  const { readers } = routes.database;
  app.get(
    '/api/webhooks/:webhookId/deliveries',
    {
      schema: {
        ...described,
        operationId: 'listWebhookDeliveries',
        summary: 'What was sent to a webhook, newest first',
        params: webhookParams,
        querystring: deliveriesQuery,
        response: { 200: answer('A page of deliveries.', deliveriesPage), ...problems(400, 401, 404, 503) },
      },
    },
    async (request) => {
      const caller = await routes.caller(request);
      const subscription = await ownSubscription(readers, caller, request.params.webhookId);
      const { state, cursor, limit } = request.query;
      const found = await deliveriesBefore(readers, subscription, { state, before: cursor, limit });
      const last = found.length === limit ? found.at(-1) : undefined;
      return { deliveries: found.map(deliveryView), ...(last ? { next: last.seq } : {}) };
    },
  );
  app.get(
    '/api/webhooks/:webhookId/deliveries/:number',
    {
      schema: {
        ...described,
        operationId: 'getWebhookDelivery',
        summary: 'One delivery: what was sent, and what came back each time',
        params: deliveryParams,
        response: { 200: answer('The delivery.', deliveryStory), ...problems(400, 401, 404, 503) },
      },
    },
    async (request) => {
      const caller = await routes.caller(request);
      const subscription = await ownSubscription(readers, caller, request.params.webhookId);
      const { number } = request.params;
      const found = await findDelivery(readers, subscription, number);
      if (!found)
        throw new Problem(404, 'WEBHOOK-DELIVERY-NOT-FOUND', {
          zh: `没有推送记录 ${number}`,
          en: `There is no delivery ${number}`,
        });
      return storyView(found);
    },
  );
}
