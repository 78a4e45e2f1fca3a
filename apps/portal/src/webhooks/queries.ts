import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, taggedAnswerOf } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type Webhook = components['schemas']['Webhook'];
export type KindGroup = components['schemas']['WebhooksPage']['kinds'][number];
export type NewWebhook = components['schemas']['NewWebhook'];
export type WebhookChange = components['schemas']['WebhookChange'];
export type Delivery = components['schemas']['WebhookDelivery'];
export type DeliveryStory = components['schemas']['WebhookDeliveryStory'];
export type DeliveryState = Delivery['state'];

/** Everything that is asked here is kept under this, so that a deed marks all of it stale. */
export const webhooksKey = ['webhooks'] as const;

const of = (webhookId: string) => ({ path: { webhookId } });

export const webhooksQuery = () =>
  queryOptions({
    queryKey: [...webhooksKey, 'all'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/webhooks', { signal })),
  });

export const webhookQuery = (webhookId: string) =>
  queryOptions({
    queryKey: [...webhooksKey, 'one', webhookId],
    queryFn: ({ signal }) =>
      taggedAnswerOf(client.GET('/api/webhooks/{webhookId}', { signal, params: of(webhookId) })),
  });

export const deliveriesQuery = (webhookId: string, state: DeliveryState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...webhooksKey, 'deliveries', webhookId, state ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/webhooks/{webhookId}/deliveries', {
          signal,
          params: {
            ...of(webhookId),
            query: { limit: 50, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const deliveryQuery = (webhookId: string, number: string) =>
  queryOptions({
    queryKey: [...webhooksKey, 'delivery', webhookId, number],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/webhooks/{webhookId}/deliveries/{number}', {
          signal,
          params: { path: { webhookId, number } },
        }),
      ),
  });

export const makeWebhook = (body: NewWebhook) => answerOf(client.POST('/api/webhooks', { body }));

/** @param tag of the webhook as it was seen: what somebody else has changed meanwhile is not changed over it */
export const changeWebhook = (webhookId: string, body: WebhookChange, tag: string | undefined) =>
  answerOf(
    client.PATCH('/api/webhooks/{webhookId}', {
      params: { ...of(webhookId), ...(tag ? { header: { 'if-match': tag } } : {}) },
      body,
    }),
  );

export const removeWebhook = (webhookId: string) =>
  answerOf(client.DELETE('/api/webhooks/{webhookId}', { params: of(webhookId) }));

export const rotateSecret = (webhookId: string) =>
  answerOf(client.POST('/api/webhooks/{webhookId}/secret', { params: of(webhookId) }));

export const testWebhook = (webhookId: string) =>
  answerOf(client.POST('/api/webhooks/{webhookId}/test', { params: of(webhookId) }));

/** @param numbers of deliveries; without it all that failed */
export const replay = (webhookId: string, numbers?: string[]) =>
  answerOf(
    client.POST('/api/webhooks/{webhookId}/replay', {
      params: of(webhookId),
      body: numbers ? { numbers } : {},
    }),
  );
