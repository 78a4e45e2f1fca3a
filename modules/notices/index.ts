/** Webhooks: what happens to an enterprise is sent to an address of its own. */
export { newSecret, signaturesOf } from './application/signature.ts';
export { eventOfEntry } from './domain/events.ts';
export { type WebhookParameters, webhookParameters } from './domain/parameters.ts';
export type {
  WebhookDeliveriesPage,
  WebhookDeliveryStory,
  WebhooksPage,
  WebhookView,
} from './http/schemas.ts';
export { sealedNotices } from './storage/sealed.ts';
