/** Webhooks: what happens to an enterprise is sent to an address of its own. */
export { Networks } from './application/networks.ts';
export { type WebhookParameters, webhookParameters } from './domain/parameters.ts';
export type {
  WebhookDeliveriesPage,
  WebhookDeliveryStory,
  WebhooksPage,
  WebhookView,
} from './http/schemas.ts';
